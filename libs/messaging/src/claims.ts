import { Database } from '@kull/event-store';
import { Injectable } from '@nestjs/common';
import { Grouped } from './grouped';

export type Payload = Readonly<Record<string, string | number>>;

/** A job that this process, and for now only this process, may do. */
export interface Claimed {
  readonly id: string;
  readonly claim: number;
  readonly key: string;
  readonly job: string;
  readonly payload: Payload;
}

/** `none`: done, not due, or somebody else's. `suspect`: its last worker crashed, so it has to run alone. */
export type Claim = Claimed | 'none' | 'suspect';

/** What became of a job that failed or crashed again. */
export type Verdict = 'again' | 'quarantined' | 'not mine';

export const LEASE_SECONDS = 15;
export const MAX_ERRORS = 5;
/** So many crashes alone, while no other job crashed, are the job's own doing. */
export const MAX_CRASHES = 3;
/** So many are, whatever else happens: two culprits must not be each other's excuse for ever. */
export const MAX_CRASHES_IN_A_STORM = 10;
const STORM_SECONDS = 60;

const OPEN = 'done_at is null and cancelled_at is null and quarantined_at is null';

const CLAIM = `with wanted as (
    select id, lease_until is not null as suspect from messaging.outbox
     where id = any ($1::uuid[]) and ${OPEN} and due_at <= now() and (lease_until is null or lease_until < now())
     order by id for update skip locked
  ), claimed as (
    update messaging.outbox o set claim = claim + 1, alone = false, lease_until = now() + make_interval(secs => $2)
      from wanted w where o.id = w.id and not w.suspect
    returning o.id, o.claim, o.key, o.job, o.payload
  )
  select id, claim, key, job, payload from claimed
  union all select id, null, null, null, null from wanted where suspect`;

/**
 * A crash counts when the job had been alone: then no other job of that process did it. It may still be that somebody
 * kills processes; others that crashed lately say so.
 */
const CLAIM_SUSPECT = `with wanted as (
    select id, crashes + case when lease_until is not null and alone then 1 else 0 end as crashes from messaging.outbox
     where id = $1 and ${OPEN} and due_at <= now() and (lease_until is null or lease_until < now())
     for update skip locked
  ), judged as (
    select w.id, w.crashes, w.crashes >= $5 or w.crashes >= $3 and not exists (
             select from messaging.outbox x where x.crashed_at > now() - make_interval(secs => $6) and x.id <> w.id) as guilty
      from wanted w
  )
  update messaging.outbox o
     set crashes = j.crashes, alone = $4, crashed_at = now(),
         claim = o.claim + case when j.guilty then 0 else 1 end,
         lease_until = case when not j.guilty then now() + make_interval(secs => $2) end,
         quarantined_at = case when j.guilty then now() end,
         last_error = case when j.guilty then 'Crash' else o.last_error end
    from judged j where o.id = j.id
  returning o.id, o.claim, o.key, o.job, o.payload, j.guilty as quarantined`;

const DONE = `with mine as (
    select o.id from messaging.outbox o join unnest($1::uuid[], $2::integer[]) as m (id, claim) on m.id = o.id
     where o.claim = m.claim and o.done_at is null order by o.id for update of o
  ), done as (
    update messaging.outbox o set done_at = now(), lease_until = null from mine where o.id = mine.id returning o.id, o.job
  ), counted as (
    insert into messaging.done_count (job, done) select job, count(*) from done group by job order by job
    on conflict (job) do update set done = done_count.done + excluded.done
  )
  select id from done`;

const FAILED = `update messaging.outbox
     set errors = errors + 1, last_error = $3, lease_until = null, alone = false, enqueued_at = null,
         due_at = now() + make_interval(secs => power(4, errors)),
         quarantined_at = case when errors + 1 >= $4 then now() end
   where id = $1 and claim = $2 and done_at is null
  returning quarantined_at is not null as quarantined`;

const RENEW = `with mine as (
    select o.id from messaging.outbox o join unnest($1::uuid[], $2::integer[]) as m (id, claim) on m.id = o.id
     where o.claim = m.claim and o.done_at is null order by o.id for update of o skip locked
  )
  update messaging.outbox o set lease_until = now() + make_interval(secs => $3) from mine where o.id = mine.id`;

/** Who does what: PostgreSQL decides, whatever the queue delivered and however often. */
@Injectable()
export class Claims {
  private readonly takes = new Grouped<string, Claim>((ids) => this.takeAll(ids));
  private readonly dones = new Grouped<Claimed, boolean>((jobs) => this.finishAll(jobs));

  constructor(private readonly database: Database) {}

  /** Claims a job that runs in company. */
  take(id: string): Promise<Claim> {
    return this.takes.ask(id);
  }

  /** Claims a job whose worker crashed; after too many crashes when it was alone it is quarantined instead. */
  async takeSuspect(id: string, alone: boolean): Promise<Claimed | Verdict> {
    const [row] = await this.database.query<Claimed & { quarantined: boolean }>(CLAIM_SUSPECT, [
      id,
      LEASE_SECONDS,
      MAX_CRASHES,
      alone,
      MAX_CRASHES_IN_A_STORM,
      STORM_SECONDS,
    ]);
    if (!row) return 'not mine';
    return row.quarantined ? 'quarantined' : row;
  }

  /** False: the claim was lost meanwhile. */
  finish(job: Claimed): Promise<boolean> {
    return this.dones.ask(job);
  }

  /** Notes an error: later again, with more patience each time, or into quarantine. */
  async fail({ id, claim }: Claimed, fault: string): Promise<Verdict> {
    const [row] = await this.database.query<{ quarantined: boolean }>(FAILED, [id, claim, fault, MAX_ERRORS]);
    if (!row) return 'not mine';
    return row.quarantined ? 'quarantined' : 'again';
  }

  /** Keeps long jobs. A row that is locked is being written to under its fence, which is as good. */
  async renew(jobs: readonly Claimed[]): Promise<void> {
    await this.database.query(RENEW, [jobs.map(({ id }) => id), jobs.map(({ claim }) => claim), LEASE_SECONDS]);
  }

  private async takeAll(ids: readonly string[]): Promise<readonly Claim[]> {
    const rows = await this.database.query<{ id: string; claim: number | null }>(CLAIM, [ids, LEASE_SECONDS]);
    const claims = new Map<string, Claim>();
    for (const row of rows) claims.set(row.id, row.claim === null ? 'suspect' : (row as Claimed));
    return ids.map((id) => {
      const claim = claims.get(id) ?? 'none';
      // The same id twice in one group is one claim.
      if (claim !== 'suspect') claims.delete(id);
      return claim;
    });
  }

  private async finishAll(jobs: readonly Claimed[]): Promise<readonly boolean[]> {
    const rows = await this.database.query<{ id: string }>(DONE, [
      jobs.map(({ id }) => id),
      jobs.map(({ claim }) => claim),
    ]);
    const done = new Set(rows.map(({ id }) => id));
    return jobs.map(({ id }) => done.has(id));
  }
}
