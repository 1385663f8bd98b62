import type { Tx } from '@kull/event-store';
import type { Instant } from '@kull/kernel';
import type { AddressFault, PersonId } from './contracts';

interface FaultRow {
  readonly person_id: PersonId;
  readonly kind: AddressFault['kind'];
  readonly code: string;
  readonly at: Date;
}

const faultOf = ({ kind, code, at }: FaultRow): AddressFault => ({ kind, code, at: at.toISOString() });

/** The same address, however it was written. */
export const isSameAddress = (a: string, b: string): boolean => a.trim().toLowerCase() === b.trim().toLowerCase();

/** The latest fault of each person's address. */
export const storeFault = (person: PersonId, { kind, code, at }: AddressFault, tx: Tx): Promise<unknown> =>
  tx.query(
    `insert into people.address_fault (person_id, kind, code, at) values ($1, $2, $3, $4)
     on conflict (person_id) do update set kind = excluded.kind, code = excluded.code, at = excluded.at
     where excluded.at > address_fault.at`,
    [person, kind, code, at],
  );

/** Whoever has another address has no fault. */
export const forgetFaults = async (persons: readonly PersonId[], tx: Tx): Promise<void> => {
  if (persons.length > 0) await tx.query('delete from people.address_fault where person_id = any ($1)', [persons]);
};

export const faultsOf = async (persons: readonly PersonId[], tx: Tx): Promise<ReadonlyMap<PersonId, AddressFault>> => {
  const rows = await tx.query<FaultRow>(
    'select person_id, kind, code, at from people.address_fault where person_id = any ($1)',
    [persons],
  );
  return new Map(rows.map((row) => [row.person_id, faultOf(row)]));
};

/** How many persons have an address that does not work. */
export const countFaults = async (tx: Tx): Promise<number> => {
  const [row] = await tx.query<{ readonly count: number }>(
    'select count(*)::integer as count from people.address_fault',
  );
  return row!.count;
};

/** The oldest first. */
export const faultPage = async (
  after: readonly [at: Instant, person: PersonId] | undefined,
  limit: number,
  tx: Tx,
): Promise<readonly (AddressFault & { readonly personId: PersonId })[]> => {
  const rows = await tx.query<FaultRow>(
    `select person_id, kind, code, at from people.address_fault
     where $1::timestamptz is null or (at, person_id) > ($1::timestamptz, $2::text)
     order by at, person_id limit $3`,
    [after?.[0] ?? null, after?.[1] ?? null, limit],
  );
  return rows.map((row) => ({ personId: row.person_id, ...faultOf(row) }));
};
