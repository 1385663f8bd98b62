import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  ApplicantLetters,
  ApplicantLinks,
  admissionsParts,
  type OwnApplication,
  OwnApplications,
  PlaceHolders,
} from '@kull/admissions';
import { AppealDirectory } from '@kull/admissions/contracts/appeals';
import { WriteLetters } from '@kull/admissions/reactions/write-letters';
import { EventStore, type Recorded } from '@kull/event-store';
import { People } from '@kull/people';
import { EnrolPlaceHolders } from '@kull/teaching/reactions/enrol-place-holders';
import { enrolWhenPlaceGivenOnAppeal } from '@kull/teaching/reactions/enrol-when-place-given-on-appeal';
import { asFile, run, textOf } from '../../libs/documents/src/testing/tools';
import { createTestApi, type TestApi } from '../harness/api';
import { loggedInAccount, loggedInPerson } from '../harness/logged-in';
import { OfferedIntake } from '../harness/offered-intake';
import { CourseClient } from './course-client';

interface Listed {
  readonly id: string;
  readonly heldClass: string | null;
}
interface Person {
  readonly application: OwnApplication;
  readonly name: string;
  readonly nationalId?: string;
  readonly birthDate: string;
  readonly path: string;
}

let api: TestApi;
let client: CourseClient;
let intake: OfferedIntake;
let letters: ApplicantLetters;
let applications: readonly OwnApplication[];
let events: EventStore;

beforeAll(async () => {
  api = await createTestApi();
  client = new CourseClient(api);
  intake = new OfferedIntake(api);
  // Ended by the office on 16 June in Oslo, the day after the last deadline: the three weeks run from then.
  // Nobody answered the last offers, so there are places left.
  await intake.complete('2026-06-15T22:00:00.000Z', { unanswered: [4] });
  await intake.setClock('2026-06-16T08:00:00Z');
  events = api.app.get(EventStore);
  letters = api.app.get(ApplicantLetters);
  const [{ id }] = (await client.get<{ data: [{ id: string }] }>('/intakes')).json().data;
  const listed: Listed[] = [];
  for (const status of ['QUALIFIED', 'NOT_QUALIFIED', 'NEEDS_MORE', 'SUPERSEDED']) {
    const { data } = (
      await client.get<{ data: Listed[] }>(`/applications?intake=${id}&status=${status}&limit=200`)
    ).json();
    listed.push(
      ...data.filter(({ heldClass }) => heldClass).slice(0, 25),
      ...data.filter(({ heldClass }) => !heldClass).slice(0, 25),
    );
  }
  const own = api.app.get(OwnApplications);
  applications = await Promise.all(listed.map(async (one) => (await own.find(one.id))!));
}, 240_000);
afterAll(() => api.close());

const get = (url: string, headers: Record<string, string> = {}) => api.fastify.inject({ url, headers });

const somebody = async (outcome: string, language = 'nb'): Promise<Person> => {
  for (const application of applications) {
    if (application.explanation.outcome !== outcome) continue;
    const profile = (await api.app.get(People).profiles([application.personId])).get(application.personId)!;
    if (profile.language !== language) continue;
    return {
      application,
      name: `${profile.givenNames} ${profile.familyName}`,
      birthDate: profile.birthDate.split('-').reverse().join('.'),
      path: api.app.get(ApplicantLinks).pathTo('vedtak', application.applicationId),
    };
  }
  throw new Error(`nobody is ${outcome} in ${language}`);
};

const letterPath = async ({ application, path }: Person, kind = 'DECISION'): Promise<string> => {
  const line = (await letters.of(application.applicationId)).filter((one) => one.kind === kind).at(-1)!;
  return `${path}/brev/${line.id}`;
};

const written = async (): Promise<readonly Recorded[]> =>
  events.reader.pageOfTypes(0, await events.reader.head(), ['LetterWritten'], 1_000);

describe('the letter with a decision', () => {
  it('is an accessible PDF in the person’s language: result, reasons in words, the deadline with its weekday', async () => {
    for (const [language, deadline, result] of [
      ['nb', 'Klagefrist tre uker: tirsdag 7. juli 2026.', 'Du har ikke fått plass, men står på venteliste.'],
      ['nn', 'Klagefrist tre veker: tysdag 7. juli 2026.', 'Du har ikkje fått plass, men står på venteliste.'],
      [
        'en',
        'You have three weeks to appeal: until Tuesday 7 July 2026.',
        'You have no place, but you are on the waiting list.',
      ],
    ] as const) {
      const person = await somebody('WAITING', language).catch(() => undefined);
      if (!person) {
        expect(language).toBe('en');
        continue;
      }
      const cookie = await loggedInPerson(api, person.application.personId);
      const reply = await get(await letterPath(person), { cookie });
      expect([reply.statusCode, reply.headers['content-type']]).toEqual([200, 'application/pdf']);
      const pdf = reply.rawPayload;
      const text = textOf(pdf).replaceAll('\n', ' ');
      for (const words of [result, deadline, person.name, person.application.applicationNo, 'Kursadministrasjonen'])
        expect(text).toContain(words);
      expect(text).not.toMatch(/undefined|null|NaN|\[object|[A-Z]{3,}_[A-Z]|\d{6}\s?\d{5}/);
      const others = applications.filter(({ personId }) => personId !== person.application.personId);
      for (const { applicationNo } of others) expect(text).not.toContain(applicationNo);
      expect(Buffer.from(pdf).toString('latin1')).toContain(`/Lang (${language})`);
      const info = asFile(pdf, (path) => run('pdfinfo', [path]));
      expect(info).toMatch(/Tagged:\s+yes/);
      expect(info).toMatch(/Title:\s+\S/);
      expect(asFile(pdf, (path) => run('pdfinfo', ['-meta', path]))).toContain('<pdfuaid:part>1</pdfuaid:part>');
      expect(asFile(pdf, (path) => run('qpdf', ['--check', path]))).toContain('No syntax or stream encoding errors');
    }
  });

  it.each(['NOT_QUALIFIED', 'NEEDS_MORE', 'NO_PLACE', 'PLACE_HELD'])('says why to whom is %s', async (outcome) => {
    const person = await somebody(outcome);
    const cookie = await loggedInPerson(api, person.application.personId);
    const text = textOf((await get(await letterPath(person), { cookie })).rawPayload).replaceAll('\n', ' ');
    expect(text).toMatch(/Slik er søknaden vurdert • (Ikke oppfylt|Oppfylt|Venter): /);
    expect(text).toContain('enkeltvedtak etter forvaltningsloven');
    expect(text).toContain('klagenemnda');
    if (outcome === 'PLACE_HELD') expect(text).toMatch(/Plassen er i klasse \S+, .*Klassen starter \S+dag /);
    else expect(text).toMatch(/Ikke oppfylt: |Venter: /);
  });

  it('is the same, byte for byte, when fetched again, whatever has become of the name and the language', async () => {
    const person = await somebody('WAITING');
    const cookie = await loggedInPerson(api, person.application.personId);
    const path = await letterPath(person);
    const first = (await get(path, { cookie })).rawPayload;
    const { personId } = person.application;
    await api.app.get(People).rectify(personId, { familyName: 'Annerledes', language: 'en' });
    const again = await get(path, { cookie });
    expect(Buffer.compare(again.rawPayload, first)).toBe(0);
    const sha256 = createHash('sha256').update(first).digest('hex');
    expect(again.headers.etag).toBe(`"${sha256}"`);
    const event = (await written()).find(
      ({ data }) => (data as { about: string }).about === person.application.applicationId,
    );
    expect(event!.data).toMatchObject({ sha256, language: 'nb', kind: 'DECISION' });
    expect((await get('/vedtak?lang=nb', { cookie })).body).toContain(sha256);
    const kept = await events.query<{ readonly sealed: Buffer }>(
      'select sealed from admissions.letter where sha256 = $1',
      [sha256],
    );
    expect(kept[0]!.sealed.toString('latin1')).not.toContain('%PDF');
    await expect(events.query("update admissions.letter set sealed = ''", [])).rejects.toThrow();
  });

  it('is nobody else’s, and behind its link it asks for the birth date', async () => {
    const [one, other] = [await somebody('NOT_QUALIFIED'), await somebody('NEEDS_MORE')];
    const path = await letterPath(one);
    const stranger = await get(path, { cookie: await loggedInPerson(api, other.application.personId) });
    expect(stranger.headers['content-type']).toContain('text/html');
    expect(stranger.body).toContain('name="fodselsdato"');
    expect(stranger.body).not.toContain(one.name);
    const seen = await api.fastify.inject({
      method: 'POST',
      url: `${one.path}/se`,
      headers: { 'content-type': 'application/x-www-form-urlencoded', 'sec-fetch-site': 'same-origin' },
      payload: new URLSearchParams({ fodselsdato: one.birthDate }).toString(),
    });
    const page = await get(String(seen.headers.location));
    const link = /href="([^"]+\/brev\/[^"]+)"/.exec(page.body)![1]!;
    expect((await get(link)).headers['content-type']).toBe('application/pdf');
    const others = await letterPath(other);
    const foreign = others.slice(others.lastIndexOf('/'));
    const cookie = await loggedInPerson(api, one.application.personId);
    expect((await get(`${one.path}/brev${foreign}`, { cookie })).statusCode).toBe(404);
  });

  it('is not written about an application that a later one counts instead of', async () => {
    const { applicationId } = applications.find(({ explanation }) => explanation.outcome === 'SUPERSEDED')!;
    expect(await letters.of(applicationId)).toEqual([]);
  });
});

describe('the letter with an offer', () => {
  it('says what is offered, until when it is answered, and what silence means; the same bytes for ever', async () => {
    const person = await intake.offered(1, ({ wishNo }) => wishNo > 1);
    const [answer] = [await letters.of(person.offer.application)];
    const cookie = await loggedInPerson(api, person.offer.person);
    const reply = await get(`${person.path}/brev`, { cookie });
    const text = textOf(reply.rawPayload).replaceAll('\n', ' ');
    for (const words of [
      'Tilbud om plass',
      `Klasse: ${person.offer.class}`,
      'Svarfrist: ',
      `fortsatt vente på det du heller vil ha: ${person.wishes[0]}`,
      'Svarer du ikke, faller tilbudet bort, og du får ikke flere tilbud.',
      'Klagefristen er mandag 6. juli 2026, eller senere',
    ])
      expect(text).toContain(words);
    expect(text).not.toContain('har plass i');
    expect(Buffer.compare((await get(`${person.path}/brev`, { cookie })).rawPayload, reply.rawPayload)).toBe(0);
    expect(answer.map(({ kind }) => kind)).toContain('OFFER');
    expect((await get(`${person.path}/brev`)).headers['content-type']).toContain('text/html');
  });
});

describe('an upheld appeal', () => {
  const post = (url: string, body: object, cookie: string, key: string) =>
    api.fastify.inject({
      method: 'POST',
      url: `/api/v1${url}`,
      headers: { cookie, 'sec-fetch-site': 'same-origin', 'idempotency-key': key, 'content-type': 'application/json' },
      payload: JSON.stringify(body),
    });

  /** Somebody on a waiting list who wishes a class that is full and one that has a place: the last offers lapsed. */
  const waitingForBoth = async (): Promise<Person & { readonly free: string; readonly full: string }> => {
    const [{ id }] = (await client.get<{ data: [{ id: string }] }>('/intakes')).json().data;
    const { classes } = (await client.get<{ classes: { code: string; capacity: number }[] }>(`/intakes/${id}`)).json();
    const holders = await api.app.get(PlaceHolders).ofIntake(id);
    const hasRoom = (code: string): boolean =>
      holders.filter((one) => one.class === code).length < classes.find((one) => one.code === code)!.capacity;
    for (const application of applications) {
      const [free, full] = [application.wishes.find(hasRoom), application.wishes.find((code) => !hasRoom(code))];
      if (application.explanation.outcome !== 'WAITING' || !free || !full) continue;
      const profile = (await api.app.get(People).profiles([application.personId])).get(application.personId)!;
      if (profile.language !== 'nb') continue;
      const path = api.app.get(ApplicantLinks).pathTo('vedtak', application.applicationId);
      return { application, name: profile.familyName, birthDate: '', path, free, full };
    }
    throw new Error('nobody waits for both');
  };

  it('is answered with a letter, leads to a place within the counts, and that is told and held', async () => {
    const person = await waitingForBoth();
    const { applicationId, personId } = person.application;
    const cookie = await loggedInPerson(api, personId);
    const office = await loggedInAccount(api, 'mli', { role: 'administrator' });
    const decision = (await get(await letterPath(person), { cookie })).rawPayload;
    const filing = { wantedChange: 'Plass', grounds: 'Grunn' };
    expect((await post(`/applications/${applicationId}/appeals`, filing, cookie, 'a')).statusCode).toBe(201);
    const { data } = (await client.get<{ data: { id: string; applicationId: string }[] }>('/appeals')).json();
    const { id } = data.find((one) => one.applicationId === applicationId)!;
    const place = async (code: string, key: string) =>
      (await post(`/appeals/${id}/places`, { class: code, quota: 'GENERAL' }, office, key)).json();
    expect(await place(person.free, 'early')).toMatchObject({ code: 'NOT_UPHELD' });
    const reasons = 'Erfaringen fra Stjørdal skulle vært regnet med.\nDet er rettet.';
    const upheld = await post(`/appeals/${id}/decisions`, { outcome: 'UPHELD', reasons }, office, 'd');
    expect(upheld.statusCode).toBe(200);
    const answer = textOf((await get(await letterPath(person, 'APPEAL_DECISION'), { cookie })).rawPayload);
    for (const words of ['du har fått medhold', 'Erfaringen fra Stjørdal', 'Det er rettet.', 'vurdert på nytt'])
      expect(answer).toContain(words);

    expect(await place('NOWHERE-1', 'nowhere')).toMatchObject({ code: 'CLASS_UNKNOWN' });
    expect(await place(person.full, 'full')).toMatchObject({ code: 'NO_FREE_PLACE' });
    expect(await place(person.free, 'free')).toMatchObject({ place: { class: person.free } });
    const answers = await api.app.get(AppealDirectory).answersTo([id]);
    expect(answers.map(({ version, outcome }) => [version, outcome])).toEqual([
      ['1', 'UPHELD'],
      ['PLACE', 'PLACE'],
    ]);
    const holder = await api.app.get(PlaceHolders).ofApplication(applicationId);
    expect(holder).toMatchObject({ class: person.free, personId });
    const letter = textOf((await get(await letterPath(person, 'PLACE_ON_APPEAL'), { cookie })).rawPayload);
    expect(letter).toContain(`Plassen er i klasse ${person.free}`);
    expect((await get('/vedtak?lang=nb', { cookie })).body).toContain('Du har fått plass.');
    // And who has a place becomes a student of the class.
    const given = (await events.readStream(`application-${applicationId}`)).at(-1)!;
    const [job] = enrolWhenPlaceGivenOnAppeal.react(given);
    const inClass = async (): Promise<boolean> => {
      const { data: classes } = (await client.get<{ data: { id: string; code: string }[] }>('/classes')).json();
      const found = classes.find(({ code }) => code === person.free);
      if (!found) return false;
      const { students } = (
        await client.get<{ students: { studentNo: string }[] }>(`/classes/${found.id}/roster`)
      ).json();
      return students.some(({ studentNo }) => studentNo === person.application.applicationNo);
    };
    expect([given.type, await inClass()]).toEqual(['PlaceGivenOnAppeal', false]);
    await api.app.get(EnrolPlaceHolders).handle(job!.payload);
    expect(await inClass()).toBe(true);
    // What was decided first stays as it was said.
    expect(Buffer.compare((await get(await letterPath(person), { cookie })).rawPayload, decision)).toBe(0);
  });
});

describe('the letters of an intake', () => {
  const fence = { hold: async () => {} };
  const work = (applicationId: string) =>
    api.app.get(WriteLetters).handle({ applicationId }, { outboxId: 'o', key: 'k', fence });

  it('are written when there is something to tell, once; what is no news is left until somebody asks', async () => {
    const { application } = await somebody('PLACE_HELD', 'nn');
    const { applicationId, personId } = application;
    await work(applicationId);
    const mine = async () =>
      (await written()).filter(({ data }) => (data as { personId: string }).personId === personId);
    // The offers of April are older than a month by then; the decision of June is news.
    const kinds = (await mine()).map(({ data }) => (data as { kind: string }).kind);
    expect(kinds.filter((kind) => kind === 'DECISION')).toHaveLength(1);
    await work(applicationId);
    expect(await mine()).toHaveLength(kinds.length);
    await intake.setClock('2027-02-26T08:00:00Z');
    const late = await somebody('NEEDS_MORE', 'nn');
    await work(late.application.applicationId);
    expect((await letters.of(late.application.applicationId)).every((one) => one.written === undefined)).toBe(true);
    await intake.setClock('2026-06-16T08:00:00Z');
  });

  it('are asked for by a reaction of each fact, from its deployment on', () => {
    const reaction = admissionsParts.reactions.find(({ handles }) => handles.includes('OfferMade'));
    expect(reaction).toMatchObject({
      startsAt: 'deployment',
      handles: ['OfferMade', 'ApplicationDecided', 'AppealDecided', 'PlaceGivenOnAppeal'],
    });
    const event = { eventId: 'e-1', data: { intake: 'NLP-2026', applicationNo: 'A26-000362' } } as unknown as Recorded;
    expect(reaction!.react(event)).toEqual([
      {
        key: 'write-letters.e-1',
        job: 'write-letters',
        payload: { applicationId: expect.stringMatching(/^app_/) },
      },
    ]);
  });

  it('of whom has been forgotten open to nobody any more', async () => {
    const { application } = await somebody('WAITING', 'nn');
    const path = await letterPath(await somebody('WAITING', 'nn'));
    const cookie = await loggedInPerson(api, application.personId);
    expect((await get(path, { cookie })).statusCode).toBe(200);
    await api.app.get(People).erase(application.personId);
    const context = { commandId: 'c', actor: 'test', occurredAt: '2026-06-16T08:00:00.000Z' };
    const id = path.slice(path.lastIndexOf('/') + 1);
    expect(await letters.file(application.applicationId, id, context)).toBeUndefined();
  });
});
