import { type Database, verifyLog } from '@kull/event-store';
import { uuidOf } from '@kull/kernel';
import type { Ledger } from './ledger';
import type { Exit } from './mortal';

/** Each check answers what breaks the invariant of reliability.md 3 that it is named after; nothing when it holds. */
export type Breaches = readonly unknown[];

/** I1: what was acknowledged is stored, what was refused is not. A command is stored when its first event is. */
export const i1 = async (database: Database, ledger: Ledger): Promise<Breaches> => {
  const firstEvents = (commandIds: readonly string[]) => commandIds.map((commandId) => uuidOf(commandId, 0));
  const lost = await database.query(
    'select id as lost from unnest($1::uuid[]) as l (id) where not exists (select from log.event e where e.event_id = l.id)',
    [firstEvents(ledger.of('ack'))],
  );
  const unwanted = await database.query(
    'select event_id as unwanted from log.event where event_id = any ($1::uuid[])',
    [firstEvents(ledger.of('reject'))],
  );
  return [...lost, ...unwanted];
};

/** I2: streams are contiguous. */
export const i2 = (database: Database): Promise<Breaches> =>
  database.query('select stream from log.event group by 1 having min(version) <> 1 or max(version) <> count(*)');

/** I3: the global order is gapless. */
export const i3 = (database: Database): Promise<Breaches> =>
  database.query('select 1 as gap from log.event having max(position) <> count(*) or min(position) <> 1');

/** I4: the tailing reader read exactly 1 … N in order. */
export const i4 = async (database: Database, seen: readonly number[]): Promise<Breaches> => {
  const [head] = await database.query<{ position: number }>('select position::float8 as position from log.head');
  const wrong = seen.findIndex((position, index) => position !== index + 1);
  return wrong < 0 && seen.length === head!.position ? [] : [{ seen: seen.length, head: head!.position, wrong }];
};

/** I5: chain and tree verify. */
export const i5 = async (database: Database): Promise<Breaches> => {
  const audit = await verifyLog(database);
  return audit.intact ? [] : [audit];
};

/** I7: nothing owed is left over, every reaction is at the end of the log, nothing is quarantined but the poison. */
export const i7 = async (database: Database, poison: readonly string[] = []): Promise<Breaches> => {
  const left = await database.query(
    'select key as left from messaging.outbox where done_at is null and cancelled_at is null and quarantined_at is null and due_at <= now()',
  );
  const behind = await database.query(
    'select c.reaction as behind from messaging.reaction_checkpoint c, log.head h where c.position <> h.position',
  );
  const innocent = await database.query(
    'select key as quarantined, errors, crashes, last_error from messaging.outbox where quarantined_at is not null and key <> all ($1)',
    [poison],
  );
  return [...left, ...behind, ...innocent];
};

/** What will be tried again after an error: not due yet, and not over either. */
export const triedAgain = (database: Database): Promise<Breaches> =>
  database.query(
    'select key, errors, due_at from messaging.outbox where done_at is null and cancelled_at is null and quarantined_at is null and errors > 0',
  );

/** While something was away, ms of this process. */
export interface Away {
  readonly from: number;
  readonly until: number;
}

/** Who comes up while there is no database says so, ends with 1, and is started again by whoever keeps it. */
const hadNoDatabase = ({ wasReady, code, startedAt, endedAt }: Exit, away: readonly Away[]): boolean =>
  !wasReady && code === 1 && away.some(({ from, until }) => startedAt < until && from < endedAt);

/** I15: processes ended only when they were killed, by the storm or at a failpoint, or could not come up (F19). */
export const i15 = (
  exits: readonly Exit[],
  victims: ReadonlySet<number> = new Set(),
  away: readonly Away[] = [],
): Breaches =>
  exits.filter((exit) => !exit.injected && !exit.planned && !victims.has(exit.pid ?? 0) && !hadNoDatabase(exit, away));

/** What work leaves behind; equal before and after a restart or rebuild without new commands (I16). */
export const footprint = (database: Database): Promise<readonly unknown[]> =>
  database.query(
    `select (select count(*) from log.event)::int as events, (select count(*) from messaging.outbox)::int as owed,
            (select sum(claim) from messaging.outbox)::int as claims, (select max(done_at) from messaging.outbox) as last`,
  );
