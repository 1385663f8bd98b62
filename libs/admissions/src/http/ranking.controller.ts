import { Allow, Caller, Question } from '@kull/http';
import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ApiConflictResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { createZodDto } from 'nestjs-zod';
import { z } from 'zod';
import { IntakeAccess } from '../commands/intake-access';
import { scoreText } from '../domain/assessments';
import { isRanked, type OpenedIntake } from '../domain/intake';
import type { ChangedOutcome, RankingOutcome } from '../domain/ranking-comparison';
import { ApplicationQueries } from '../read-models/applications.query';
import { DisqualificationQueries } from '../read-models/disqualifications.query';
import { type ChangedRow, type RankingRunLine, RankingRunQueries } from '../read-models/ranking-runs.query';
import { RoundQueries } from '../read-models/rounds.query';
import { ApplicantNames } from './applicants';
import { doneOf, intakeUnknown, runUnknown } from './problems';
import { type RankingView, rankingView } from './ranking.view';

const count = z.int().min(0).max(1_000_000);
const points = z.number().min(0).max(1_000).multipleOf(0.5);

class SuppositionDto extends createZodDto(
  z.strictObject({
    classes: z
      .array(
        z.strictObject({
          code: z.string(),
          capacity: count.optional(),
          earmarkedPhysicianPlaces: count.optional(),
        }),
      )
      .max(10_000)
      .optional(),
    maxPerMunicipalityPerClass: count.optional(),
    lotterySeed: z
      .string()
      .regex(/^\P{Cc}{1,64}$/u)
      .optional(),
    bonus: z
      .strictObject({
        recommendation: points.optional(),
        sameMunicipalityDifferentService: points.optional(),
      })
      .optional(),
    thirdAssessmentWhenDifferenceAbove: z.number().min(0).max(10_000).multipleOf(0.1).optional(),
    application: z
      .strictObject({
        applicationNo: z.string().max(64),
        assessments: z.array(z.strictObject({ assessor: z.string().max(64), score: z.int().min(0).max(1_000) })),
      })
      .optional(),
  }),
) {}

class RunsToCompareDto extends createZodDto(
  z.strictObject({ from: z.coerce.number().int().min(1), to: z.coerce.number().int().min(1) }),
) {}

type OutcomeView = Omit<RankingOutcome, 'score' | 'applicationNo'> & { readonly score: string | null };

/** Somebody whose outcome is another, and which rule did it. */
export interface ChangedOutcomeView {
  readonly id: string;
  readonly applicationNo: string;
  readonly name: string | null;
  readonly before: OutcomeView | null;
  readonly after: OutcomeView;
  readonly by: ChangedOutcome['by'];
}

const outcomeView = ({ score, applicationNo: _, ...rest }: RankingOutcome): OutcomeView => ({
  ...rest,
  score: score === undefined ? null : scoreText(score),
});

const exampleChange: ChangedOutcomeView = {
  id: 'app_0123456789abcdefghjkmnpqrs',
  applicationNo: 'A26-000439',
  name: 'Foss, Ida',
  before: { status: 'QUALIFIED', codes: [], tier: 2, score: '62.0' },
  after: {
    status: 'QUALIFIED',
    codes: [],
    tier: 2,
    score: '62.0',
    offer: { class: 'TRONDHEIM-1', quota: 'EARMARKED_PHYSICIAN', wishNo: 1 },
  },
  by: 'PLACES',
};

/** The ranking of an intake: who stands where and why, its runs, and what another one would lead to. */
@ApiTags('intakes')
@Controller('intakes/:id')
@Allow('administrator')
export class RankingController {
  constructor(
    private readonly intakes: IntakeAccess,
    private readonly applications: ApplicationQueries,
    private readonly rounds: RoundQueries,
    private readonly disqualifications: DisqualificationQueries,
    private readonly runs: RankingRunQueries,
    private readonly names: ApplicantNames,
  ) {}

  @Get('ranking')
  @ApiOperation({
    operationId: 'getRanking',
    summary: 'Rangeringen med grunnen til hver plass, og den siste runden den førte til; før noen er sendt, den første',
  })
  @ApiOkResponse({ example: { code: 'NLP-2026', round: 1, isMade: false, quotas: [], classes: [], lines: [] } })
  async ranking(@Param('id') id: string, @Caller() caller: Caller): Promise<RankingView> {
    const opened = await this.opened(id);
    const { intake } = opened.definition;
    const [rows, judged, now, disqualified] = await Promise.all([
      this.applications.toJudge(intake),
      this.applications.judged(intake),
      this.rounds.soFar(opened.definition),
      this.disqualifications.ofIntake(intake),
    ]);
    const names = await this.names.of(
      caller,
      'getRanking',
      rows.map(({ person }) => person),
    );
    return rankingView({ id, opened, rows, judged, now, names, disqualified });
  }

  @Get('ranking-runs')
  @ApiOperation({ operationId: 'listRankingRuns', summary: 'Kjøringene av rangeringen, den første først' })
  @ApiOkResponse({
    example: {
      data: [
        {
          run: 1,
          at: '2026-04-20T08:42:00.000Z',
          actor: 'mli',
          counts: { qualified: 424, notQualified: 26, needsMore: 14, superseded: 4, verifiedPhysicians: 25 },
        },
      ],
    },
  })
  async list(@Param('id') id: string): Promise<{ readonly data: readonly RankingRunLine[] }> {
    await this.opened(id);
    return { data: await this.runs.runs(id) };
  }

  @Get('ranking-comparison')
  @ApiOperation({
    operationId: 'compareRankings',
    summary: 'To kjøringer mot hverandre: bare de som får et annet utfall, og hvilken regel som gjorde det',
  })
  @ApiOkResponse({ example: { data: [exampleChange] } })
  async compare(
    @Param('id') id: string,
    @Query() { from, to }: RunsToCompareDto,
    @Caller() caller: Caller,
  ): Promise<{ readonly data: readonly ChangedOutcomeView[] }> {
    const { definition } = await this.opened(id);
    const changed = await this.runs.compare(id, definition, from, to);
    if (!changed) throw runUnknown();
    return { data: await this.named(caller, 'compareRankings', changed) };
  }

  @Post('what-ifs')
  @HttpCode(200)
  @Question()
  @ApiOperation({
    operationId: 'supposeRanking',
    summary: 'Hva om? Andre plasser, grenser, tillegg, trekning eller én søkers vurderinger; lagrer ingenting',
    description:
      'Sammenligner første runde slik den blir, med den rangeringen som står. Antagelsene endrer ingen vedtak.',
  })
  @ApiOkResponse({ example: { data: [exampleChange] } })
  @ApiConflictResponse({ description: 'NOT_RANKED, TOO_FEW_ASSESSMENTS' })
  async suppose(
    @Param('id') id: string,
    @Body() supposition: SuppositionDto,
    @Caller() caller: Caller,
  ): Promise<{ readonly data: readonly ChangedOutcomeView[] }> {
    const opened = await this.opened(id);
    if (!isRanked(opened)) return doneOf({ rejected: { code: 'NOT_RANKED' } });
    const changed = await this.runs.suppose(opened.definition, supposition);
    if ('tooFew' in changed) {
      return doneOf({ rejected: { code: 'TOO_FEW_ASSESSMENTS', applications: changed.tooFew } });
    }
    return { data: await this.named(caller, 'supposeRanking', changed) };
  }

  private async opened(id: string): Promise<OpenedIntake> {
    const opened = await this.intakes.find(id);
    if (!opened) throw intakeUnknown();
    return opened;
  }

  private async named(
    caller: Caller,
    operation: string,
    changed: readonly ChangedRow[],
  ): Promise<readonly ChangedOutcomeView[]> {
    const names = await this.names.of(
      caller,
      operation,
      changed.map(({ person }) => person),
    );
    return changed.map(({ id, applicationNo, person, before, after, by }) => ({
      id,
      applicationNo,
      name: names.get(person) ?? null,
      before: before ? outcomeView(before) : null,
      after: outcomeView(after),
      by,
    }));
  }
}
