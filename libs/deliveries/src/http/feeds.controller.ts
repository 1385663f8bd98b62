import { EventStore } from '@kull/event-store';
import { Allow, answer, Caller, Problem, said } from '@kull/http';
import { Body, Controller, Get, Param, Put } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { createZodDto } from 'nestjs-zod';
import { z } from 'zod';
import { ChangeFeed } from '../commands/change-feed';
import { feed, feedId } from '../domain/feed';
import { type DeliverableFeed, DeliverableQueries } from '../read-models/deliverable.query';
import { feedProblems } from './problems';

const terms = z.strictObject({
  commentDays: z.int().min(0).max(90),
  approval: z.enum(['TWO_WHEN_LOWERING', 'ALWAYS_TWO']),
});
class TermsBody extends createZodDto(terms) {}

const oneFeed = z.strictObject({
  id: z.string(),
  organiserOrgNo: z.string(),
  recipientOrgNo: z.string(),
  lastSeq: z.int(),
  classIds: z.array(z.string()),
  ...terms.shape,
});
class FeedView extends createZodDto(oneFeed) {}
class FeedList extends createZodDto(z.strictObject({ data: z.array(oneFeed) })) {}

const example: FeedView = {
  id: '971228865-960474341',
  organiserOrgNo: '971228865',
  recipientOrgNo: '960474341',
  lastSeq: 19,
  classIds: ['cls_01jx8m2v7k3q5n9r4t6w8y0z2b'],
  commentDays: 14,
  approval: 'TWO_WHEN_LOWERING',
};

/** From whom to whom, and how deliveries are made there. */
@ApiTags('exports')
@Controller('feeds')
@Allow('administrator')
export class FeedsController {
  constructor(
    private readonly events: EventStore,
    private readonly certificates: DeliverableQueries,
    private readonly commands: CommandBus,
  ) {}

  @Get()
  @ApiOperation({ operationId: 'listFeeds', summary: 'Hvem det leveres til, siste nummer og regler for levering' })
  @ApiOkResponse({ type: FeedList, example: { data: [example] } })
  async list(): Promise<FeedList> {
    const feeds = await this.certificates.feeds();
    return { data: await Promise.all(feeds.map((one) => this.view(one))) };
  }

  @Put(':id/terms')
  @ApiOperation({
    operationId: 'setFeedTerms',
    summary: 'Bestem uttalefrist ved tilbaketrekking og om to alltid skal godkjenne',
  })
  @ApiOkResponse({ type: FeedView, example })
  async set(@Param('id') id: string, @Body() body: TermsBody, @Caller() caller: Caller): Promise<FeedView> {
    const found = (await this.certificates.feeds()).find(
      ({ organiserOrgNumber, recipientOrgNumber }) => feedId(organiserOrgNumber, recipientOrgNumber) === id,
    );
    if (!found)
      throw Problem.notFound(
        said(
          'Det leveres ingenting mellom disse',
          'Det blir ikkje levert noko mellom desse',
          'Nothing is delivered between these',
        ),
        'FEED_UNKNOWN',
      );
    answer(
      await this.commands.execute(new ChangeFeed(id, { type: 'SetFeedTerms', data: body }, caller.context())),
      feedProblems,
    );
    return this.view(found);
  }

  private async view({ organiserOrgNumber, recipientOrgNumber, classIds }: DeliverableFeed): Promise<FeedView> {
    const id = feedId(organiserOrgNumber, recipientOrgNumber);
    const { state } = await this.events.load(feed, id);
    return {
      id,
      organiserOrgNo: organiserOrgNumber,
      recipientOrgNo: recipientOrgNumber,
      lastSeq: state.seq,
      classIds: [...classIds],
      ...state.terms,
    };
  }
}
