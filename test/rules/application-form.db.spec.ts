import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { draftId, ownApplicationNo } from '@kull/admissions/commands/ids';
import { application } from '@kull/admissions/domain/application';
import { EventStore } from '@kull/event-store';
import { idOf } from '@kull/kernel';
import { createTestApi, type TestApi } from '../harness/api';
import { loggedInPerson } from '../harness/logged-in';
import { OpenIntakeForms } from '../harness/open-intake';

let api: TestApi;
let intake: OpenIntakeForms;

beforeAll(async () => {
  api = await createTestApi();
  intake = new OpenIntakeForms(api);
  await intake.open();
}, 120_000);
afterAll(() => api.close());

const ids = ['15877512345', '15877512426', '15877512507', '15877512698', '15877512779'];

interface Applicant {
  readonly personId: string;
  readonly cookie: string;
}
const applicant = async (): Promise<Applicant> => {
  const personId = await intake.person(ids.shift()!);
  return { personId, cookie: await loggedInPerson(api, personId) };
};

const get = (url: string, { cookie }: Applicant) => api.fastify.inject({ url, headers: { cookie } });
const post = (url: string, { cookie }: Applicant, form: Record<string, string> = {}) =>
  api.fastify.inject({
    method: 'POST',
    url,
    headers: { cookie, 'content-type': 'application/x-www-form-urlencoded', 'sec-fetch-site': 'same-origin' },
    payload: new URLSearchParams(form).toString(),
  });

const BOUNDARY = '----kullBoundary0123456789';
const upload = (who: Applicant, slag: string, bytes: string) =>
  api.fastify.inject({
    method: 'POST',
    url: '/soknad/NLP-2026/vedlegg',
    headers: {
      cookie: who.cookie,
      'content-type': `multipart/form-data; boundary=${BOUNDARY}`,
      'sec-fetch-site': 'same-origin',
    },
    payload: [
      `--${BOUNDARY}\r\nContent-Disposition: form-data; name="slag"\r\n\r\n${slag}\r\n`,
      `--${BOUNDARY}\r\nContent-Disposition: form-data; name="fil"; filename="fil.pdf"\r\n\r\n${bytes}\r\n`,
      `--${BOUNDARY}--\r\n`,
    ].join(''),
  });

const parts = {
  'om-deg': { email: 'kari@example.no', phone: '934 60 354', language: 'nb' },
  lederrolle: {
    employer: 'Bodø kommune',
    employer_org_no: '974 767 880',
    municipality_code: '1804',
    service_area: 'HOME_CARE',
    profession: 'NURSE',
    position_title: 'Enhetsleder',
    leader_role: 'Y',
    personnel_responsibility: 'Y',
    budget_responsibility: 'Y',
    years_experience: '7,5',
    highest_education: 'BACHELOR',
  },
  kvote: { physician: 'N' },
  onsker: { 'onske-1': 'TRONDHEIM-1', 'onske-2': 'OSLO-1' },
} as const;

const fillIn = async (who: Applicant, over: Partial<Record<keyof typeof parts, Record<string, string>>> = {}) => {
  for (const [part, fields] of Object.entries({ ...parts, ...over })) {
    const saved = await post(`/soknad/NLP-2026/${part}`, who, fields);
    expect([part, saved.statusCode]).toEqual([part, 303]);
  }
};
const sentBy = async ({ personId }: Applicant) => {
  const id = idOf('app', 'NLP-2026', ownApplicationNo('NLP-2026', personId));
  const { state } = await api.app.get(EventStore).load(application, id);
  return state.status === 'none' ? undefined : state.submitted;
};
const eventsOf = ({ personId }: Applicant) =>
  api.app.get(EventStore).readStream(`application-draft-${draftId('NLP-2026', personId)}`);

describe('the application form', () => {
  it('is listed while the intake is open, and leads on from part to part', async () => {
    const kari = await applicant();
    expect((await get('/soknad', kari)).body).toContain('Nasjonal lederutdanning for primærhelsetjenesten');
    const first = await post('/soknad/NLP-2026/om-deg', kari, parts['om-deg']);
    expect(first.headers.location).toBe('/soknad/NLP-2026/lederrolle');
    const { body } = await get('/soknad', kari);
    expect(body).toContain('Påbegynt, ikke sendt');
    expect((await get('/soknad/NLP-2026/om-deg', kari)).body).toContain('value="kari@example.no"');
  });

  it('keeps what was written when something is wrong, and says what', async () => {
    const kari = await applicant();
    const wrong = { ...parts.lederrolle, employer_org_no: '974767881', leader_role: '' };
    const saved = await post('/soknad/NLP-2026/lederrolle', kari, wrong);
    expect(saved.statusCode).toBe(422);
    expect(saved.body).toContain('href="#employer_org_no"');
    expect(saved.body).toContain('Er du leder?: velg et svar');
    expect((await get('/soknad/NLP-2026/lederrolle', kari)).body).toContain('value="Bodø kommune"');
    const unsent = await post('/soknad/NLP-2026/send', kari);
    expect(unsent.statusCode).toBe(422);
    expect(unsent.body).toContain('href="/soknad/NLP-2026/om-deg#email"');
    expect(await sentBy(kari)).toBeUndefined();
  });

  it('checks an HPR number at once, and says only whether it agrees', async () => {
    const kari = await applicant();
    const physician = { physician: 'Y', hpr_number: '9144900', physician_role: 'GENERAL_PRACTITIONER' };
    const checked = await post('/soknad/NLP-2026/kvote', kari, { ...physician, handling: 'kontroller' });
    expect(checked.headers.location).toBe('/soknad/NLP-2026/kvote#hpr_number');
    expect((await get('/soknad/NLP-2026/kvote', kari)).body).toContain('Fødselsdato og autorisasjon som lege stemmer');
    await post('/soknad/NLP-2026/kvote', kari, { ...physician, hpr_number: '9144917' });
    expect((await get('/soknad/NLP-2026/kvote', kari)).body).toContain('Nummeret finnes ikke i registeret');
  });

  it('is sent as the same command as a row of a file, replaces itself, and cannot choose its number', async () => {
    const kari = await applicant();
    await fillIn(kari);
    const sent = await post('/soknad/NLP-2026/send', kari);
    expect([sent.statusCode, sent.headers.location]).toEqual([303, '/soknad/NLP-2026']);
    const first = (await sentBy(kari))!;
    expect(first).toMatchObject({
      personId: kari.personId,
      submission: 1,
      facts: {
        municipality: '1804',
        serviceArea: 'HOME_CARE',
        leaderRole: true,
        yearsExperience: 7.5,
        physician: false,
        recommended: false,
        wishes: ['TRONDHEIM-1', 'OSLO-1'],
      },
    });
    const receipt = (await get('/soknad/NLP-2026', kari)).body;
    expect(receipt).toContain(`Søknadsnummer ${first.applicationNo}. Mottatt søndag 22. mars 2026 kl. 21:14.`);
    expect(receipt).toContain('senest fredag 24. april 2026');
    const intakeEvents = await api.app.get(EventStore).readStream(`intake-${intake.id}`);
    expect(intakeEvents.at(-1)).toMatchObject({ type: 'ApplicationsTakenIn', data: { applications: 1 } });
    expect(intakeEvents.at(-1)!.metadata).toMatchObject({ source: 'application-form', actor: kari.personId });

    await post('/soknad/NLP-2026/send', kari);
    expect((await sentBy(kari))!.submission).toBe(1);
    await post('/soknad/NLP-2026/onsker', kari, { 'onske-1': 'OSLO-2' });
    expect((await get('/soknad/NLP-2026', kari)).body).toContain('Endringene teller først når du sender på nytt');
    expect((await sentBy(kari))!.facts.wishes).toEqual(['TRONDHEIM-1', 'OSLO-1']);
    await post('/soknad/NLP-2026/send', kari);
    expect(await sentBy(kari)).toMatchObject({
      submission: 2,
      applicationNo: first.applicationNo,
      facts: { wishes: ['OSLO-2'] },
    });
    expect((await eventsOf(kari)).at(-1)!.type).toBe('ApplicationDraftSent');
  });

  it('keeps documents sealed, shows them to whose they are, and deletes them for good', async () => {
    const kari = await applicant();
    expect((await upload(kari, 'DIPLOMA', 'no paper')).statusCode).toBe(422);
    expect((await upload(kari, '', '%PDF-1.7 mine')).statusCode).toBe(422);
    expect((await upload(kari, 'DIPLOMA', '%PDF-1.7 mine')).statusCode).toBe(303);
    const page = (await get('/soknad/NLP-2026/vedlegg', kari)).body;
    expect(page).toContain('1 av 2 er lagt ved');
    const [, path] = /href="(\/soknad\/NLP-2026\/vedlegg\/[0-9a-f]{64})"/.exec(page)!;
    const document = await get(path!, kari);
    expect([document.statusCode, document.body]).toEqual([200, '%PDF-1.7 mine']);
    const rows = () =>
      api.app
        .get(EventStore)
        .query<{ sealed: Buffer }>('select sealed from admissions.application_document where draft_id = $1', [
          draftId('NLP-2026', kari.personId),
        ]);
    const [row] = await rows();
    expect(row!.sealed.includes('mine')).toBe(false);
    const other = { personId: 'x', cookie: await loggedInPerson(api, await intake.person('15877512859')) };
    expect((await get(path!, other)).statusCode).toBe(404);
    const vedlegg = path!.split('/').at(-1)!;
    await post('/soknad/NLP-2026/vedlegg/fjern', kari, { vedlegg });
    expect(await rows()).toEqual([]);
    expect((await get(path!, kari)).statusCode).toBe(404);
  });
});
