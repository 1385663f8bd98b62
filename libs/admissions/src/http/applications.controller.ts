import { EventStore } from '@kull/event-store';
import {
  Allow,
  answer,
  Caller,
  decodeCursor,
  fieldForbidden,
  listQuery,
  type Page,
  pageOf,
  SeenVersion,
  Versioned,
} from '@kull/http';
import { type Explanation, parseInstant } from '@kull/kernel';
import { Reads } from '@kull/people';
import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiConflictResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { createZodDto } from 'nestjs-zod';
import { z } from 'zod';
import { AnswerOffer } from '../commands/answer-offer';
import { intakeId } from '../commands/ids';
import { IntakeAccess } from '../commands/intake-access';
import { application } from '../domain/application';
import { explanationOf, type KnownApplication } from '../domain/application-explanation';
import { eligibilityRules } from '../domain/ranking-run';
import { type ApplicationLine, ApplicationQueries } from '../read-models/applications.query';
import { OfferQueries, type OfferRow } from '../read-models/offers.query';
import { applicationView } from './application.view';
import { applicationUnknown, intakeUnknown, offerUnknown, problems } from './problems';

class ApplicationListDto extends createZodDto(
  z.strictObject({
    ...listQuery.shape,
    intake: z.string(),
    status: z.enum(['QUALIFIED', 'NOT_QUALIFIED', 'NEEDS_MORE', 'SUPERSEDED']).optional(),
  }),
) {}

class AnswerDto extends createZodDto(
  z.strictObject({
    answer: z.enum(['ACCEPT', 'DECLINE']),
    keepWaiting: z.boolean(),
    answeredAt: z
      .string()
      .refine((text) => parseInstant(text) !== undefined)
      .optional(),
  }),
) {}

const exampleExplanation: Explanation = {
  outcome: 'WAITING',
  requirements: [
    {
      code: 'RANKED',
      status: 'met',
      evidence: [
        { record: 'ASSESSMENT', value: 60, who: 'assessor-a' },
        { record: 'ASSESSMENT', value: 58, who: 'assessor-b' },
        { record: 'SCORE', value: '59.0' },
      ],
    },
    { code: 'PLACE', status: 'not_met', evidence: [{ record: 'SCORE_NEEDED', value: '62.5' }] },
  ],
  warnings: [],
};

/** A student sees what is the student's own; who administers sees all. */
const maySee = ({ actor, roles }: Caller, personId: string): boolean =>
  roles.includes('administrator') || actor === personId;

@ApiTags('applications')
@Controller()
export class ApplicationsController {
  constructor(
    private readonly commands: CommandBus,
    private readonly events: EventStore,
    private readonly intakes: IntakeAccess,
    private readonly applications: ApplicationQueries,
    private readonly offers: OfferQueries,
    private readonly reads: Reads,
  ) {}

  @Get('applications')
  @Allow('administrator')
  @ApiOperation({ operationId: 'listApplications', summary: 'Søknadene i et opptak' })
  @ApiOkResponse({
    example: { data: [{ id: 'app_0123456789abcdefghjkmnpqrs', applicationNo: 'A26-000439' }], nextCursor: null },
  })
  async list(@Query() { intake, status, limit, cursor }: ApplicationListDto): Promise<Page<ApplicationLine>> {
    const opened = await this.intakes.find(intake);
    if (!opened) throw intakeUnknown();
    const [after = ''] = decodeCursor(cursor) ?? [];
    const asked = { after: String(after), limit: limit + 1, status };
    const rows = await this.applications.list(opened.definition.intake, asked);
    return pageOf(rows, { limit }, ({ applicationNo }) => [applicationNo]);
  }

  @Get('applications/:id')
  @Allow('administrator', 'student')
  @ApiOperation({ operationId: 'getApplication', summary: 'Én søknad med tilbud og plass' })
  @ApiOkResponse({ example: { id: 'app_0123456789abcdefghjkmnpqrs', status: 'QUALIFIED', score: '62.0' } })
  async get(@Param('id') id: string, @Caller() caller: Caller): Promise<Versioned<ReturnType<typeof applicationView>>> {
    const { state, version } = await this.seenBy(caller, id, 'getApplication');
    return new Versioned(version, applicationView(id, state));
  }

  @Get('applications/:id/explanation')
  @Allow('administrator', 'student')
  @ApiOperation({ operationId: 'explainApplication', summary: 'Hvorfor? Krav, poeng, tilbud og hva som skulle til' })
  @ApiOkResponse({ example: exampleExplanation })
  async explanation(@Param('id') id: string, @Caller() caller: Caller): Promise<Versioned<Explanation>> {
    const { state, version } = await this.seenBy(caller, id, 'explainApplication');
    const opened = await this.intakes.find(intakeId(state.submitted.intake));
    if (!opened) throw intakeUnknown();
    return new Versioned(version, explanationOf(state, eligibilityRules(opened.definition)));
  }

  @Post('offers/:id/answers')
  @HttpCode(200)
  @Allow('administrator', 'student')
  @ApiOperation({ operationId: 'answerOffer', summary: 'Svarer på et tilbud' })
  @ApiOkResponse({ example: { id: 'ofr_0123456789abcdefghjkmnpqrs', outcome: 'ACCEPTED' } })
  @ApiConflictResponse({ description: 'ANSWER_TOO_LATE, OFFER_ALREADY_ANSWERED, OFFER_LAPSED' })
  async answer(
    @Param('id') id: string,
    @Body() given: AnswerDto,
    @Caller() caller: Caller,
    @SeenVersion({ optional: true }) seenVersion?: number,
  ): Promise<OfferRow> {
    const offer = await this.offers.find(id);
    if (!offer || !maySee(caller, offer.person)) throw offerUnknown();
    const context = caller.context();
    const { answer: choice, keepWaiting, answeredAt: said } = given;
    // Only the office may say when an answer was given; an applicant's is given now.
    if (said !== undefined && !caller.roles.includes('administrator')) throw fieldForbidden('/answeredAt');
    const answered = { answer: choice, keepWaiting, answeredAt: parseInstant(said ?? '') ?? context.occurredAt };
    answer(await this.commands.execute(new AnswerOffer(id, answered, context, seenVersion)), problems);
    return (await this.offers.find(id))!;
  }

  private async seenBy(
    caller: Caller,
    id: string,
    operation: string,
  ): Promise<{ readonly state: KnownApplication; readonly version: number }> {
    const { state, version } = await this.events.load(application, id);
    if (state.status === 'none' || !maySee(caller, state.submitted.personId)) throw applicationUnknown();
    await this.reads.note(caller, operation, [state.submitted.personId]);
    return { state, version };
  }
}
