import type { CommandContext, Order } from '@kull/event-store';
import { uuidOf } from '@kull/kernel';
import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { application } from '../domain/application';
import type { AssessorIsDisqualified } from '../domain/application.commands';
import { type AssessmentRecord, readAssessments } from '../domain/assessment-rows';
import type { Assessment } from '../domain/assessments';
import type { IntakeRejection } from '../domain/intake';
import { ApplicationQueries } from '../read-models/applications.query';
import { applicationId } from './ids';
import { IntakeAccess } from './intake-access';
import type { Result } from './result';

/** What came of a file of assessments. `taken` are new or changed; every row is counted once. */
export interface AssessmentImport {
  readonly rows: number;
  readonly taken: number;
  readonly unchanged: number;
  readonly passedOver: number;
}

export type TakeInAssessmentsRejection = IntakeRejection | AssessorIsDisqualified;

/** Takes in `assessments.csv`. */
export class TakeInAssessments extends Command<Result<AssessmentImport, TakeInAssessmentsRejection>> {
  constructor(
    readonly intakeId: string,
    readonly records: readonly AssessmentRecord[],
    readonly context: CommandContext,
  ) {
    super();
  }
}

/** The assessments of one application that are new, or another score than before. */
interface News {
  readonly applicationNo: string;
  readonly assessments: readonly Assessment[];
}

@CommandHandler(TakeInAssessments)
export class TakeInAssessmentsHandler implements ICommandHandler<TakeInAssessments> {
  constructor(
    private readonly intakes: IntakeAccess,
    private readonly applications: ApplicationQueries,
  ) {}

  execute(command: TakeInAssessments): Promise<Result<AssessmentImport, TakeInAssessmentsRejection>> {
    return this.intakes.unlessChanged(() => this.takeIn(command));
  }

  private async takeIn({
    intakeId,
    records,
    context,
  }: TakeInAssessments): Promise<Result<AssessmentImport, TakeInAssessmentsRejection>> {
    const opened = await this.intakes.find(intakeId);
    if (!opened) return { rejected: { code: 'INTAKE_UNKNOWN' } };
    const { intake, window } = opened.definition;
    const [submissions, given] = await Promise.all([
      this.applications.submissions(intake),
      this.applications.assessments(intake),
    ]);
    const { byApplication, passedOver } = readAssessments(records, (applicationNo) => submissions.has(applicationNo));
    const news = [...byApplication].flatMap(([applicationNo, assessments]): News[] => {
      const before = given.get(applicationId(intake, applicationNo)) ?? [];
      const unknown = assessments.filter(
        ({ assessor, score }) => !before.some((one) => one.assessor === assessor && one.score === score),
      );
      return unknown.length === 0 ? [] : [{ applicationNo, assessments: unknown }];
    });
    const taken = news.reduce((sum, { assessments }) => sum + assessments.length, 0);
    const done = { rows: records.length, taken, unchanged: records.length - passedOver - taken, passedOver };
    if (news.length === 0) return { done };
    const refused = await this.intakes.writeInParts<AssessorIsDisqualified>(
      intakeId,
      news.map((one): Order => orderFor(one, intake, opened.basis)),
      ({ index, size }) => ({
        type: 'TakeInAssessments',
        data: { basis: opened.basis + index, applications: size },
      }),
      { ...context, occurredAt: window.closesAt, source: 'assessment-import' },
    );
    return refused ? { rejected: refused } : { done };
  }
}

const orderFor = ({ applicationNo, assessments }: News, intake: string, basis: number): Order => ({
  decider: application,
  id: applicationId(intake, applicationNo),
  command: { type: 'ScoreApplication', data: { assessments } },
  commandId: uuidOf(
    'ScoreApplication',
    intake,
    applicationNo,
    basis,
    ...assessments.flatMap(({ assessor, score }) => [assessor, score]),
  ),
});
