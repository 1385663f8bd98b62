import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { OwnOffers } from '@kull/admissions';
import { application } from '@kull/admissions/domain/application';
import { OfferQueries } from '@kull/admissions/read-models/offers.query';
import { EventStore } from '@kull/event-store';
import { createTestApi, type TestApi } from '../harness/api';
import { loggedInPerson } from '../harness/logged-in';
import { OfferedIntake, type OfferedPerson } from '../harness/offered-intake';

let api: TestApi;
let intake: OfferedIntake;

beforeAll(async () => {
  api = await createTestApi();
  intake = new OfferedIntake(api);
  await intake.offer();
  await intake.setClock('2026-05-01T08:00:00Z');
}, 120_000);
afterAll(() => api.close());

const get = (url: string, headers: Record<string, string> = {}) => api.fastify.inject({ url, headers });
let callers = 0;
/** Each from an address of its own, unless it is said from which. */
const post = (
  url: string,
  form: Record<string, string>,
  headers: Record<string, string> = {},
  remoteAddress = `192.0.2.${(++callers % 250) + 1}`,
) =>
  api.fastify.inject({
    method: 'POST',
    url,
    remoteAddress,
    headers: { 'content-type': 'application/x-www-form-urlencoded', 'sec-fetch-site': 'same-origin', ...headers },
    payload: new URLSearchParams(form).toString(),
  });
const outcomeOf = async ({ offer }: OfferedPerson) => (await api.app.get(OfferQueries).find(offer.id))!.outcome;
const versionOf = async ({ offer }: OfferedPerson) =>
  (await api.app.get(EventStore).load(application, offer.application)).version;

const taken = new Set<string>();
/** Somebody whom no other test here answers for. */
const somebody = async (wishNo: number): Promise<OfferedPerson> => {
  const person = await intake.offered(1, (offer) => offer.wishNo === wishNo && !taken.has(offer.offerId));
  taken.add(person.offer.id);
  return person;
};

describe('an offer behind its link', () => {
  it('is shown as the letter told it, changes nothing, and names nobody', async () => {
    const person = await somebody(2);
    const before = await versionOf(person);
    for (let time = 0; time < 3; time++) {
      const { statusCode, body } = await get(person.path);
      expect(statusCode).toBe(200);
      expect(body).toContain(person.offer.class);
      expect(body).toContain('Svarfrist: fredag 8. mai 2026 kl. 23:59.');
      expect(body).toContain('Svarer du ikke, faller tilbudet bort, og du får ikke flere tilbud.');
      for (const secret of [person.profile.familyName, person.offer.applicationNo, 'du er nr.', 'ønske nr.'])
        expect(body).not.toContain(secret);
    }
    expect(await versionOf(person)).toBe(before);
    expect(await outcomeOf(person)).toBeNull();
  });

  it('offers the answers that make sense: two without a better wish, four with one', async () => {
    const radios = async (wishNo: number) =>
      [...(await get((await somebody(wishNo)).path)).body.matchAll(/<label[^>]*for="valg-\d"[^>]*>([^<]*)</g)].map(
        ([, text]) => text,
      );
    expect(await radios(1)).toEqual(['Ja takk', 'Nei takk']);
    expect(await radios(2)).toEqual([
      expect.stringMatching(/^Ja, og jeg venter fortsatt på [A-Z]+-\d$/),
      'Ja, og jeg venter ikke på noe annet',
      expect.stringMatching(/^Nei, men jeg venter fortsatt på [A-Z]+-\d$/),
      'Nei takk, og jeg venter ikke lenger',
    ]);
  });

  it('is not there under any other address', async () => {
    const { path } = await somebody(1);
    const other = path.slice(0, -1) + (path.endsWith('A') ? 'B' : 'A');
    for (const url of [other, '/tilbud/x1', path.replace('/tilbud/', '/vedtak/')])
      expect((await get(url)).statusCode).toBe(404);
    expect((await post(other, { valg: '0', fodselsdato: '01.01.1970' })).statusCode).toBe(404);
  });

  it('takes an answer with the birth date, in the name of the applicant, and shows a receipt that can be looked at again', async () => {
    const person = await somebody(2);
    const sent = await post(person.path, { valg: '0', fodselsdato: person.birthDate, besok: 'v-1' });
    expect(sent.statusCode).toBe(303);
    const receipt = String(sent.headers.location);
    expect(receipt.startsWith(`${person.path}/`)).toBe(true);
    for (let time = 0; time < 2; time++) {
      const { statusCode, body } = await get(receipt);
      expect(statusCode).toBe(200);
      expect(body).toContain('Du har takket ja');
      expect(body).toContain('Svaret kom fredag 1. mai 2026 kl. 10:00.');
      expect(body).toContain(`Du venter fortsatt på ${person.wishes[0]}.`);
    }
    expect(await api.app.get(OfferQueries).find(person.offer.id)).toMatchObject({
      outcome: 'ACCEPTED',
      keepWaiting: true,
      answeredAt: expect.stringMatching(/^2026-05-01T08:00:/),
    });
    const history = await api.app.get(EventStore).readStream(`application-${person.offer.application}`);
    expect(history.at(-1)!.metadata).toMatchObject({ actor: person.offer.person, source: 'offer-page' });
  });

  it('is answered once however often the same form is sent, and says so to another one', async () => {
    const person = await somebody(2);
    const form = { valg: '1', fodselsdato: person.birthDate, besok: 'v-2' };
    const both = await Promise.all([post(person.path, form), post(person.path, form)]);
    expect(both.map(({ statusCode }) => statusCode)).toEqual([303, 303]);
    const before = await versionOf(person);
    const again = await post(person.path, { ...form, valg: '3', besok: 'v-3' });
    expect(again.statusCode).toBe(409);
    expect(again.body).toContain('Du har svart på dette tilbudet før. Det første svaret gjelder');
    expect(await versionOf(person)).toBe(before);
    expect(await outcomeOf(person)).toBe('ACCEPTED');
    const closed = await get(person.path);
    expect(closed.body).not.toContain('takket ja');
    const seen = await post(`${person.path}/se`, { fodselsdato: person.birthDate });
    expect((await get(String(seen.headers.location))).body).toContain('Du har takket ja');
  });

  it('takes no answer with another birth date, keeps what was chosen, and stops whoever goes on trying', async () => {
    const person = await somebody(1);
    const wrong = await post(person.path, { valg: '1', fodselsdato: '01.01.1901' });
    expect(wrong.statusCode).toBe(422);
    expect(wrong.body).toContain('Fødselsdatoen stemmer ikke');
    expect(wrong.body).toMatch(/value="1"[^>]*checked/);
    for (let time = 0; time < 25; time++) await post(person.path, { valg: '0', fodselsdato: '01.01.1902' });
    const right = await post(person.path, { valg: '0', fodselsdato: person.birthDate });
    expect(right.statusCode).toBe(429);
    expect(await outcomeOf(person)).toBeNull();
    const cookie = await loggedInPerson(api, person.offer.person);
    expect((await post(person.path, { valg: '0' }, { cookie })).statusCode).toBe(303);
    expect(await outcomeOf(person)).toBe('ACCEPTED');
  });

  it('refuses what another site sends', async () => {
    const person = await somebody(1);
    const sent = await post(
      person.path,
      { valg: '0', fodselsdato: person.birthDate },
      { 'sec-fetch-site': 'cross-site' },
    );
    expect(sent.statusCode).toBe(403);
    expect(await outcomeOf(person)).toBeNull();
  });
});

describe('an applicant who is logged in', () => {
  it('answers without a birth date, sees where they stand, and sees nobody else’s', async () => {
    const [person, other] = [await somebody(1), await somebody(1)];
    const cookie = await loggedInPerson(api, person.offer.person);
    const { body } = await get(person.path, { cookie });
    expect(body).not.toContain('name="fodselsdato"');
    expect(body).toMatch(/du er nr\. \d+ av \d+/);
    expect((await get(other.path, { cookie })).body).toContain('name="fodselsdato"');
    const none = await post(person.path, {}, { cookie });
    expect([none.statusCode, none.body.includes('Velg et svar før du sender')]).toEqual([422, true]);
    const sent = await post(person.path, { valg: '1' }, { cookie });
    expect([sent.statusCode, sent.headers.location]).toEqual([303, person.path]);
    expect((await get(person.path, { cookie })).body).toContain('Du har takket nei');
    const list = (await get('/tilbud', { cookie })).body;
    expect(list).toContain(person.path);
    expect(list).not.toContain(other.path);
  });

  it('is asked to log in for the list of their offers', async () => {
    expect((await get('/tilbud')).headers.location).toBe('/logg-inn?til=%2Ftilbud');
  });
});

describe('after the deadline', () => {
  it('an answer is refused, kept, and said to be late with both times', async () => {
    const person = await somebody(1);
    await intake.setClock('2026-05-08T22:01:00Z');
    const sent = await post(person.path, { valg: '0', fodselsdato: person.birthDate, besok: 'late' });
    expect(sent.statusCode).toBe(409);
    expect(sent.body).toContain('Svaret kom lørdag 9. mai 2026 kl. 00:01, etter fristen fredag 8. mai 2026 kl. 23:59.');
    expect(sent.body).not.toContain('name="valg"');
    expect(await outcomeOf(person)).toBeNull();
    await intake.run.close(1);
    const seen = await post(`${person.path}/se`, { fodselsdato: person.birthDate });
    const { body } = await get(String(seen.headers.location));
    expect(body).toContain('Tilbudet er bortfalt');
    expect(body).toContain('Du får ikke flere tilbud i dette opptaket');
  });

  it('a better offer is a question of changing or keeping, and keeps the place when declined', async () => {
    await intake.run.takeInAnswers(1);
    await intake.run.offers(2);
    await intake.setClock('2026-05-12T08:00:00Z');
    const person = await intake.offered(2, ({ heldBefore }) => heldBefore !== undefined);
    const own = (await api.app.get(OwnOffers).find(person.offer.id, '2026-05-12T08:00:00.000Z'))!;
    const { body } = await get(person.path);
    expect(body).toContain(
      `Du har plass i ${own.heldBefore}. Den mister du bare hvis du takker ja til ${own.class}. Sier du nei eller ikke svarer, beholder du ${own.heldBefore}.`,
    );
    expect(body).toContain(`Ja, bytt til ${own.class}`);
    expect(body).toContain(`Nei, behold ${own.heldBefore}`);
    const no = String(own.choices.findIndex(({ answer, keepWaiting }) => answer === 'DECLINE' && !keepWaiting));
    const sent = await post(person.path, { valg: no, fodselsdato: person.birthDate });
    expect((await get(String(sent.headers.location))).body).toContain(`Du beholder plassen i ${own.heldBefore}.`);
    const { state } = await api.app.get(EventStore).load(application, person.offer.application);
    expect(state).toMatchObject({ holds: { class: own.heldBefore } });
  });
});
