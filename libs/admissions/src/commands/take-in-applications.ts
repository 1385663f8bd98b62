import type { CommandContext, Order } from '@kull/event-store';
import { uuidOf } from '@kull/kernel';
import { People, type PersonToRegister } from '@kull/people';
import type { NationalIdPolicy } from '@kull/people/national-id';
import { Inject } from '@nestjs/common';
import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { type ApplicationDetails, applicationDetailsPurpose } from '../contracts';
import { application } from '../domain/application';
import type { ApplicantDetails, ApplicationRecord } from '../domain/application-facts';
import { checkRows, type RejectedRow, type TakenInRow } from '../domain/application-rows';
import type { IntakeRejection, OpenedIntake } from '../domain/intake';
import { ApplicationQueries, type KnownSubmission } from '../read-models/applications.query';
import { applicationId } from './ids';
import { IntakeAccess } from './intake-access';
import type { Result } from './result';

/** The token under which the module says which national ids are taken in. */
export const NATIONAL_ID_POLICY = Symbol('national id policy');

/** What came of a file of applications. `takenIn` are new or changed; every row is counted once. */
export interface ApplicationImport {
  readonly rows: number;
  readonly takenIn: number;
  readonly unchanged: number;
  readonly rejected: readonly RejectedRow[];
}

/** Takes in `applications.csv`, row by row (selection.md 1). */
export class TakeInApplications extends Command<Result<ApplicationImport, IntakeRejection>> {
  constructor(
    readonly intakeId: string,
    readonly records: readonly ApplicationRecord[],
    readonly context: CommandContext,
  ) {
    super();
  }
}

/** A row that is new, or says something else than before. */
interface NewRow extends TakenInRow {
  readonly fingerprint: string;
  readonly submission: number;
}

const languages = { nb: 'nb', nn: 'nn', en: 'en' } as const;

const personOf = ({ facts, details }: TakenInRow): PersonToRegister => ({
  nationalId: details.nationalId.digits,
  birthDate: details.nationalId.birthDate,
  familyName: details.familyName,
  givenNames: details.givenNames,
  email: details.email || undefined,
  phone: details.phone || undefined,
  language: languages[details.language as keyof typeof languages],
  hprNumber: details.hprNumber || undefined,
  asOf: facts.submittedAt,
});

const toSeal = (details: ApplicantDetails): ApplicationDetails => ({
  ...(details.hprNumber === '' ? {} : { hprNumber: details.hprNumber }),
  employer: details.employer,
  employerOrgNo: details.employerOrgNo,
  profession: details.profession,
  positionTitle: details.positionTitle,
  recommendedBy: details.recommendedBy,
});

@CommandHandler(TakeInApplications)
export class TakeInApplicationsHandler implements ICommandHandler<TakeInApplications> {
  constructor(
    private readonly intakes: IntakeAccess,
    private readonly applications: ApplicationQueries,
    private readonly people: People,
    @Inject(NATIONAL_ID_POLICY) private readonly policy: NationalIdPolicy,
  ) {}

  execute(command: TakeInApplications): Promise<Result<ApplicationImport, IntakeRejection>> {
    return this.intakes.unlessChanged(() => this.takeIn(command));
  }

  private async takeIn({
    intakeId,
    records,
    context,
  }: TakeInApplications): Promise<Result<ApplicationImport, IntakeRejection>> {
    const opened = await this.intakes.find(intakeId);
    if (!opened) return { rejected: { code: 'INTAKE_UNKNOWN' } };
    const { takenIn, rejected } = checkRows(records, opened.definition, this.policy);
    const news = await this.newsAmong(takenIn, opened);
    const done = {
      rows: records.length,
      takenIn: news.length,
      unchanged: takenIn.length - news.length,
      rejected,
    };
    if (news.length === 0) return { done };
    // Nothing of the file may reach `people` when the intake would refuse it.
    if (opened.status !== 'open') return { rejected: { code: 'INTAKE_DECIDED' } };
    const orders = await this.ordersFor(news, opened.definition.intake);
    const refused = await this.intakes.writeInParts(
      intakeId,
      orders,
      ({ index, size }) => ({
        type: 'TakeInApplications',
        data: { basis: opened.basis + index, applications: size },
      }),
      { ...context, source: 'application-import' },
    );
    return refused ? { rejected: refused } : { done };
  }

  private async newsAmong(takenIn: readonly TakenInRow[], { definition }: OpenedIntake): Promise<readonly NewRow[]> {
    const known: ReadonlyMap<string, KnownSubmission> = await this.applications.submissions(definition.intake);
    return takenIn.flatMap((row) => {
      const fingerprint = this.people.fingerprint({ facts: row.facts, details: row.details });
      const before = known.get(row.facts.applicationNo);
      return before?.fingerprint === fingerprint
        ? []
        : [{ ...row, fingerprint, submission: (before?.submission ?? 0) + 1 }];
    });
  }

  private async ordersFor(news: readonly NewRow[], intake: string): Promise<readonly Order[]> {
    const persons = await this.people.register(news.map(personOf));
    const sealed = await this.people.seal(
      news.map(({ details }, i) => ({
        person: persons[i]!,
        purpose: applicationDetailsPurpose,
        value: toSeal(details),
      })),
    );
    return news.map(({ facts, fingerprint, submission }, i) => ({
      decider: application,
      id: applicationId(intake, facts.applicationNo),
      command: {
        type: 'SubmitApplication',
        data: {
          intake,
          applicationNo: facts.applicationNo,
          personId: persons[i]!,
          facts,
          fingerprint,
          details: sealed[i]!,
        },
      },
      commandId: uuidOf('SubmitApplication', intake, facts.applicationNo, submission, fingerprint),
      occurredAt: facts.submittedAt,
    }));
  }
}
