import { Database } from '@kull/event-store';
import { Injectable } from '@nestjs/common';

/** How many jobs of one kind are in which state. */
export interface JobCounts {
  readonly job: string;
  /** To be done at a later instant, also after an error. */
  readonly later: number;
  /** To be done now: waits for a worker. */
  readonly due: number;
  readonly running: number;
  readonly quarantined: number;
  readonly done: number;
}

/** Why something is not going to be done without somebody looking at it. */
export interface QuarantinedJob {
  readonly outboxId: string;
  readonly key: string;
  readonly job: string;
  readonly payload: Readonly<Record<string, string | number>>;
  readonly quarantinedAt: string;
  readonly errors: number;
  readonly crashes: number;
  /** Class and code. */
  readonly lastError: string | null;
}

export interface ReactionStanding {
  readonly reaction: string;
  /** Events that it has not seen yet. */
  readonly behind: number;
  /** Set when an event stopped it: class and code of the error. */
  readonly stopped: string | null;
}

export interface Work {
  readonly jobs: readonly JobCounts[];
  /** Since when the oldest due job waits; the measure of whether the workers keep up. */
  readonly oldestDueAt: string | null;
  readonly quarantined: readonly QuarantinedJob[];
  readonly reactions: readonly ReactionStanding[];
}

/** The same in four figures. */
export interface WorkSummary {
  /** Later, due and running. */
  readonly open: number;
  readonly oldestDueAt: string | null;
  readonly quarantined: number;
  readonly done: number;
}

/** What is still to be done for something. */
export interface OpenWork {
  /** Later, due and running. */
  readonly open: number;
  readonly quarantined: number;
  /** False while a reaction has events to read: more may come. */
  readonly settled: boolean;
}

const MOST_QUARANTINED = 100;

const COUNTS = `with open as (
    select job,
           count(*) filter (where quarantined_at is null and lease_until is null and due_at > now()) as later,
           count(*) filter (where quarantined_at is null and due_at <= now() and (lease_until is null or lease_until < now())) as due,
           count(*) filter (where quarantined_at is null and lease_until >= now()) as running,
           count(*) filter (where quarantined_at is not null) as quarantined
      from messaging.outbox where done_at is null and cancelled_at is null group by job
  )
  select coalesce(o.job, d.job) as job, coalesce(o.later, 0)::integer as later, coalesce(o.due, 0)::integer as due,
         coalesce(o.running, 0)::integer as running, coalesce(o.quarantined, 0)::integer as quarantined,
         coalesce(d.done, 0)::float8 as done
    from open o full join messaging.done_count d on d.job = o.job order by 1`;

const OLDEST = `select min(due_at) as at from messaging.outbox
  where done_at is null and cancelled_at is null and quarantined_at is null and due_at <= now()`;

const SUMMARY = `select count(*) filter (where quarantined_at is null)::integer as open,
         min(due_at) filter (where quarantined_at is null and due_at <= now()) as "oldestDueAt",
         count(*) filter (where quarantined_at is not null)::integer as quarantined,
         (select coalesce(sum(done), 0) from messaging.done_count)::float8 as done
    from messaging.outbox where done_at is null and cancelled_at is null`;

const QUARANTINED = `select id as "outboxId", key, job, payload, quarantined_at as "quarantinedAt", errors, crashes, last_error as "lastError"
    from messaging.outbox where done_at is null and quarantined_at is not null order by quarantined_at desc limit $1`;

const REACTIONS = `select c.reaction, (h.position - c.position)::float8 as behind,
         case when c.stopped_at is not null then c.last_error end as stopped
    from messaging.reaction_checkpoint c, log.head h order by c.reaction`;

const OPEN = `select count(*) filter (where quarantined_at is null)::integer as open,
         count(*) filter (where quarantined_at is not null)::integer as quarantined,
         not exists (select from messaging.reaction_checkpoint c, log.head h
                      where c.position < h.position and ($3::text[] is null or c.reaction = any ($3))) as settled
    from messaging.outbox
   where done_at is null and cancelled_at is null and payload @> $1::jsonb and ($2::text[] is null or job = any ($2))`;

/** What the workers have done, do and have to do, for people to look at. */
@Injectable()
export class WorkReport {
  constructor(private readonly database: Database) {}

  async overview(): Promise<Work> {
    const jobs = await this.database.query<JobCounts>(COUNTS);
    const [oldest] = await this.database.query<{ at: Date | null }>(OLDEST);
    const quarantined = await this.database.query<QuarantinedJob & { quarantinedAt: Date }>(QUARANTINED, [
      MOST_QUARANTINED,
    ]);
    const reactions = await this.database.query<ReactionStanding>(REACTIONS);
    return {
      jobs,
      oldestDueAt: oldest?.at?.toISOString() ?? null,
      quarantined: quarantined.map((row) => ({ ...row, quarantinedAt: row.quarantinedAt.toISOString() })),
      reactions,
    };
  }

  async summary(): Promise<WorkSummary> {
    const [row] = await this.database.query<Omit<WorkSummary, 'oldestDueAt'> & { oldestDueAt: Date | null }>(SUMMARY);
    return { ...row!, oldestDueAt: row!.oldestDueAt?.toISOString() ?? null };
  }

  /** What is left for the jobs whose payload has these fields: `{ classId }`; of some jobs or reactions only, if named. */
  async openFor(
    fields: Readonly<Record<string, string | number>>,
    { jobs, reactions }: { readonly jobs?: readonly string[]; readonly reactions?: readonly string[] } = {},
  ): Promise<OpenWork> {
    const [row] = await this.database.query<OpenWork>(OPEN, [JSON.stringify(fields), jobs ?? null, reactions ?? null]);
    return row!;
  }
}
