import type { Tx } from '@kull/event-store';
import type { Intent } from './contracts';

/** An intent with what caused it. */
export interface Owed {
  readonly intent: Intent;
  readonly reaction: string;
  readonly position: number;
}

const OWE = `with owed as (
    insert into messaging.outbox (key, reaction, position, job, payload, due_at)
    select key, reaction, position, job, payload::jsonb, coalesce(due_at, now())
      from unnest($1::text[], $2::text[], $3::bigint[], $4::text[], $5::text[], $6::timestamptz[])
        as o (key, reaction, position, job, payload, due_at)
    on conflict (key) do nothing
    returning id
  )
  select pg_notify('kull_outbox', '') from (select count(*) as n from owed) as c where c.n > 0`;

/** What an id, a code, a date or an instant looks like. Free text does not, and has no place in a payload (T35). */
const ID = /^[\p{L}\p{N}][\p{L}\p{N}_.:+/-]{0,119}$/u;

const refuseText = ({ key, payload }: Intent): void => {
  if (!ID.test(key)) throw new TypeError('a key is made of ids');
  for (const [name, value] of Object.entries(payload)) {
    const fits = typeof value === 'number' ? Number.isSafeInteger(value) : typeof value === 'string' && ID.test(value);
    if (!fits) throw new TypeError(`payload field ${name} is not an id`);
  }
};

/** Checks that an intent carries ids only and asks for a job that its reaction declared. */
export const checkIntent = (intent: Intent, jobs: readonly string[]): Intent => {
  if (!jobs.includes(intent.job)) throw new TypeError(`the reaction does not declare the job ${intent.job}`);
  refuseText(intent);
  return intent;
};

/** Stores what is owed, once per key, and wakes the relays when the transaction commits. */
export const owe = async (owed: readonly Owed[], tx: Tx): Promise<void> => {
  if (owed.length === 0) return;
  await tx.query(OWE, [
    owed.map(({ intent }) => intent.key),
    owed.map(({ reaction }) => reaction),
    owed.map(({ position }) => position),
    owed.map(({ intent }) => intent.job),
    owed.map(({ intent }) => JSON.stringify(intent.payload)),
    owed.map(({ intent }) => intent.dueAt ?? null),
  ]);
};

/** Where in the log it comes from, for work that no event asked for. */
const NO_EVENT = 0;

/**
 * Owes work that no event asks for: something has become due. Stored in the caller's transaction, once per key, as the
 * work of reactions is. A job must have its handler.
 */
export const oweWork = (intents: readonly Intent[], by: string, tx: Tx): Promise<void> => {
  for (const intent of intents) refuseText(intent);
  return owe(
    intents.map((intent) => ({ intent, reaction: by, position: NO_EVENT })),
    tx,
  );
};
