import { EventStore, type Sealed } from '@kull/event-store';
import type { Instant } from '@kull/kernel';
import { People } from '@kull/people';
import { Injectable } from '@nestjs/common';
import { partialityPurpose } from '../domain/application.events';
import type { PartialityGround } from '../domain/impartiality';

/** An assessor who takes no part in an application. */
export interface DisqualificationRow {
  readonly application: string;
  readonly applicationNo: string;
  readonly person: string;
  readonly assessor: string;
  readonly ground: PartialityGround;
  readonly at: Instant;
  /** Who said so: the assessor, or somebody of the office. */
  readonly by: string;
  /** Whether they had given a score, which does not count any more. */
  readonly hadScored: boolean;
}

interface StoredRow extends Omit<DisqualificationRow, 'at'> {
  readonly at: Date;
  readonly explanation: Sealed;
}

const ROWS = `select d.application, p.application_no as "applicationNo", p.person, d.assessor, d.ground,
    d.declared_at as at, d.declared_by as by, d.explanation,
    exists (select from assessment_v1 a where a.application = d.application and a.assessor = d.assessor) as "hadScored"
  from disqualification_v1 d join application_v1 p on p.id = d.application
 where d.intake = $1 and ($2::text is null or d.assessor = $2)
 order by p.application_no collate "C", d.assessor collate "C"`;

/** Questions about who takes no part in what. */
@Injectable()
export class DisqualificationQueries {
  constructor(
    private readonly events: EventStore,
    private readonly people: People,
  ) {}

  /** All of an intake, by its code, or those of one assessor; without the explanations. */
  async ofIntake(intake: string, assessor: string | null = null): Promise<readonly DisqualificationRow[]> {
    const rows = await this.events.query<StoredRow>(ROWS, [intake, assessor]);
    return rows.map(({ explanation: _, at, ...row }) => ({ ...row, at: at.toISOString() }));
  }

  /** With the explanations, for the office; null of somebody who has been forgotten. */
  async explained(intake: string): Promise<readonly (DisqualificationRow & { readonly explanation: string | null })[]> {
    const rows = await this.events.query<StoredRow>(ROWS, [intake, null]);
    const texts = await this.people.open<string>(
      rows.map(({ explanation }) => ({ sealed: explanation, purpose: partialityPurpose })),
    );
    return rows.map((row, index) => ({ ...row, at: row.at.toISOString(), explanation: texts[index] ?? null }));
  }
}
