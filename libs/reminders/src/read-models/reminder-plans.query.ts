import { Database } from '@kull/event-store';
import type { Instant } from '@kull/kernel';
import { Injectable } from '@nestjs/common';
import type { PlanTerms } from '../domain/default-plans';
import type { Subject } from '../domain/occasion';
import type { Plan } from '../domain/plan';

/** A plan as it is stored. */
export interface PlanRow {
  readonly programmeCode: string;
  readonly subject: Subject;
  readonly terms: PlanTerms;
  readonly onSince: Instant | null;
}

export const planOf = ({ programmeCode, subject, terms, onSince }: PlanRow): Plan => ({
  programmeCode,
  subject,
  ...terms,
  ...(onSince === null ? {} : { onSince: new Date(onSince).toISOString() }),
});

const PLANS = `select programme_code as "programmeCode", subject, terms, on_since as "onSince" from reminder_plan_v1
  where ($1::text is null or programme_code = $1) and ($2::text is null or subject = $2)
  order by programme_code, subject`;

/** The plans that somebody has set, on and off. */
@Injectable()
export class ReminderPlanQueries {
  constructor(private readonly database: Database) {}

  async all(of: { readonly programmeCode?: string; readonly subject?: Subject } = {}): Promise<readonly Plan[]> {
    const rows = await this.database.query<PlanRow>(PLANS, [of.programmeCode ?? null, of.subject ?? null]);
    return rows.map(planOf);
  }

  async on(of: { readonly subject?: Subject } = {}): Promise<readonly Plan[]> {
    return (await this.all(of)).filter(({ onSince }) => onSince !== undefined);
  }
}
