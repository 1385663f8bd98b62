import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { ApplicantLinks, lineInWords, type OwnApplication, OwnApplications } from '@kull/admissions';
import { EventStore } from '@kull/event-store';
import { People, type Profile } from '@kull/people';
import { createTestApi, type TestApi } from '../harness/api';
import { loggedInAccount, loggedInPerson } from '../harness/logged-in';
import { OfferedIntake } from '../harness/offered-intake';
import { CourseClient } from './course-client';

interface Listed {
  readonly id: string;
  readonly status: string;
  readonly heldClass: string | null;
}

let api: TestApi;
let client: CourseClient;
let intake: OfferedIntake;
let applications: readonly OwnApplication[];

beforeAll(async () => {
  api = await createTestApi();
  client = new CourseClient(api);
  intake = new OfferedIntake(api);
  // Three days after the last deadline: the time to appeal runs from then (I-18).
  await intake.complete('2026-06-18T08:00:00.000Z');
  await intake.setClock('2026-06-20T08:00:00Z');
  const [{ id }] = (await client.get<{ data: [{ id: string }] }>('/intakes')).json().data;
  const listed: Listed[] = [];
  for (const status of ['QUALIFIED', 'NOT_QUALIFIED', 'NEEDS_MORE', 'SUPERSEDED']) {
    const page = await client.get<{ data: Listed[] }>(`/applications?intake=${id}&status=${status}&limit=200`);
    const { data } = page.json();
    listed.push(
      ...data.filter(({ heldClass }) => heldClass).slice(0, 15),
      ...data.filter(({ heldClass }) => !heldClass).slice(0, 15),
    );
  }
  const own = api.app.get(OwnApplications);
  applications = await Promise.all(listed.map(async (one) => (await own.find(one.id))!));
}, 240_000);
afterAll(() => api.close());

let callers = 0;
const get = (url: string, headers: Record<string, string> = {}) => api.fastify.inject({ url, headers });
const post = (url: string, form: Record<string, string>, headers: Record<string, string> = {}) =>
  api.fastify.inject({
    method: 'POST',
    url,
    remoteAddress: `192.0.2.${(++callers % 250) + 1}`,
    headers: { 'content-type': 'application/x-www-form-urlencoded', 'sec-fetch-site': 'same-origin', ...headers },
    payload: new URLSearchParams(form).toString(),
  });

/** An applicant with that outcome who reads bokmål. */
const somebody = async (outcome: string, not: readonly string[] = []) => {
  for (const application of applications) {
    if (application.explanation.outcome !== outcome || not.includes(application.personId)) continue;
    const profile = (await api.app.get(People).profiles([application.personId])).get(application.personId) as Profile;
    if (profile.language !== 'nb') continue;
    const path = api.app.get(ApplicantLinks).pathTo('vedtak', application.applicationId);
    return { application, profile, path, birthDate: profile.birthDate.split('-').reverse().join('.') };
  }
  throw new Error(`nobody is ${outcome}`);
};

describe('the words of a decision', () => {
  it('say every line of every explanation, in three languages, with nothing left unsaid', () => {
    const codes = new Set<string>();
    for (const { explanation } of applications)
      for (const requirement of explanation.requirements) {
        codes.add(requirement.code);
        for (const language of ['nb', 'nn', 'en'] as const) {
          const text = lineInWords(language, requirement);
          if (requirement.code === 'APPEAL') expect(text).toBeUndefined();
          else {
            expect(text).toMatch(/^\S.{10,}[^ ,:]$/);
            expect(text).not.toMatch(/undefined|null|NaN|[A-Z]{3,}_[A-Z]| {2}| ,| \./);
          }
        }
      }
    for (const code of ['RANKED', 'PLACE', 'WAITING_LIST', 'OFFER_ACCEPTED', 'INSUFFICIENT_EXPERIENCE', 'SUPERSEDED'])
      expect([...codes]).toContain(code);
  });
});

describe('a decision behind its link', () => {
  it('tells nothing without the birth date, and everything of one’s own with it', async () => {
    const { application, path, birthDate, profile } = await somebody('WAITING');
    const closed = await get(path);
    expect(closed.statusCode).toBe(200);
    for (const secret of [application.applicationNo, profile.familyName, 'venteliste', 'poeng'])
      expect(closed.body).not.toContain(secret);
    expect((await post(`${path}/se`, { fodselsdato: '01.01.1901' })).statusCode).toBe(422);
    const seen = await post(`${path}/se`, { fodselsdato: birthDate });
    const { body } = await get(String(seen.headers.location));
    for (const text of [
      'Du har ikke fått plass, men står på venteliste.',
      'på ventelisten for',
      'Du fikk ',
      'Det minste som skulle til: ',
      'Her gikk grensen',
      'Klagefrist tre uker: torsdag 9. juli 2026.',
    ])
      expect(body).toContain(text);
    const others = applications.filter(({ personId }) => personId !== application.personId);
    for (const { applicationNo } of others) expect(body).not.toContain(applicationNo);
  });

  it('says why to whom is not qualified, and is not there under another address', async () => {
    const { application, profile, path } = await somebody('NOT_QUALIFIED');
    const cookie = await loggedInPerson(api, application.personId);
    const { body } = await get('/vedtak', { cookie });
    expect(body).toContain('fordi søknaden ikke oppfyller alle kravene');
    expect(body).toContain(profile.givenNames);
    expect(body).not.toContain('Her gikk grensen');
    expect((await get(path.replace('/vedtak/', '/tilbud/'))).statusCode).toBe(404);
    expect((await get(`${path}x`)).statusCode).toBe(404);
    expect((await get('/vedtak')).headers.location).toBe('/logg-inn?til=%2Fvedtak');
  });
});

describe('an appeal', () => {
  const text = { endring: 'Plass i OSLO-1', grunn: 'Erfaringen min fra Stjørdal er ikke regnet med.' };

  it('is filed by the link, kept under the key of the person, and answered with reasons', async () => {
    const { application, path, birthDate } = await somebody('WAITING');
    const ticket = String((await post(`${path}/se`, { fodselsdato: birthDate })).headers.location);
    const missing = await post(`${ticket}/klage`, { endring: 'Plass i OSLO-1', grunn: ' ' });
    expect(missing.statusCode).toBe(422);
    expect(missing.body).toContain('Skriv både hva du vil ha endret, og hvorfor.');
    expect(missing.body).toContain('>Plass i OSLO-1</textarea>');
    const filed = await post(`${ticket}/klage`, text);
    expect(filed.statusCode).toBe(303);
    const { body } = await get(String(filed.headers.location).replace('#klage', ''));
    expect(body).toContain('Klagen er mottatt lørdag 20. juni 2026.');
    expect(body).toContain('Stjørdal');
    const again = await post(`${ticket}/klage`, { ...text, grunn: 'Noe annet' });
    expect([again.statusCode, again.body.includes('Den første klagen gjelder')]).toEqual([409, true]);

    const log = await api.app
      .get(EventStore)
      .query<{ readonly text: string }>(
        `select string_agg(data::text, ' ') as text from log.event where type = 'AppealFiled'`,
      );
    expect(log[0]!.text).not.toMatch(/Stjørdal|OSLO-1/);

    const [{ id, applicationId }] = (
      await client.get<{ data: [{ id: string; applicationId: string }] }>('/appeals?intake=NLP-2026&status=OPEN')
    ).json().data;
    expect(applicationId).toBe(application.applicationId);
    const decide = (cookie: string, outcome: string) =>
      api.fastify.inject({
        method: 'POST',
        url: `/api/v1/appeals/${id}/decisions`,
        headers: {
          cookie,
          'sec-fetch-site': 'same-origin',
          'idempotency-key': `${outcome}-${cookie}`,
          'content-type': 'application/json',
        },
        payload: JSON.stringify({ outcome, reasons: 'Erfaringen er regnet med slik reglene sier.' }),
      });
    const office = await loggedInAccount(api, 'mli', { role: 'administrator' });
    expect((await decide(office, 'DISMISSED')).json()).toMatchObject({ code: 'NOT_FORWARDED' });
    expect((await decide(office, 'FORWARDED')).json()).toMatchObject({ decisions: [{ outcome: 'FORWARDED' }] });
    const own = await get('/vedtak', { cookie: await loggedInPerson(api, application.personId) });
    expect(own.body).toContain('BI står ved vedtaket. Klagen ble sendt til klagenemnda lørdag 20. juni 2026.');
    expect(own.body).toContain('Erfaringen er regnet med slik reglene sier.');
  });

  it('is not decided by who decided the application', async () => {
    const { application } = await somebody('NO_PLACE').catch(() => somebody('PLACE_HELD'));
    const filed = await client.post<{ filed: object }>(`/applications/${application.applicationId}/appeals`, {
      wantedChange: 'Plass',
      grounds: 'Grunn',
    });
    expect([filed.status, filed.json()]).toMatchObject([201, { appealBy: '2026-07-09', filed: { on: '2026-06-20' } }]);
    const events = await api.app.get(EventStore).readStream(`application-${application.applicationId}`);
    const { actor } = events.find(({ type }) => type === 'ApplicationDecided')!.metadata;
    const office = await loggedInAccount(api, actor, { role: 'administrator' });
    const { data } = (await client.get<{ data: { id: string; applicationId: string }[] }>('/appeals')).json();
    const { id } = data.find(({ applicationId }) => applicationId === application.applicationId)!;
    const refused = await api.fastify.inject({
      method: 'POST',
      url: `/api/v1/appeals/${id}/decisions`,
      headers: {
        cookie: office,
        'sec-fetch-site': 'same-origin',
        'idempotency-key': 'own',
        'content-type': 'application/json',
      },
      payload: JSON.stringify({ outcome: 'UPHELD', reasons: 'Enig.' }),
    });
    expect([refused.statusCode, refused.json().code]).toEqual([403, 'OWN_DECISION']);
  });

  it('is nobody else’s to file or to see', async () => {
    const [one, other] = [await somebody('PLACE_HELD'), await somebody('NOT_QUALIFIED')];
    const cookie = await loggedInPerson(api, other.application.personId);
    for (const { method, url, payload } of [
      { method: 'GET', url: 'appeal', payload: undefined },
      { method: 'POST', url: 'appeals', payload: JSON.stringify({ wantedChange: 'a', grounds: 'b' }) },
    ] as const) {
      const reply = await api.fastify.inject({
        method,
        url: `/api/v1/applications/${one.application.applicationId}/${url}`,
        headers: {
          cookie,
          'sec-fetch-site': 'same-origin',
          'idempotency-key': 'k',
          'content-type': 'application/json',
        },
        ...(payload && { payload }),
      });
      expect(reply.statusCode).toBe(404);
    }
  });

  it('has a last day, and a new one from reasons; after that it is said to be too late, and what was written is not lost before', async () => {
    const { application, path, birthDate } = await somebody('NOT_QUALIFIED');
    await intake.setClock('2026-07-10T08:00:00Z');
    const late = await post(`${path}/klage`, { ...text, fodselsdato: birthDate });
    expect(late.statusCode).toBe(409);
    expect(late.body).toContain('Klagefristen gikk ut torsdag 9. juli 2026.');
    const given = await client.post<object>(`/applications/${application.applicationId}/statements-of-reasons`, {
      text: 'Søknaden mangler tre år med erfaring.',
    });
    expect(given.json()).toMatchObject({ appealBy: '2026-07-31' });
    const unproved = await post(`${path}/klage`, text);
    expect(unproved.statusCode).toBe(200);
    expect(unproved.body).toContain('det du skrev i klagen, er tatt vare på');
    expect(unproved.body).toContain(`value="${text.endring}"`);
    expect((await post(`${path}/klage`, { ...text, fodselsdato: birthDate })).statusCode).toBe(303);
  });
});

describe('the draw', () => {
  it('can be worked out by anybody, and says honestly since when the seed stands', async () => {
    const { statusCode, body } = await get('/trekning/NLP-2026?soknad=A26-000439');
    expect(statusCode).toBe(200);
    expect(body).toContain('NLP-2026:kull-1');
    expect(body).toContain(createHash('sha256').update('NLP-2026:kull-1:A26-000439').digest('hex'));
    const [entry] = await api.app.get(EventStore).query<{ readonly hash: string; readonly before: boolean }>(
      `select encode(hash, 'hex') as hash, recorded_at <= '2026-03-31T21:59:59Z' as before from log.event
        where type = 'IntakeOpened'`,
    );
    expect(body).toContain(entry!.hash);
    expect(body).toContain(entry!.before ? 'før søknadsfristen gikk ut' : 'etter at søknadsfristen gikk ut');
    expect((await get('/trekning/NLP-1999')).statusCode).toBe(404);
  });
});
