import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Language, languages, newUuid } from '@kull/kernel';
import { faultOf } from '../architecture/said';
import { createTestApi, type TestApi } from '../harness/api';
import { type CohortClass, planCohort } from '../harness/filled-cohort';
import type { PlanJson } from './cohort-json';
import { folderNamed } from './course-folder';

type Body = object | string | undefined;
interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, unknown>>;
  readonly body: string;
}
type Ask = readonly [method: 'GET' | 'POST', path: string, body?: Body];

const intake = readFileSync(join(folderNamed('nlp-2026-intake'), 'intake.json'), 'utf8');
const course = readFileSync(join(folderNamed('nla-2026-spring'), 'course.json'), 'utf8');
/** The header alone. */
const applications = readFileSync(join(folderNamed('nlp-2026-intake'), 'applications.csv'), 'utf8').replace(
  /\n.*$/s,
  '\n',
);
const participants = readFileSync(join(folderNamed('nla-2026-spring'), 'participants.csv'), 'utf8');

/** Where an answer has words for people; a code of one word is none. */
const wordKeys = new Set(['message', 'text', 'texts', 'why', 'reason', 'cancelledBy', 'means', 'action', 'title']);
/** Sentences; the titles of what is taught are no words of ours. */
const isSentence = (text: string): boolean => /\p{Ll}.*\s\S/u.test(text) && !/^Samling \d+(, dag \d+)?$/.test(text);

/** What one of the answers says to people, with where it says so. */
const wordsIn = (of: unknown, at = '', key = ''): readonly string[] => {
  if (typeof of === 'string') return wordKeys.has(key) && isSentence(of) ? [of] : [];
  if (Array.isArray(of)) return of.flatMap((one) => wordsIn(one, at, key));
  if (typeof of !== 'object' || of === null) return [];
  return Object.entries(of).flatMap(([name, value]) => wordsIn(value, `${at}/${name}`, name));
};

let api: TestApi;
let oslo: readonly CohortClass[];
let courseId: string;
let intakeId: string;

const ask = async ([method, url, body]: Ask, language: string): Promise<Answer> => {
  const isFile = typeof body === 'string';
  const answer = await api.app.inject({
    method,
    url: `/api/v1${url}`,
    headers: {
      authorization: api.authorization,
      'accept-language': language,
      ...(method === 'POST' && { 'idempotency-key': newUuid() }),
      ...(body !== undefined && { 'content-type': isFile ? 'text/csv' : 'application/json' }),
    },
    ...(body !== undefined && { payload: isFile ? body : JSON.stringify(body) }),
  });
  return { status: answer.statusCode, headers: answer.headers, body: answer.body };
};
const asked = async <T>(...of: Ask): Promise<T> => JSON.parse((await ask(of, 'nb')).body) as T;

beforeAll(async () => {
  api = await createTestApi();
  oslo = await planCohort(api.app, 'NLP-2026', { classes: 2, students: 4 });
  courseId = (await asked<{ id: string }>('POST', '/classes', JSON.parse(course) as object)).id;
  await asked('POST', `/classes/${courseId}/participant-imports`, participants);
  const opened = intake.replaceAll('NLP-2026', 'NLP-2031');
  intakeId = (await asked<{ id: string }>('POST', '/intakes', JSON.parse(opened) as object)).id;
  await asked('POST', '/reminder-plans/NLP/switches', { on: true });
}, 600_000);
afterAll(() => api?.close());

const commission = {
  code: 'BERGEN-2027',
  municipalityCode: '4601',
  commissionedBy: { name: 'Bergen kommune', orgNumber: '964338531' },
  programme: { code: 'NLP-B', title: 'Lederutdanning' },
  ectsCredits: 15,
  class: { code: 'BERGEN-1', site: 'Bergen', capacity: 30, startsOn: '2026-09-07', endsOn: '2027-06-11' },
  classes: 2,
};

/** Two classes in one room, and a gathering on a holiday. */
const clashing = async (): Promise<PlanJson> => {
  const { plan } = await asked<{ plan: PlanJson }>('POST', '/cohort-drafts', { from: { commission } });
  const inOneRoom = JSON.parse(JSON.stringify(plan)) as PlanJson;
  const [first, second] = inOneRoom.classes;
  second!.gatherings[0]!.sessions = first!.gatherings[0]!.sessions.map((one) => ({ ...one, room: 'A2-075' }));
  first!.gatherings[0]!.sessions = second!.gatherings[0]!.sessions;
  const [last] = first!.gatherings.slice(-1);
  last!.sessions = last!.sessions.map((one) => ({ ...one, startsAt: `2027-05-17${one.startsAt.slice(10)}` }));
  return inOneRoom;
};

/** Each operation whose answer has words for people, asked so that it has some to say. */
const asks: readonly (readonly [string, (language: Language) => Ask | Promise<Ask>])[] = [
  [
    'participant-imports',
    () => [
      'POST',
      `/classes/${courseId}/participant-imports`,
      `${participants.split('\r\n')[0]}\r\nX1;;;1;;;nb;;;OTHER\r\n`,
    ],
  ],
  [
    'attendance-imports',
    () => [
      'POST',
      `/classes/${courseId}/attendance-imports`,
      'session_code;student_no;attended_hours;observed_by;observed_at\r\nM99;S260001;1;a;2026-02-02T16:00:00+01:00\r\nM1;nobody;1;a;2026-02-02T16:00:00+01:00\r\n',
    ],
  ],
  [
    'result-imports',
    () => [
      'POST',
      `/classes/${courseId}/result-imports`,
      'student_no;assessment;result;graded_by;attested_by;attested_at\r\nS260001;EXAM;PASSED;g;g;2026-06-19T12:00:00+02:00\r\n',
    ],
  ],
  [
    'result-previews',
    () => [
      'POST',
      `/classes/${courseId}/result-previews`,
      'Kandidatnummer;Karakter\r\nK-1;PASSED\r\nS260001;PASSED\r\n',
    ],
  ],
  [
    'part-imports',
    () => [
      'POST',
      `/classes/${courseId}/part-imports`,
      'student_no;part;fulfilled_at;reported_by\r\nS260001;NONE;2026-06-19T12:00:00+02:00;a\r\n',
    ],
  ],
  [
    'correction-imports',
    () => [
      'POST',
      `/classes/${courseId}/correction-imports`,
      'at;kind;student_no;value;reason;recorded_by;approved_by\r\n2026-07-01T09:00:00+02:00;RESULT;S260001;EXAM=PASSED;x;admin-1;\r\n',
    ],
  ],
  [
    'correction-previews',
    () => [
      'POST',
      `/classes/${courseId}/correction-previews`,
      'at;kind;student_no;value;reason;recorded_by;approved_by\r\n2026-07-01T09:00:00+02:00;RESULT;nobody;EXAM=PASSED;x;admin-1;\r\n',
    ],
  ],
  [
    'mark-batches',
    () => [
      'POST',
      `/classes/${oslo[0]!.id}/mark-batches`,
      {
        marks: [
          {
            id: newUuid(),
            session: 'none',
            studentNo: oslo[0]!.students[0]!,
            presence: 'PRESENT',
            observedAt: '2026-09-07T07:00:00.000Z',
          },
          {
            id: newUuid(),
            session: 'G1D1F',
            studentNo: oslo[1]!.students[0]!,
            presence: 'HERE',
            observedAt: '2026-09-07T07:00:00.000Z',
          },
        ],
      },
    ],
  ],
  [
    'door-scans',
    () => [
      'POST',
      `/classes/${oslo[0]!.id}/door-scans`,
      {
        device: 'd',
        scans: [{ id: newUuid(), session: 'G1D1F', code: 'hello', observedAt: '2026-09-07T07:00:00.000Z' }],
      },
    ],
  ],
  [
    'sheet-imports',
    () => ['POST', `/classes/${oslo[0]!.id}/registers/G1D1F/sheet-imports`, 'row_code;presence\r\nAAAAA-A;T\r\n'],
  ],
  ['attendance-risk', () => ['GET', `/attendance-risk?class=${oslo[0]!.id}&status=all`]],
  [
    'absences',
    (language) => [
      'POST',
      `/classes/${oslo[0]!.id}/absences`,
      { studentNo: oslo[0]!.students[languages.indexOf(language)]!, sessions: ['G6D1F'], reason: 'ILLNESS' },
    ],
  ],
  [
    'make-up-options',
    () => ['GET', `/classes/${oslo[0]!.id}/make-up-options?studentNo=${oslo[0]!.students[0]!}&gathering=1`],
  ],
  ['move-previews', () => ['POST', `/classes/${oslo[0]!.id}/gatherings/6/move-previews`, { startsOn: '2027-08-14' }]],
  ['cohort-checks', async () => ['POST', '/cohort-checks', await clashing()]],
  ['rebalancing-proposals', () => ['POST', '/rebalancing-proposals', { intake: 'NLP-2026' }]],
  ['reminder-calendar', () => ['GET', '/reminder-calendar?until=2027-06-30']],
  ['staff-imports', () => ['POST', '/staff-imports', 'code;name;email;phone;language\r\nx;;x@example.no;;nb\r\n']],
  [
    'application-imports',
    () => ['POST', `/intakes/${intakeId}/application-imports`, `${applications}A1${';'.repeat(25)}\r\n`],
  ],
  [
    'application-checks',
    () => ['POST', `/intakes/${intakeId}/application-checks`, 'Søknadsnummer;Etternavn\r\nA1;Ås\r\n'],
  ],
];

describe('an answer that has words for people', () => {
  it.each(asks)('%s is in the language of whoever asks', async (_, of) => {
    const answers = await Promise.all(
      languages.map(async (language) => {
        const answer = await ask(await of(language), language);
        expect([answer.status, answer.body]).toEqual([answer.status < 300 ? answer.status : 200, answer.body]);
        expect(answer.headers).toMatchObject({ 'content-language': language, vary: 'Accept-Language, Cookie' });
        return { language, said: wordsIn(JSON.parse(answer.body)) };
      }),
    );
    const [nb, , en] = answers.map(({ said }) => said);
    expect(nb!.length).toBeGreaterThan(0);
    expect(en!.filter((text) => nb!.includes(text))).toEqual([]);
    expect(
      answers.flatMap(({ language, said }) => said.flatMap((text) => faultOf({ at: language, language, text }))),
    ).toEqual([]);
  });
});

describe('a file for people', () => {
  it.each([
    [
      'roster.csv',
      (): string => `/classes/${oslo[0]!.id}/files/roster.csv`,
      ['Etternavn;Fornavn', 'Etternamn;Førenamn', 'Family name;Given names'],
      ['Klasseliste', 'Klasseliste', 'Class%20list'],
    ],
    [
      'indicators.csv',
      (): string => '/reports/indicators.csv',
      ['Sted;Søkere', 'Stad;Søkjarar', 'Site;Applicants'],
      ['Rapport', 'Rapport', 'Report'],
    ],
  ] as const)('%s has its headings and its name in the language of whoever asks', async (_, path, headings, names) => {
    for (const [at, language] of languages.entries()) {
      const { headers, body }: Answer = await ask(['GET', path()], language);
      expect([language, body]).toEqual([language, expect.stringContaining(headings[at]!)]);
      expect(headers['content-disposition']).toContain(names[at]!);
    }
  });

  it('is in the language that a link asks for, whatever the browser says', async () => {
    const { headers, body } = await ask(['GET', `/classes/${oslo[0]!.id}/files/roster.csv?lang=nn`], 'en');
    expect([headers['content-language'], body]).toEqual(['nn', expect.stringContaining('Etternamn;Førenamn')]);
    const sheet = await ask(['GET', `/classes/${oslo[0]!.id}/registers/G1D1F/sheet.pdf?lang=en`], 'nb');
    expect(sheet.headers['content-disposition']).toContain('register-OSLO-1-G1D1F.pdf');
    expect((await ask(['GET', `/classes/${oslo[0]!.id}/files/roster.csv?lang=xx`], 'en')).status).toBe(400);
  });

  it('has the same columns for machines in every language', async () => {
    const files = await Promise.all(
      languages.map((language) => ask(['GET', `/classes/${oslo[0]!.id}/files/roster.csv?profile=rfc4180`], language)),
    );
    expect(new Set(files.map(({ body }) => body)).size).toBe(1);
  });
});

it('a repeated import is answered in the language of the first answer, and says so', async () => {
  const headers = { authorization: api.authorization, 'idempotency-key': 'once', 'content-type': 'text/csv' };
  const send = (language: string) =>
    api.app.inject({
      method: 'POST',
      url: '/api/v1/staff-imports',
      headers: { ...headers, 'accept-language': language },
      payload: 'code;name;email;phone;language\r\nx;;x@example.no;;nb\r\n',
    });
  const first = await send('nn');
  const again = await send('en');
  expect(first.json()).toMatchObject({ rejected: [{ message: 'Namnet manglar' }] });
  expect([again.body, again.headers['content-language']]).toEqual([first.body, 'nn']);
});
