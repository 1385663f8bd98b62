import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { createTestApi, type TestApi } from '../../../../test/harness/api';
import { codeOf, PlannedClasses } from '../../../../test/harness/planned-classes';
import type { ClassStudents } from './class-students';
import type { Directory, DirectoryEntry } from './directory';
import type { PersonRecord } from './person-record';
import type { Timeline } from './timeline/timeline-view';

const folder = join(__dirname, '../../../cli/demo/nlp-2026-intake');
const file = (name: string): Buffer => readFileSync(join(folder, name));

let api: TestApi;
let house: PlannedClasses;
let [a, b] = ['', ''];

/** Two classes of a cohort, one student who moved between them and got a leave; and the applicants of an intake. */
beforeAll(async () => {
  api = await createTestApi();
  house = new PlannedClasses(api);
  await house.moveClock('2026-08-20T08:00:00.000Z');
  [a, b] = [
    await house.plan('A', { capacity: 5, intake: 'NLP-2025' }),
    await house.plan('B', { capacity: 5, week: 1, intake: 'NLP-2025' }),
  ];
  for (const id of [a, b]) await house.client.post(`/classes/${id}/openings`, {});
  await house.client.post(`/classes/${a}/enrolments`, {
    ...house.entry('S1'),
    familyName: 'Åsen',
    givenNames: 'Kari',
    email: 'kari@example.no',
    hprNumber: '9144889',
    participantStatus: 'PHYSICIAN',
  });
  await house.enrol(b, 'S2');
  await house.act(a, 'S1', 'transfers', { to: b, on: '2026-10-05' });
  await house.act(b, 'S1', 'leaves', { from: '2026-11-01', until: '2026-12-01', reasonClass: 'ILLNESS' });
  const { id } = (
    await house.client.post<{ id: string }>('/intakes', JSON.parse(file('intake.json').toString('utf8')))
  ).json();
  await house.client.put(`/intakes/${id}/hpr-register`, file('hpr-register.csv'));
  await house.client.put(`/intakes/${id}/municipalities`, file('municipalities.csv'));
  await house.client.post(`/intakes/${id}/application-imports`, file('applications.csv'));
  await house.client.post(`/intakes/${id}/assessment-imports`, file('assessments.csv'));
  await house.client.post(`/intakes/${id}/ranking-runs`, {});
  await house.client.post(`/intakes/${id}/rounds/1/offers`, {});
}, 120_000);
afterAll(() => api.close());

const get = async <T>(path: string): Promise<T> => (await house.client.get<T>(path)).json();
const numbersOf = ({ students }: DirectoryEntry): readonly string[] => students.map(({ studentNo }) => studentNo);

describe('everybody in one answer', () => {
  it('has students where they are now and where they were, and applicants with what became of them', async () => {
    const { data } = await get<Directory>('/persons');
    const kari = data.find((one) => numbersOf(one).includes('S1'))!;
    expect(kari.name).toEqual({ familyName: 'Åsen', givenNames: 'Kari' });
    expect(kari.students.map(({ classCode, standing, cohort }) => [classCode, standing, cohort])).toEqual([
      ['B', 'on_leave', 'NLP-2025'],
      ['A', 'transferred', 'NLP-2025'],
    ]);
    const outcomes = new Set(data.flatMap(({ applications }) => applications.map(({ outcome }) => outcome)));
    expect([...outcomes].sort()).toEqual(['NEEDS_MORE', 'NOT_QUALIFIED', 'OFFER_OPEN', 'QUALIFIED', 'SUPERSEDED']);
    expect(data.filter(({ applications }) => applications.length > 1).length).toBeGreaterThan(0);
  });

  it('is one small answer, zipped for whoever takes that, without numbers or addresses of persons', async () => {
    const { rawPayload, headers } = await api.app.inject({
      method: 'GET',
      url: '/api/v1/persons',
      headers: { authorization: api.authorization, 'accept-encoding': 'gzip' },
    });
    expect(headers['content-encoding']).toBe('gzip');
    expect(rawPayload.length).toBeLessThan(30_000);
    const text = gunzipSync(rawPayload).toString('utf8');
    expect(JSON.parse(text)).toEqual(await get('/persons'));
    expect(text).not.toMatch(/@|\d{11}|9144889|birth/);
  });
});

describe('one person', () => {
  it('is found by student number, by application number and by id', async () => {
    const kari = await get<PersonRecord>('/persons/S1');
    expect(await get<PersonRecord>(`/persons/${kari.personId}`)).toEqual(kari);
    const { data } = await get<Directory>('/persons');
    const { personId, applications } = data.find((one) => one.applications[0]?.outcome === 'OFFER_OPEN')!;
    const applicant = await get<PersonRecord>(`/persons/${applications[0]!.applicationNo}`);
    expect(applicant).toMatchObject({ personId, courses: [], applications: [{ outcome: 'OFFER_OPEN' }] });
  });

  it('is told with masks, class, attendance and contact', async () => {
    expect(await get<PersonRecord>('/persons/S1')).toMatchObject({
      name: { familyName: 'Åsen', givenNames: 'Kari' },
      nationalId: expect.stringMatching(/^\d{6} \*{5}$/),
      hprNumber: '9144***',
      contact: { email: 'kari@example.no', emailFault: null },
      courses: [
        {
          classCode: 'B',
          standing: 'on_leave',
          attendance: { status: 'SAFE', countedIn: 'HALF_DAYS', attended: 0, of: 6, leftToLose: 1 },
        },
        { classCode: 'A', standing: 'transferred' },
      ],
    });
  });

  it('is unknown by a number that nobody has', async () => {
    expect(codeOf(await house.client.get('/persons/S9'))).toBe('404 PERSON_UNKNOWN');
    expect(codeOf(await house.client.get('/persons/S9/timeline'))).toBe('404 PERSON_UNKNOWN');
  });

  it('is asked for again where several have the number', async () => {
    const other = await house.plan('OTHER', { intake: 'NLP-2024' });
    await house.client.post(`/classes/${other}/enrolments`, { ...house.entry('S8'), studentNo: 'S2' });
    const refused = await house.client.get<{ code: string; errors: readonly { pointer: string }[] }>('/persons/S2');
    expect(codeOf(refused)).toBe('409 SEVERAL_PERSONS');
    const records = await Promise.all(
      refused.json().errors.map(({ pointer }) => get<PersonRecord>(`/persons/${pointer}`)),
    );
    expect(records.map(({ courses }) => courses[0]!.classCode).sort()).toEqual(['B', 'OTHER']);
  });

  it('has one timeline of all that happened, in words', async () => {
    await house.moveClock('2026-09-07T10:00:00.000Z');
    const mark = { id: '0b9c1c6e-3c0e-4c55-9a55-6f1f3c2f8f10', session: 'G1-0', studentNo: 'S1', presence: 'PRESENT' };
    const marks = [{ ...mark, observedAt: '2026-09-07T07:05:00.000Z' }];
    const taken = await house.client.post<{ recorded: number }>(`/classes/${a}/mark-batches`, { marks, device: 'd1' });
    expect(taken.json().recorded).toBe(1);
    const { data } = await get<Timeline>('/persons/S1/timeline');
    expect(data.map(({ text }) => text.nb)).toEqual(
      expect.arrayContaining([
        'Oppmøte: til stede, 1 økt',
        'Permisjon fra 1. november 2026, tilbake 1. desember 2026 (sykdom)',
        'Flyttet til B fra 5. oktober 2026',
        'Kom til B fra A',
        'Fikk plass i A',
      ]),
    );
    expect(JSON.stringify(data)).not.toMatch(/Åsen|kari@|9144889/);
    expect([...data].sort((one, other) => (one.at < other.at ? 1 : -1)).map(({ at }) => at)).toEqual(
      data.map(({ at }) => at),
    );
  });
});

describe('the students of a class', () => {
  it('are listed with what stands beside their names', async () => {
    const { data } = await get<ClassStudents>(`/classes/${b}/students`);
    expect(data.map(({ studentNo }) => studentNo)).toEqual(['S1', 'S2']);
    expect(data[0]).toMatchObject({
      hprNumber: '9144***',
      hasAddressFault: false,
      workplace: null,
      assessments: [],
      credits: null,
    });
  });
});
