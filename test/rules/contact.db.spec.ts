import { afterAll, afterEach, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { EventStore } from '@kull/event-store';
import { newUuid } from '@kull/kernel';
import { type Envelope, type Letter, MailSender } from '@kull/mail/contracts';
import { contactStreamOf, OwnContact, People } from '@kull/people';
import { Addresses } from '@kull/reminders/addresses';
import { WriteToFormerAddress } from '@kull/reminders/reactions/write-to-former-address';
import { createTestApi, type TestApi } from '../harness/api';

let api: TestApi;
let personId: string;

const OLD = 'kari@eksempel.no';
const NEW = 'kari.ny@eksempel.no';

beforeAll(async () => {
  api = await createTestApi();
  [personId] = (await api.app.get(People).register([
    {
      nationalId: '15877512345',
      familyName: 'Moe',
      givenNames: 'Kari',
      birthDate: '1975-07-15',
      email: OLD,
      asOf: '2026-03-01T10:00:00.000Z',
    },
  ])) as [string];
}, 60_000);
afterEach(() => {
  jest.restoreAllMocks();
});
afterAll(() => api?.close());

const change = (wish: Parameters<OwnContact['change']>[1]) =>
  api.app
    .get(OwnContact)
    .change(personId, wish, { commandId: newUuid(), actor: personId, occurredAt: '2027-01-10T10:00:00.000Z' });
const stored = () => api.app.get(EventStore).readStream(contactStreamOf(personId));
const tell = async (version: number) => {
  const send = jest.spyOn(api.app.get(MailSender), 'send').mockResolvedValue({ outcome: 'sent' });
  await api.app.get(WriteToFormerAddress).handle({ personId, version });
  return send.mock.calls as [Letter, Envelope][];
};

describe('an address, a language and a workplace that somebody changes', () => {
  it('are what letters go by from then on, and stand nowhere in the log that can be read', async () => {
    expect(await change({ email: NEW, language: 'nn', workplace: 'Legekontoret' })).toBeUndefined();
    expect(await api.app.get(Addresses).of({ kind: 'person', personId })).toMatchObject({ email: NEW, language: 'nn' });
    const events = await stored();
    expect(events.map(({ type }) => type)).toEqual(['EmailChanged', 'LanguageChanged', 'WorkplaceChanged']);
    expect(JSON.stringify(events)).not.toMatch(/eksempel|Legekontoret/);
  });

  it('are told to the address before, once the change is there', async () => {
    const [[letter, envelope]] = (await tell(1)) as [[Letter, Envelope]];
    expect([envelope.to.address, letter.language]).toEqual([OLD, 'nn']);
    expect(JSON.stringify(letter)).not.toContain(NEW);
  });

  it('are no event when nothing is another, and nothing at all when refused', async () => {
    const before = await stored();
    expect(await change({ email: NEW, language: 'nn', workplace: 'Legekontoret' })).toBeUndefined();
    expect(await change({ email: NEW.toUpperCase() })).toBeUndefined();
    expect(await change({ email: 'nobody' })).toBe('EMAIL_INVALID');
    expect(await change({ email: NEW, workplace: 'x'.repeat(121) })).toBe('WORKPLACE_TOO_LONG');
    expect(await stored()).toHaveLength(before.length);
    expect(await api.app.get(Addresses).of({ kind: 'person', personId })).toMatchObject({ language: 'nn' });
  });

  it('are told to nobody once the person has been forgotten', async () => {
    await api.app.get(People).erase(personId);
    expect(await tell(1)).toEqual([]);
  });
});
