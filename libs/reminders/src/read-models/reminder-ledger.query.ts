import { Database } from '@kull/event-store';
import type { Instant } from '@kull/kernel';
import { Injectable } from '@nestjs/common';
import type { Subject } from '../domain/occasion';
import type { Channel } from '../domain/plan';
import type { LedgerState } from './reminder.v1';

/** One occasion in one channel, and where it stands. Ids and codes only. */
export interface LedgerRow {
  readonly id: string;
  readonly programmeCode: string;
  readonly subject: Subject;
  readonly about: string;
  readonly step: string;
  readonly version: string;
  readonly recipient: string;
  readonly channel: Channel;
  readonly dueAt: Instant;
  readonly state: LedgerState;
  /** Since when it stands so; of what waits, when it is sent. */
  readonly stateAt: Instant;
  readonly attempts: number;
  readonly reason: string | null;
}

export interface LedgerFilter {
  readonly state?: LedgerState;
  readonly subject?: Subject;
  readonly recipient?: string;
  /** Only what is about one of these, or about a part of the class: its gatherings are `<class>.<number>`. */
  readonly ofClass?: { readonly classId: string; readonly certificates: readonly string[] };
}

const aboutOf = ({ ofClass }: LedgerFilter): readonly [string[] | null, string | null] =>
  ofClass ? [[ofClass.classId, ...ofClass.certificates], `${ofClass.classId}.`] : [null, null];

/** Due instant and id of the last row seen. */
export type LedgerCursor = readonly [dueAt: Instant, id: string];

/** What waits and was never attempted is in the table of what is due; all else is in the ledger. */
const LEDGER = `with ledger as (
    select id, programme_code, subject, about, step, version, recipient, channel, due_at, state, state_at, attempts, reason
      from reminder_v1
    union all
    select d.id, d.programme_code, d.subject, d.about, d.step, d.version, d.recipient, d.channel, d.due_at, 'PLANNED',
           d.send_after, 0, null
      from reminders.due d where d.settled_at is null and not exists (select from reminder_v1 r where r.id = d.id)
  )`;

const PAGE = `${LEDGER} select id, programme_code as "programmeCode", subject, about, step, version, recipient, channel,
    due_at as "dueAt", state, state_at as "stateAt", attempts, reason
  from ledger
  where ($1::text is null or state = $1) and ($2::text is null or subject = $2) and ($3::text is null or recipient = $3)
    and ($4::timestamptz is null or (due_at, id) < ($4, $5::text))
    and ($7::text[] is null or about = any ($7) or starts_with(about, $8))
  order by due_at desc, id desc limit $6`;

const WAITING = `select d.id, d.programme_code as "programmeCode", d.subject, d.about, d.step, d.version, d.recipient, d.channel,
    d.due_at as "dueAt", 'PLANNED' as state, d.send_after as "stateAt", 0 as attempts, null as reason
  from reminders.due d where d.settled_at is null and d.subject = any ($1) order by d.send_after, d.id`;

const COUNTS = `${LEDGER} select state, count(*)::integer as count from ledger
  where ($1::text is null or subject = $1) and ($2::text is null or recipient = $2)
    and ($3::text[] is null or about = any ($3) or starts_with(about, $4)) group by state`;

const ONE = `${LEDGER} select id, programme_code as "programmeCode", subject, about, step, version, recipient, channel,
    due_at as "dueAt", state, state_at as "stateAt", attempts, reason
  from ledger where id = $1`;

type Row = Omit<LedgerRow, 'dueAt' | 'stateAt'> & { readonly dueAt: Date; readonly stateAt: Date };

const rowOf = (row: Row): LedgerRow => ({
  ...row,
  dueAt: row.dueAt.toISOString(),
  stateAt: row.stateAt.toISOString(),
});

/** What was told, is told and was not told, newest first. */
@Injectable()
export class ReminderLedgerQueries {
  constructor(private readonly database: Database) {}

  async page(filter: LedgerFilter, after: LedgerCursor | undefined, limit: number): Promise<readonly LedgerRow[]> {
    const { state = null, subject = null, recipient = null } = filter;
    const values = [state, subject, recipient, after?.[0] ?? null, after?.[1] ?? null, limit, ...aboutOf(filter)];
    return (await this.database.query<Row>(PAGE, values)).map(rowOf);
  }

  /** What has fallen due and is not over; `stateAt` is when it is sent. */
  async waiting(subjects: readonly Subject[]): Promise<readonly LedgerRow[]> {
    return (await this.database.query<Row>(WAITING, [subjects])).map(rowOf);
  }

  async one(id: string): Promise<LedgerRow | undefined> {
    const [row] = await this.database.query<Row>(ONE, [id]);
    return row && rowOf(row);
  }

  async counts(filter: Omit<LedgerFilter, 'state'>): Promise<Readonly<Record<LedgerState, number>>> {
    const rows = await this.database.query<{ state: LedgerState; count: number }>(COUNTS, [
      filter.subject ?? null,
      filter.recipient ?? null,
      ...aboutOf(filter),
    ]);
    const counts: Record<LedgerState, number> = {
      PLANNED: 0,
      ATTEMPTING: 0,
      SENT: 0,
      DEFERRED: 0,
      FAILED: 0,
      UNKNOWN: 0,
      CANCELLED: 0,
    };
    for (const { state, count } of rows) counts[state] = count;
    return counts;
  }

  /** The reminders that went under a message id. */
  async ofMessage(messageId: string): Promise<readonly string[]> {
    const rows = await this.database.query<{ id: string }>('select id from reminder_v1 where message_id = $1', [
      messageId,
    ]);
    return rows.map(({ id }) => id);
  }
}
