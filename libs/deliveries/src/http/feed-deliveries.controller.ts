import { Allow, decodeCursor, listQuery, type Page, pageOf } from '@kull/http';
import { Clock } from '@kull/kernel';
import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { createZodDto } from 'nestjs-zod';
import { FeedDeliveries } from '../read-models/feed-deliveries.query';
import { type FollowedDeliveryView, followedDeliveryExample, followedDeliveryView } from './feed-deliveries.dto';

class DeliveryListQuery extends createZodDto(listQuery) {}

/** What left through a feed, and what the receiver has answered. */
@ApiTags('exports')
@Controller('feeds/:id/deliveries')
@Allow('administrator')
export class FeedDeliveriesController {
  constructor(
    private readonly deliveries: FeedDeliveries,
    private readonly clock: Clock,
  ) {}

  @Get()
  @ApiOperation({
    operationId: 'listFeedDeliveries',
    summary: 'Leveringene til én mottaker, de nyeste først: kvitteringer, hva som må rettes, og om filen er hentet',
  })
  @ApiOkResponse({ example: { data: [followedDeliveryExample], nextCursor: null } })
  async list(@Param('id') id: string, @Query() query: DeliveryListQuery): Promise<Page<FollowedDeliveryView>> {
    const [before] = decodeCursor(query.cursor) ?? [];
    const seq = before === undefined ? undefined : Number(before);
    const found = await this.deliveries.page(id, seq, query.limit + 1, this.clock.now());
    return pageOf(found.map(followedDeliveryView), query, (one) => [one.seq]);
  }
}
