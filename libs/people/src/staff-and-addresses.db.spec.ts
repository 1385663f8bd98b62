import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createTestStore, type TestStore } from '../../../test/harness/database';
import type { AddressFault, PersonId, StaffMember } from './contracts';
import { peopleKeysFrom } from './keys';
import { People } from './people';
import { peopleMigrations } from './people.module';
import { StaffDirectory } from './staff-directory';

let store: TestStore;
let people: People;
let staff: StaffDirectory;
const keys = peopleKeysFrom(Buffer.alloc(32, 1));

beforeAll(async () => {
  store = await createTestStore({ codecs: [], migrations: peopleMigrations });
  people = new People(store.database, keys);
  staff = new StaffDirectory(store.database, keys);
});
afterAll(() => store.close());

const kari: StaffMember = { code: 'khe', name: 'Kari Klartekstsen', email: 'khe@example.no', language: 'nb' };
const ola: StaffMember = {
  code: 'ola',
  name: 'Ola Dahl',
  email: 'ola@example.no',
  phone: '+4799999999',
  language: 'nn',
};

describe('the staff directory', () => {
  it('takes in what is new or another, and nothing twice', async () => {
    expect(await staff.take([kari, ola])).toEqual({ taken: 2, unchanged: 0 });
    const before = await store.owner.query('select code, profile from people.staff order by code');
    expect(await staff.take([ola, kari])).toEqual({ taken: 0, unchanged: 2 });
    expect(await store.owner.query('select code, profile from people.staff order by code')).toEqual(before);
    const moved = { ...ola, email: 'dahl@example.no' };
    expect(await staff.take([kari, moved])).toEqual({ taken: 1, unchanged: 1 });
    expect(await staff.members(['ola', 'khe', 'nei', 'ola'])).toEqual(
      new Map([
        ['khe', kari],
        ['ola', moved],
      ]),
    );
  });

  it('is paged by code', async () => {
    expect((await staff.page(undefined, 1)).map(({ code }) => code)).toEqual(['khe']);
    expect((await staff.page('khe', 5)).map(({ code }) => code)).toEqual(['ola']);
  });

  it('takes the same file from two at once in one go after the other', async () => {
    const member = { ...kari, code: 'samtidig' };
    const outcomes = await Promise.all([staff.take([member]), staff.take([member]), staff.take([member])]);
    expect(outcomes.map(({ taken }) => taken).sort()).toEqual([0, 0, 1]);
  });

  it('is nowhere in the database in plain text', async () => {
    const [row] = await store.owner.query<{ all: string }>(
      `select string_agg(encode(profile, 'escape'), ' ') as all from people.staff`,
    );
    expect(row!.all).not.toMatch(/Klartekstsen|example|99999999/);
  });
});

describe('a fault of an address', () => {
  const fault: AddressFault = { kind: 'BOUNCED', code: '5.1.1', at: '2027-03-01T08:00:12.000Z' };
  const registered = async (n: number, email?: string): Promise<PersonId> => {
    const [id] = await people.register([
      {
        nationalId: `158175${String(n).padStart(5, '0')}`,
        familyName: 'Testesen',
        givenNames: 'Kari',
        birthDate: '1975-01-15',
        email,
        asOf: '2026-03-01T10:00:00.000Z',
      },
    ]);
    return id!;
  };
  const faultOf = async (id: PersonId) => (await people.profiles([id])).get(id)!.emailFault;
  const listed = async () => (await people.addressFaults(undefined, 100)).map(({ personId }) => personId);

  it('is known with the person and listed, until the address is changed', async () => {
    const id = await registered(1, 'kari@example.no');
    await people.noteAddressFault(id, { ...fault, address: 'Kari@example.no' });
    expect(await faultOf(id)).toEqual(fault);
    expect(await people.addressFaults(undefined, 10)).toEqual([{ personId: id, ...fault }]);
    await people.rectify(id, { phone: '+4799999999' });
    expect(await faultOf(id)).toEqual(fault);
    await people.rectify(id, { email: 'kari.ny@example.no' });
    expect(await faultOf(id)).toBeUndefined();
    expect(await listed()).not.toContain(id);
  });

  it('is not noted of an address that the person no longer has', async () => {
    const id = await registered(2, 'ny@example.no');
    const without = await registered(3);
    for (const person of [id, without, 'per_nobody']) {
      await people.noteAddressFault(person, { ...fault, address: 'gammel@example.no' });
    }
    expect(await faultOf(id)).toBeUndefined();
    expect(await listed()).not.toContain(id);
  });

  it('is gone when a later file has another address, and stays when an older one is read again', async () => {
    const id = await registered(4, 'kari@example.no');
    await people.noteAddressFault(id, { ...fault, address: 'kari@example.no' });
    await registered(4, 'kari@example.no');
    expect(await faultOf(id)).toEqual(fault);
    const later = {
      familyName: 'Testesen',
      givenNames: 'Kari',
      birthDate: '1975-01-15',
      asOf: '2026-04-01T10:00:00.000Z',
    };
    await people.register([{ ...later, nationalId: '15817500004', email: 'ny@example.no' }]);
    expect(await faultOf(id)).toBeUndefined();
  });

  it('is the latest, whichever is noted first, and goes with the person', async () => {
    const id = await registered(5, 'kari@example.no');
    const later = { ...fault, kind: 'REFUSED', code: '550', at: '2027-03-02T08:00:00.000Z' } as const;
    for (const one of [later, fault]) await people.noteAddressFault(id, { ...one, address: 'kari@example.no' });
    expect(await faultOf(id)).toEqual(later);
    await people.erase(id);
    expect(await listed()).not.toContain(id);
  });
});
