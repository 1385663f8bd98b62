import { Database, type Sealed } from '@kull/event-store';
import type { Instant } from '@kull/kernel';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { countFaults, faultPage, faultsOf, isSameAddress, storeFault } from './address-faults';
import { canonicalJson } from './canonical';
import { openBytes, openJson, sealBytes, sealJson } from './cipher';
import type { AddressFault, PeoplePort, PersonId, PersonToRegister, Profile } from './contracts';
import { DataKeys } from './data-keys';
import { type PeopleKeys } from './keys';
import { knownFrom, merged } from './known-person';
import { mapKey, type PersonRow, ProfileStore, type Wanted } from './profile-store';

/** So many in one transaction: sealing them takes well under the time that a transaction may be idle. */
const REGISTERED_AT_A_TIME = 10_000;

/** Everything that is known of persons (design.md 8). The only place that can read it. */
@Injectable()
export class People implements PeoplePort, OnModuleInit {
  private readonly dataKeys: DataKeys;
  private readonly store: ProfileStore;

  constructor(
    private readonly database: Database,
    private readonly keys: PeopleKeys,
  ) {
    this.dataKeys = new DataKeys(keys);
    this.store = new ProfileStore(this.dataKeys);
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
      for (const [key, id] of await this.database.transaction((tx) => this.store.findOrMake(part, tx)))
        ids.set(key, id);
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
    changes: Partial<
      Pick<Profile, 'familyName' | 'givenNames' | 'hprNumber' | 'email' | 'phone' | 'language' | 'workplace'>
    >,
  ): Promise<void> {
    await this.database.transaction(async (tx) => {
      const [row] = await tx.query<PersonRow>(
        'select id, national_id_index, profile, as_of from people.person where id = $1 for update',
        [personId],
      );
      const key = (await this.dataKeys.of([personId], tx)).get(personId);
      if (!row || !key) throw new Error(`${personId} is unknown or forgotten`);
      const known = this.store.known(row, key);
      // Its instant stays: what is registered later, as of a later day, is still newer than this.
      await this.store.update([{ row, key, known: { ...known, facts: { ...known.facts, ...changes } } }], tx);
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
        profiles.set(row.id, {
          personId: row.id,
          ...this.store.known(row, key).facts,
          ...(emailFault && { emailFault }),
        });
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
      const { email } = this.store.known(row, key).facts;
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

  /** How many persons have an address that does not work. */
  addressFaultCount(): Promise<number> {
    return countFaults(this.database);
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
}
