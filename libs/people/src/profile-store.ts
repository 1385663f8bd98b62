import type { Tx } from '@kull/event-store';
import { forgetFaults } from './address-faults';
import { openJson, sealJson } from './cipher';
import type { PersonId } from './contracts';
import type { DataKeys } from './data-keys';
import { type KnownPerson, merged, saysTheSame } from './known-person';
import { newPersonIds } from './person-id';

const PROFILE = 'Profile';

/** A person to be found or made, by the blind index of the identity number. */
export interface Wanted {
  readonly index: Buffer;
  readonly said: KnownPerson;
}

export interface PersonRow {
  readonly id: PersonId;
  readonly national_id_index: Buffer;
  readonly profile: Buffer;
  readonly as_of: Date;
}

/** What a person's row is to hold from now on. */
interface News {
  readonly row: PersonRow;
  readonly key: Buffer;
  readonly known: KnownPerson;
}

/** A blind index as the key of a map. */
export const mapKey = (index: Buffer): string => index.toString('latin1');

/** The rows of persons: profiles sealed under each person's key, found by blind index. */
export class ProfileStore {
  constructor(private readonly dataKeys: DataKeys) {}

  /** The ids of these persons, those that were not known made new; what is news about the others is taken in. */
  async findOrMake(wanted: ReadonlyMap<string, Wanted>, tx: Tx): Promise<Map<string, PersonId>> {
    const found = await this.find([...wanted.values()], tx);
    const missing = [...wanted.values()].filter(({ index }) => !found.has(mapKey(index)));
    const made = await this.insert(missing, tx);
    const ids = new Map([...found].map(([key, { id }]) => [key, id]));
    for (const [key, id] of made) ids.set(key, id);
    // Made by somebody else in the same instant.
    const others = missing.filter(({ index }) => !made.has(mapKey(index)));
    for (const [key, row] of others.length ? await this.find(others, tx) : []) {
      ids.set(key, row.id);
      found.set(key, row);
    }
    await this.learn(found, wanted, tx);
    return ids;
  }

  private async find(wanted: readonly Wanted[], tx: Tx): Promise<Map<string, PersonRow>> {
    const rows = await tx.query<PersonRow>(
      'select id, national_id_index, profile, as_of from people.person where national_id_index = any ($1)',
      [wanted.map(({ index }) => index)],
    );
    return new Map(rows.map((row) => [mapKey(row.national_id_index), row]));
  }

  private async insert(missing: readonly Wanted[], tx: Tx): Promise<Map<string, PersonId>> {
    if (missing.length === 0) return new Map();
    // In order of index, so that two that register the same persons wait for each other and do not deadlock.
    const ordered = [...missing].sort((a, b) => a.index.compare(b.index));
    const ids = newPersonIds(ordered.length);
    const { plain, wrapped } = this.dataKeys.make(ids);
    const inserted = await tx.query<{ id: string; national_id_index: Buffer }>(
      `insert into people.person (id, national_id_index, profile, as_of)
       select * from unnest($1::text[], $2::bytea[], $3::bytea[], $4::timestamptz[])
       on conflict (national_id_index) do nothing
       returning id, national_id_index`,
      [
        ids,
        ordered.map(({ index }) => index),
        ordered.map(({ said }, at) => sealJson(plain[at]!, `${ids[at]}/${PROFILE}`, said.facts)),
        ordered.map(({ said }) => said.asOf),
      ],
    );
    const own = new Set(inserted.map(({ id }) => id));
    await this.dataKeys.store(
      ids.filter((id) => own.has(id)),
      wrapped.filter((_, at) => own.has(ids[at]!)),
      tx,
    );
    return new Map(inserted.map(({ id, national_id_index }) => [mapKey(national_id_index), id]));
  }

  /** Takes what is newer, or was not known, into the profiles that were there. Locks only rows that change. */
  private async learn(
    found: ReadonlyMap<string, PersonRow>,
    wanted: ReadonlyMap<string, Wanted>,
    tx: Tx,
  ): Promise<void> {
    const news = await this.newsIn([...found.values()], wanted, tx);
    if (news.length === 0) return;
    const locked = await tx.query<PersonRow>(
      'select id, national_id_index, profile, as_of from people.person where id = any ($1) order by id for update',
      [news.map(({ row }) => row.id)],
    );
    await this.update(await this.newsIn(locked, wanted, tx), tx);
  }

  private async newsIn(
    rows: readonly PersonRow[],
    wanted: ReadonlyMap<string, Wanted>,
    tx: Tx,
  ): Promise<readonly News[]> {
    if (rows.length === 0) return [];
    const keys = await this.dataKeys.of(
      rows.map(({ id }) => id),
      tx,
    );
    return rows.flatMap((row) => {
      const key = keys.get(row.id);
      if (!key) return [];
      const before = this.known(row, key);
      const known = merged(before, wanted.get(mapKey(row.national_id_index))!.said);
      return saysTheSame(before, known) && before.asOf === known.asOf ? [] : [{ row, key, known }];
    });
  }

  /** Seals what their rows are to hold. A fault of an address goes when the address does. */
  async update(changed: readonly News[], tx: Tx): Promise<void> {
    if (changed.length === 0) return;
    await tx.query(
      `update people.person as p set profile = new.profile, as_of = new.as_of
       from unnest($1::text[], $2::bytea[], $3::timestamptz[]) as new (id, profile, as_of) where p.id = new.id`,
      [
        changed.map(({ row }) => row.id),
        changed.map(({ row, key, known }) => sealJson(key, `${row.id}/${PROFILE}`, known.facts)),
        changed.map(({ known }) => known.asOf),
      ],
    );
    const moved = changed.filter(({ row, key, known }) => this.known(row, key).facts.email !== known.facts.email);
    await forgetFaults(
      moved.map(({ row }) => row.id),
      tx,
    );
  }

  /** Opens a row. */
  known({ id, profile, as_of }: PersonRow, key: Buffer): KnownPerson {
    return {
      facts: openJson<KnownPerson['facts']>(key, `${id}/${PROFILE}`, profile),
      asOf: as_of.toISOString(),
    };
  }
}
