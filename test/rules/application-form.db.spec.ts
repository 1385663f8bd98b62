import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { EmployerLinks } from '@kull/admissions';
import { draftId, ownApplicationNo } from '@kull/admissions/commands/ids';
import { application } from '@kull/admissions/domain/application';
import { WriteToEmployer } from '@kull/admissions/reactions/write-to-employer';
import { EventStore } from '@kull/event-store';
import { idOf } from '@kull/kernel';
import { type Letter, MailSender } from '@kull/mail/contracts';
import { createTestApi, type TestApi } from '../harness/api';
import { loggedInAccount, loggedInPerson } from '../harness/logged-in';
import { OpenIntakeForms } from '../harness/open-intake';

let api: TestApi;
let intake: OpenIntakeForms;

beforeAll(async () => {
  api = await createTestApi();
  intake = new OpenIntakeForms(api);
  await intake.open();
}, 120_000);
afterAll(() => api.close());

const ids = [
  '15877510007',
  '15877510198',
  '15877510279',
  '15877510430',
  '15877510511',
  '15877510783',
  '15877510864',
  '15877510945',
  '15877511062',
  '15877511143',
  '15877511224',
  '15877511305',
  '15877511496',
  '15877511577',
  '15877511658',
];

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
    expect(saved.body).toContain('Er du leder? Velg et svar');
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
    const other = { personId: 'x', cookie: await loggedInPerson(api, await intake.person(ids.shift()!)) };
    expect((await get(path!, other)).statusCode).toBe(404);
    const vedlegg = path!.split('/').at(-1)!;
    await fillIn(kari);
    await post('/soknad/NLP-2026/send', kari);
    const id = idOf('app', 'NLP-2026', ownApplicationNo('NLP-2026', kari.personId));
    const cookie = await loggedInAccount(api, 'office', { role: 'administrator' });
    const office = (url: string) => api.fastify.inject({ url: `/api/v1/applications/${url}`, headers: { cookie } });
    expect((await office(`${id}/documents`)).json()).toMatchObject({
      source: 'FORM',
      data: [{ documentHash: vedlegg, kind: 'DIPLOMA', mediaType: 'application/pdf', name: 'fil.pdf', size: 13 }],
      notThere: ['WORK_CERTIFICATE'],
      missing: {
        missing: ['MISSING_EMPLOYER_CONFIRMATION'],
        dueBy: intake.definition.window.closesAt,
        isOverdue: false,
      },
      employerConfirmation: null,
      employerRequest: null,
    });
    expect((await office(`${id}/documents/${vedlegg}`)).body).toBe('%PDF-1.7 mine');
    const read = await api.app
      .get(EventStore)
      .query<{ operation: string }>(`select data->>'operation' as operation from log.event where type = 'PersonsRead'`);
    expect(read.map(({ operation }) => operation)).toContain('getApplicationDocument');
    await post('/soknad/NLP-2026/vedlegg/fjern', kari, { vedlegg });
    expect(await rows()).toEqual([]);
    expect((await get(path!, kari)).statusCode).toBe(404);
  });
});

const leader = { navn: 'Lise Leder', epost: 'lise@kommune.example.no' };
const signed = { stilling: 'ja', fri: 'ja', navn: 'Lise Leder', tittel: 'Kommunalsjef' };
const nobody: Applicant = { personId: '', cookie: '' };
const linkOf = ({ personId }: Applicant, request = 1): string =>
  api.app.get(EmployerLinks).pathTo(draftId('NLP-2026', personId), request);
/** Filled in, and the leader asked. */
const asking = async (): Promise<Applicant> => {
  const who = await applicant();
  await fillIn(who);
  expect((await post('/soknad/NLP-2026/arbeidsgiver', who, leader)).statusCode).toBe(303);
  return who;
};

describe('the link of the applicant’s leader', () => {
  it('is asked for with a post and an address, and sent once by mail', async () => {
    const kari = await applicant();
    const early = await post('/soknad/NLP-2026/arbeidsgiver', kari, leader);
    expect([early.statusCode, early.body.includes('Fyll ut del 2')]).toEqual([409, true]);
    await fillIn(kari);
    const wrong = await post('/soknad/NLP-2026/arbeidsgiver', kari, { ...leader, epost: 'lise' });
    expect([wrong.statusCode, wrong.body.includes('href="#leder-epost"')]).toEqual([422, true]);
    await post('/soknad/NLP-2026/arbeidsgiver', kari, leader);
    expect((await get('/soknad/NLP-2026', kari)).body).toContain('Lenken ble sendt til lise@kommune.example.no');

    const send = jest.spyOn(api.app.get(MailSender), 'send').mockResolvedValue({ outcome: 'sent' });
    const asked = { draftId: draftId('NLP-2026', kari.personId), request: 1 };
    await api.app.get(WriteToEmployer).handle(asked);
    const [letter, envelope] = send.mock.calls[0] as unknown as [Letter, { to: object }];
    expect(envelope.to).toEqual({ name: 'Lise Leder', address: 'lise@kommune.example.no' });
    expect(new URL(letter.action!.url).pathname).toBe(linkOf(kari));
    expect(JSON.stringify(letter.parts)).toContain('Enhetsleder i Bodø kommune');
    send.mockRestore();
  });

  it('shows what is confirmed, changes nothing by being looked at, and confirms once', async () => {
    const kari = await asking();
    for (let time = 0; time < 2; time++) {
      const { statusCode, body } = await get(linkOf(kari), nobody);
      expect([statusCode, body.includes('Søkeren er Enhetsleder i Bodø kommune')]).toEqual([200, true]);
    }
    const half = await post(linkOf(kari), nobody, { ...signed, fri: '', tittel: '' });
    expect([half.statusCode, half.body.includes('href="#fri"'), half.body.includes('href="#tittel"')]).toEqual([
      422,
      true,
      true,
    ]);
    expect((await eventsOf(kari)).some(({ type }) => type === 'EmploymentConfirmed')).toBe(false);
    const done = await post(linkOf(kari), nobody, signed);
    expect([done.statusCode, done.body.includes('Det er bekreftet')]).toEqual([200, true]);
    expect((await get('/soknad/NLP-2026', kari)).body).toContain('Bekreftet av Lise Leder, Kommunalsjef');
    for (const reply of [await get(linkOf(kari), nobody), await post(linkOf(kari), nobody, signed)]) {
      expect([reply.statusCode, reply.body.includes('Lenken er brukt')]).toEqual([410, true]);
      expect(reply.body).not.toContain('Nordmann');
    }
    await post('/soknad/NLP-2026/send', kari);
    expect((await sentBy(kari))!.facts.employerConfirmedOn).toBe('2026-03-22');
  });

  it('confirms what was sent before, without the applicant', async () => {
    const kari = await asking();
    await post('/soknad/NLP-2026/send', kari);
    const before = (await sentBy(kari))!;
    expect(before.facts.employerConfirmedOn).toBeUndefined();
    await post(linkOf(kari), nobody, signed);
    const after = (await sentBy(kari))!;
    expect(after).toMatchObject({ submission: 2, facts: { ...before.facts, employerConfirmedOn: '2026-03-22' } });
    expect((await get('/soknad/NLP-2026', kari)).body).not.toContain('Endringene teller først');
    await post('/soknad/NLP-2026/send', kari);
    expect((await sentBy(kari))!.facts).toEqual(after.facts);
  });

  it('is refused when it is forged, replaced, about another post, or too old', async () => {
    const kari = await asking();
    const link = linkOf(kari);
    const forged = [link.slice(0, -1) + (link.endsWith('A') ? 'B' : 'A'), linkOf(kari, 7), link.replace('_1.', '_2.')];
    for (const path of [...forged, link.replace('/bekreft/', '/tilbud/'), '/bekreft/x1'])
      expect([path, (await get(path, nobody)).statusCode]).toEqual([path, 404]);
    for (const path of forged) expect((await post(path, nobody, signed)).statusCode).toBe(404);

    await post('/soknad/NLP-2026/arbeidsgiver', kari, leader);
    const replaced = await post(link, nobody, signed);
    expect([replaced.statusCode, replaced.body.includes('nyere lenke')]).toEqual([410, true]);

    await post('/soknad/NLP-2026/lederrolle', kari, { ...parts.lederrolle, position_title: 'Direktør' });
    const changed = await post(linkOf(kari, 2), nobody, signed);
    expect([changed.statusCode, changed.body.includes('endret stillingen')]).toEqual([410, true]);

    await post('/soknad/NLP-2026/lederrolle', kari, parts.lederrolle);
    await intake.setClock('2026-03-31T22:00:00Z');
    const expired = await post(linkOf(kari, 2), nobody, signed);
    expect([expired.statusCode, expired.body.includes('Lenken er utløpt')]).toEqual([410, true]);
    expect((await eventsOf(kari)).some(({ type }) => type === 'EmploymentConfirmed')).toBe(false);
  });
});

describe('after the deadline', () => {
  it('nothing is saved or sent, and the page says where the application stands', async () => {
    await intake.setClock('2026-03-31T21:00:00Z');
    const kari = await applicant();
    await fillIn(kari);
    await post('/soknad/NLP-2026/send', kari);
    await intake.setClock('2026-03-31T22:00:00Z');
    for (const path of ['send', 'onsker', 'om-deg']) {
      const late = await post(`/soknad/NLP-2026/${path}`, kari, parts.onsker);
      expect([path, late.statusCode, late.body.includes('Søknadsfristen er ute')]).toEqual([path, 409, true]);
    }
    const { body } = await get('/soknad/NLP-2026', kari);
    expect(body).toContain('Vurderes, nå');
    expect(body).not.toContain('Send på nytt');
    expect((await get('/soknad/NLP-2026', await applicant())).statusCode).toBe(404);
  });
});
