import type { Rejection } from '@kull/kernel';
import { People } from '@kull/people';
import type { NationalIdPolicy } from '@kull/people/national-id';
import { Inject } from '@nestjs/common';
import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import { checkFile, type ReplacedRow } from '../domain/application-check';
import type { ApplicationRecord } from '../domain/application-facts';
import type { RejectedRow } from '../domain/application-rows';
import { ApplicationQueries } from '../read-models/applications.query';
import { IntakeAccess } from './intake-access';
import type { Result } from './result';
import { NATIONAL_ID_POLICY } from './take-in-applications';

/** What taking in a file would lead to. `takenIn` are new or changed, and `replaced` are among them or `unchanged`. */
export interface ApplicationCheck {
  readonly rows: number;
  readonly takenIn: number;
  readonly unchanged: number;
  readonly replaced: readonly ReplacedRow[];
  readonly rejected: readonly RejectedRow[];
}

/** Checks rows as `TakeInApplications` would take them in (ux.md A6). Stores nothing. */
export class CheckApplications extends Query<Result<ApplicationCheck, Rejection<'INTAKE_UNKNOWN'>>> {
  constructor(
    readonly intakeId: string,
    readonly records: readonly ApplicationRecord[],
  ) {
    super();
  }
}

@QueryHandler(CheckApplications)
export class CheckApplicationsHandler implements IQueryHandler<CheckApplications> {
  constructor(
    private readonly intakes: IntakeAccess,
    private readonly applications: ApplicationQueries,
    private readonly people: People,
    @Inject(NATIONAL_ID_POLICY) private readonly policy: NationalIdPolicy,
  ) {}

  async execute({
    intakeId,
    records,
  }: CheckApplications): Promise<Result<ApplicationCheck, Rejection<'INTAKE_UNKNOWN'>>> {
    const opened = await this.intakes.find(intakeId);
    if (!opened) return { rejected: { code: 'INTAKE_UNKNOWN' } };
    const { takenIn, rejected, replaced } = checkFile(records, opened.definition, this.policy);
    const known = await this.applications.submissions(opened.definition.intake);
    const unchanged = takenIn.filter(
      ({ facts, details }) =>
        known.get(facts.applicationNo)?.fingerprint === this.people.fingerprint({ facts, details }),
    ).length;
    return {
      done: { rows: records.length, takenIn: takenIn.length - unchanged, unchanged, replaced, rejected },
    };
  }
}
