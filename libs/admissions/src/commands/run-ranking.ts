import type { CommandContext, Order } from '@kull/event-store';
import { type Rejection, uuidOf } from '@kull/kernel';
import { type HprAnswer, type HprEntry, HprRegister, People } from '@kull/people';
import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { type ApplicationDetails, applicationDetailsPurpose } from '../contracts';
import { application } from '../domain/application';
import type { IntakeRejection, OpenedIntake } from '../domain/intake';
import type { Unassessed } from '../domain/ranking';
import {
  type ApplicationToJudge,
  countVerdicts,
  type Judged,
  type RankingCounts,
  runRanking,
} from '../domain/ranking-run';
import { ApplicationQueries, type ApplicationRow } from '../read-models/applications.query';
import { IntakeAccess } from './intake-access';
import type { Result } from './result';

/** Qualified applications have too few assessments; nobody is ranked until they are there (selection.md 4). */
export interface TooFew extends Rejection<'TOO_FEW_ASSESSMENTS'> {
  readonly applications: readonly Unassessed[];
}

/** HPR's open API did not answer about that many physicians; nobody is judged until it has (domain.md 2.2). */
export interface RegisterNotAnswering extends Rejection<'HPR_REGISTER_NOT_ANSWERING'> {
  readonly numbers: number;
}

export type RankingRejection = IntakeRejection | TooFew | RegisterNotAnswering;

/** Judges every application of an intake and ranks the qualified (selection.md 2 to 4). */
export class RunRanking extends Command<Result<RankingCounts, RankingRejection>> {
  constructor(
    readonly intakeId: string,
    readonly context: CommandContext,
  ) {
    super();
  }
}

@CommandHandler(RunRanking)
export class RunRankingHandler implements ICommandHandler<RunRanking> {
  constructor(
    private readonly intakes: IntakeAccess,
    private readonly applications: ApplicationQueries,
    private readonly people: People,
    private readonly register: HprRegister,
  ) {}

  execute(command: RunRanking): Promise<Result<RankingCounts, RankingRejection>> {
    return this.intakes.unlessChanged(() => this.run(command));
  }

  private async run({ intakeId, context }: RunRanking): Promise<Result<RankingCounts, RankingRejection>> {
    const opened = await this.intakes.find(intakeId);
    if (!opened) return { rejected: { code: 'INTAKE_UNKNOWN' } };
    if (opened.ranking && (opened.status !== 'open' || opened.ranking.basis === opened.basis)) {
      return { done: opened.ranking.counts };
    }
    const rows = await this.applications.toJudge(opened.definition.intake);
    const toJudge = await this.toJudge(intakeId, rows);
    if ('code' in toJudge) return { rejected: toJudge };
    const ranking = runRanking(opened.definition, toJudge);
    if ('tooFew' in ranking) return { rejected: { code: 'TOO_FEW_ASSESSMENTS', applications: ranking.tooFew } };
    const counts = countVerdicts(ranking.judged.map(({ verdict }) => verdict));
    const refused = await this.write(intakeId, opened, rows, ranking.judged, counts, context);
    return refused ? { rejected: refused } : { done: counts };
  }

  private write(
    intakeId: string,
    { basis, definition }: OpenedIntake,
    rows: readonly ApplicationRow[],
    judged: readonly Judged[],
    counts: RankingCounts,
    context: CommandContext,
  ): Promise<IntakeRejection | undefined> {
    const orders = rows.map(({ id, fingerprint }, i): Order => {
      const { verdict, rank } = judged[i]!;
      return {
        decider: application,
        id,
        command: { type: 'JudgeApplication', data: { fingerprint, verdict, rank } },
        commandId: uuidOf('JudgeApplication', id, basis),
      };
    });
    return this.intakes.writeInParts<never>(
      intakeId,
      orders,
      ({ upTo, isLast }) =>
        isLast
          ? { type: 'ComputeRanking', data: { basis, counts } }
          : { type: 'JudgeApplications', data: { basis, applications: upTo } },
      { ...context, occurredAt: definition.window.closesAt, source: 'ranking-run' },
    );
  }

  private async toJudge(
    intakeId: string,
    rows: readonly ApplicationRow[],
  ): Promise<readonly ApplicationToJudge[] | RegisterNotAnswering> {
    const physicians = rows.filter(({ facts }) => facts.physician);
    const [profiles, details] = await Promise.all([
      this.people.profiles(rows.map(({ person }) => person)),
      this.people.open<ApplicationDetails>(
        physicians.map((row) => ({ sealed: row.details, purpose: applicationDetailsPurpose })),
      ),
    ]);
    const hprNumbers = new Map(physicians.map(({ id }, i) => [id, details[i]?.hprNumber ?? '']));
    const answers = await this.register.ask(
      intakeId,
      [...hprNumbers.values()].filter((number) => number !== ''),
    );
    const unanswered = [...answers.values()].filter(({ answered }) => !answered).length;
    if (unanswered > 0) return { code: 'HPR_REGISTER_NOT_ANSWERING', numbers: unanswered };
    return rows.map(({ id, person, facts, assessments }) => {
      const hprNumber = hprNumbers.get(id) ?? '';
      return {
        person,
        // Whoever has been forgotten is judged as if born that day: never old enough.
        birthDate: profiles.get(person)?.birthDate ?? facts.submittedAt.slice(0, 10),
        facts,
        hprNumber,
        registered: entryOf(answers.get(hprNumber)),
        assessments,
      };
    });
  }
}

const entryOf = (answer: HprAnswer | undefined): HprEntry | undefined => (answer?.answered ? answer.entry : undefined);
