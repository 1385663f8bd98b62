import { randomBytes } from 'node:crypto';
import type { Tx } from '@kull/event-store';
import { openBytes, sealBytes } from './cipher';
import type { PersonId } from './contracts';
import type { PeopleKeys } from './keys';

const KEY_BYTES = 32;
const PURPOSE = 'DataKey';

/**
 * The key of each person, wrapped. Read anew for every batch, never cached: a key destroyed by another process has to
 * be gone here too.
 */
export class DataKeys {
  constructor(private readonly keys: PeopleKeys) {}

  /** New keys for these persons, as stored by `store`. */
  make(persons: readonly PersonId[]): { readonly plain: readonly Buffer[]; readonly wrapped: readonly Buffer[] } {
    const random = randomBytes(KEY_BYTES * persons.length);
    const plain = persons.map((_, index) => random.subarray(index * KEY_BYTES, (index + 1) * KEY_BYTES));
    const wrapped = persons.map((person, index) =>
      sealBytes(this.keys.wrappingKey, `${person}/${PURPOSE}`, plain[index]!),
    );
    return { plain, wrapped };
  }

  async store(persons: readonly PersonId[], wrapped: readonly Buffer[], tx: Tx): Promise<void> {
    await tx.query(
      `insert into people.data_key (person_id, wrapping_key, wrapped)
       select person_id, $2, wrapped from unnest($1::text[], $3::bytea[]) as new (person_id, wrapped)`,
      [persons, this.keys.wrappingKeyId, wrapped],
    );
  }

  /** The keys that still are; a person whose key was destroyed is missing. */
  async of(persons: readonly PersonId[], tx: Tx): Promise<ReadonlyMap<PersonId, Buffer>> {
    const rows = await tx.query<{ person_id: string; wrapped: Buffer }>(
      'select person_id, wrapped from people.data_key where person_id = any ($1) and wrapped is not null',
      [[...new Set(persons)]],
    );
    return new Map(rows.map(({ person_id, wrapped }) => [person_id, this.unwrap(person_id, wrapped)]));
  }

  async destroy(person: PersonId, tx: Tx): Promise<void> {
    await tx.query(
      'update people.data_key set wrapped = null, destroyed_at = now() where person_id = $1 and wrapped is not null',
      [person],
    );
  }

  /** Refuses to go on with keys that are not those of this database. */
  async check(tx: Tx): Promise<void> {
    const [other] = await tx.query(
      'select 1 from people.data_key where wrapped is not null and wrapping_key <> $1 limit 1',
      [this.keys.wrappingKeyId],
    );
    if (other) throw new Error('the keys of people (KULL_KEYS or KULL_PEOPLE_KEY) are not those of this database');
  }

  private unwrap(person: PersonId, wrapped: Buffer): Buffer {
    return openBytes(this.keys.wrappingKey, `${person}/${PURPOSE}`, wrapped);
  }
}
