import { Database, type Sealed, type Tx } from '@kull/event-store';
import type { Instant } from '@kull/kernel';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { faultPage, faultsOf, forgetFaults, isSameAddress, storeFault } from './address-faults';
import { canonicalJson } from './canonical';
import { openBytes, openJson, sealBytes, sealJson } from './cipher';
import type { AddressFault, PeoplePort, PersonId, PersonToRegister, Profile } from './contracts';
import { DataKeys } from './data-keys';
import { type PeopleKeys } from './keys';
import { type KnownPerson, knownFrom, merged, saysTheSame } from './known-person';
import { newPersonIds } from './person-id';

const PROFILE = 'Profile';

interface Wanted {
  readonly index: Buffer;
  readonly said: KnownPerson;
}

interface PersonRow {
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

/** So many in one transaction: sealing them takes well under the time that a transaction may be idle. */
const REGISTERED_AT_A_TIME = 10_000;

const mapKey = (index: Buffer): string => index.toString('latin1');

/** Everything that is known of persons (design.md 8). The only place that can read it. */
@Injectable()
export class People implements PeoplePort, OnModuleInit {
  private readonly dataKeys: DataKeys;

  constructor(
    private readonly database: Database,
    private readonly keys: PeopleKeys,
  ) {
    this.dataKeys = new DataKeys(keys);
  }

  async onModuleInit(): Promise<void> {
    await this.dataKeys.check(this.database);
  }

  async register(persons: readonly PersonToRegister[]): Promise<PersonId[]> {
    const indexes = persons.map(({ nationalId }) => this.keys.nationalIdIndex(nationalId));
    const wanted = new Map<string, Wanted>();
    for (const [at, person] of persons.entries()) {
      const index = indexes[at]!;
      const before = wanted.get(mapKey(index));
      const said = knownFrom(person);
      wanted.set(mapKey(index), { index, said: before ? merged(before.said, said) : said });
    }
    const ids = new Map<string, PersonId>();
    const all = [...wanted];
    for (let start = 0; start < all.length; start += REGISTERED_AT_A_TIME) {
      const part = new Map(all.slice(start, start + REGISTERED_AT_A_TIME));
      for (const [key, id] of await this.database.transaction((tx) => this.findOrMake(part, tx))) ids.set(key, id);
    }
    return indexes.map((index) => ids.get(mapKey(index))!);
  }

  async withNationalId(nationalId: string): Promise<PersonId | undefined> {
    const [row] = await this.database.query<{ id: PersonId }>(
      'select id from people.person where national_id_index = $1',
      [this.keys.nationalIdIndex(nationalId)],
    );
    return row?.id;
  }

  async rectify(
    personId: PersonId,
    changes: Partial<Pick<Profile, 'familyName' | 'givenNames' | 'hprNumber' | 'email' | 'phone' | 'language'>>,
  ): Promise<void> {
    await this.database.transaction(async (tx) => {
      const [row] = await tx.query<PersonRow>(
        'select id, national_id_index, profile, as_of from people.person where id = $1 for update',
        [personId],
      );
      const key = (await this.dataKeys.of([personId], tx)).get(personId);
      if (!row || !key) throw new Error(`${personId} is unknown or forgotten`);
      const known = this.known(row, key);
      // Its instant stays: what is registered later, as of a later day, is still newer than this.
      await this.update([{ row, key, known: { ...known, facts: { ...known.facts, ...changes } } }], tx);
    });
  }

  async profiles(personIds: readonly PersonId[]): Promise<ReadonlyMap<PersonId, Profile>> {
    const wanted = [...new Set(personIds)];
    const keys = await this.dataKeys.of(wanted, this.database);
    const rows = await this.database.query<PersonRow>(
      'select id, national_id_index, profile, as_of from people.person where id = any ($1)',
      [wanted],
    );
    const faults = await faultsOf(wanted, this.database);
    const profiles = new Map<PersonId, Profile>();
    for (const row of rows) {
      const key = keys.get(row.id);
      const emailFault = faults.get(row.id);
      if (key)
        profiles.set(row.id, { personId: row.id, ...this.known(row, key).facts, ...(emailFault && { emailFault }) });
    }
    return profiles;
  }

  async noteAddressFault(
    personId: PersonId,
    { address, ...fault }: AddressFault & { readonly address: string },
  ): Promise<void> {
    await this.database.transaction(async (tx) => {
      // Locked, so that a change of address at the same time comes before or after.
      const [row] = await tx.query<PersonRow>(
        'select id, national_id_index, profile, as_of from people.person where id = $1 for update',
        [personId],
      );
      const key = (await this.dataKeys.of([personId], tx)).get(personId);
      if (!row || !key) return;
      const { email } = this.known(row, key).facts;
      if (email !== undefined && isSameAddress(email, address)) await storeFault(personId, fault, tx);
    });
  }

  /** Whose address does not work, the oldest fault first, after the one named. */
  addressFaults(
    after: readonly [at: Instant, person: PersonId] | undefined,
    limit: number,
  ): Promise<readonly (AddressFault & { readonly personId: PersonId })[]> {
    return faultPage(after, limit, this.database);
  }

  async seal(
    values: readonly { readonly person: PersonId; readonly purpose: string; readonly value: unknown }[],
  ): Promise<Sealed[]> {
    const keys = await this.dataKeys.of(
      values.map(({ person }) => person),
      this.database,
    );
    return values.map(({ person, purpose, value }) => {
      const key = keys.get(person);
      if (!key) throw new Error(`${person} is unknown or forgotten`);
      return { person, sealed: sealJson(key, `${person}/${purpose}`, value).toString('base64') };
    });
  }

  async open<T>(values: readonly { readonly sealed: Sealed; readonly purpose: string }[]): Promise<(T | undefined)[]> {
    const keys = await this.dataKeys.of(
      values.map(({ sealed }) => sealed.person),
      this.database,
    );
    return values.map(({ sealed: { person, sealed }, purpose }) => {
      const key = keys.get(person);
      return key && openJson<T>(key, `${person}/${purpose}`, Buffer.from(sealed, 'base64'));
    });
  }

  /** Seals a document under the person's key, for a table of the caller's. */
  async sealDocument(person: PersonId, purpose: string, bytes: Uint8Array): Promise<Buffer> {
    const key = (await this.dataKeys.of([person], this.database)).get(person);
    if (!key) throw new Error(`${person} is unknown or forgotten`);
    return sealBytes(key, `${person}/${purpose}`, bytes);
  }

  /** Opens a sealed document; undefined when the person's key has been destroyed. */
  async openDocument(person: PersonId, purpose: string, sealed: Uint8Array): Promise<Buffer | undefined> {
    const key = (await this.dataKeys.of([person], this.database)).get(person);
    return key && openBytes(key, `${person}/${purpose}`, sealed);
  }

  fingerprint(content: unknown): string {
    return this.keys.fingerprint(canonicalJson(content));
  }

  /**
   * Destroys the person's key: nothing that was sealed under it can be read again, here or in any event. Whoever comes
   * back under the same number is a new person.
   */
  async erase(personId: PersonId): Promise<void> {
    await this.database.transaction(async (tx) => {
      await this.dataKeys.destroy(personId, tx);
      await tx.query('delete from people.person where id = $1', [personId]);
    });
  }

  private async findOrMake(wanted: ReadonlyMap<string, Wanted>, tx: Tx): Promise<Map<string, PersonId>> {
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

  private async update(changed: readonly News[], tx: Tx): Promise<void> {
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

  private known({ id, profile, as_of }: PersonRow, key: Buffer): KnownPerson {
    return {
      facts: openJson<KnownPerson['facts']>(key, `${id}/${PROFILE}`, profile),
      asOf: as_of.toISOString(),
    };
  }
}
