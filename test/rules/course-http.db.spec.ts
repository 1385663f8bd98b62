import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { attendanceParts } from '@kull/attendance';
import { ClassRegisters } from '@kull/attendance/contracts';
import { creditsParts } from '@kull/credits';
import { RectifyPerson } from '@kull/credits/reactions/rectify-person';
import { Codecs, compareWithRebuild, Database, type ReadModel } from '@kull/event-store';
import { People } from '@kull/people';
import { teachingParts } from '@kull/teaching';
import { ClassDirectory } from '@kull/teaching/contracts';
import { generateCourse } from '../data/generate-course';
import { createTestApi, type TestApi } from '../harness/api';
import { CourseClient } from './course-client';
import { givenFolder, readCourseFolder, readFolder } from './course-folder';
import { expectedOf } from './course-model';
import { type CourseRun, runCourseFolder } from './course-run';

const spring = givenFolder('nla-2026-spring');
const expected = expectedOf(readCourseFolder('nla-2026-spring'));
const linesOf = (text: string): string[] => text.replace('\ufeff', '').split('\r\n').slice(1, -1);

let api: TestApi;
let client: CourseClient;
let first: CourseRun;
let eventsAfterFirst: number;
beforeAll(async () => {
  api = await createTestApi();
  client = new CourseClient(api);
  first = await runCourseFolder(client, spring);
  eventsAfterFirst = await client.events();
});
afterAll(() => api.close());

describe('a course folder through HTTP', () => {
  it('makes the class, with its address', () => {
    expect(first.planned.status).toBe(201);
    expect(first.planned.headers.location).toBe(`/api/v1/classes/${first.id}`);
    expect(first.register.json()).toEqual({ entries: 27, unreadable: [] });
    expect(first.participants).toMatchObject({ rows: 30, enrolled: 30, unchanged: 0, rejected: [] });
  });

  it('gives the files that the rules lead to', () => {
    expect(linesOf(first.awards)).toEqual(expected.awards);
    expect(linesOf(first.awardsFinal)).toEqual(expected.awardsFinal);
    expect(first.rejected).toEqual(expected.rejected);
    expect(first.ran.json()).toEqual({ awarded: 10, held: 8, notMet: 10, notApplicable: 2, certificatesDue: 10 });
  });

  it('corrects the registers with the award, and not when the correction is refused', async () => {
    const presences = await api.app.get(ClassRegisters).presences(first.id);
    const hours = (studentNo: string) => presences.get(studentNo)?.map(({ halfHours }) => halfHours / 2);
    expect(hours('S260002')).toEqual([7.5, 7.5, 7.5, 7.5, 7.5, 7.5, 0, 0]);
    expect(hours('S260017')).toEqual([7.5, 7.5, 7.5, 7.5, 7.5, 7.5, 7.5, 7.5]);
  });

  it('changes nothing when the folder is worked through again', async () => {
    const again = await runCourseFolder(client, spring);
    expect(again.planned.status).toBe(200);
    expect([again.awards, again.awardsFinal]).toEqual([first.awards, first.awardsFinal]);
    expect(again.rejected).toEqual(first.rejected);
    expect(again.participants).toMatchObject({ enrolled: 0, unchanged: 30 });
    expect(again.attendance).toMatchObject({ taken: 0, unchanged: 240 });
    expect(again.results).toMatchObject({ taken: 0, unchanged: 26 });
    expect(again.corrections).toMatchObject({ taken: 0, unchanged: 5 });
    expect(await client.events()).toBe(eventsAfterFirst);
  });

  it('refuses another course under the same code', async () => {
    const document = JSON.parse(readFileSync(join(spring, 'course.json'), 'utf8')) as { class: object };
    const other = await client.post('/classes', { ...document, class: { ...document.class, capacity: 31 } });
    expect(other.status).toBe(409);
    expect(other.json()).toMatchObject({ code: 'CLASS_DIFFERS' });
  });

  it('refuses a course with a session of a quarter of an hour', async () => {
    const document = JSON.parse(readFileSync(join(spring, 'course.json'), 'utf8')) as { sessions: object[] };
    const other = await client.post('/classes', { ...document, sessions: [{ ...document.sessions[0], hours: 7.25 }] });
    expect(other.status).toBe(400);
    expect(other.text).toContain('/sessions/0/hours');
  });

  it('shows classes with their places, and awards', async () => {
    const list = (await client.get<{ data: object[] }>('/classes')).json();
    expect(list.data).toMatchObject([{ id: first.id, code: 'NLA-2026V-1', capacity: 30, placesTaken: 30 }]);
    const one = await client.get(`/classes/${first.id}`);
    expect(one.headers.etag).toBe('"2"');
    expect(one.json()).toMatchObject({ status: 'open', course: { ectsRule: { minAttendance: 0.75 } } });

    const awards = `/classes/${first.id}/awards?limit=20`;
    const page = (await client.get<{ data: { studentNo: string }[]; nextCursor: string }>(awards)).json();
    const rest = (await client.get<{ data: object[]; nextCursor: null }>(`${awards}&cursor=${page.nextCursor}`)).json();
    expect([page.data.length, rest.data.length, rest.nextCursor]).toEqual([20, 10, null]);
    expect(page.data[4]).toMatchObject({
      studentNo: 'S260005',
      attendedHours: 48,
      pointsStatus: 'AWARDED',
      coursePoints: 60,
    });
    expect((await client.get('/overview')).json()).toMatchObject({
      classes: [{ code: 'NLA-2026V-1', site: 'ONLINE', capacity: 30, taken: 30 }],
      courses: [{ code: 'NLA-2026V-1', participants: 30, awarded: 10, held: 7, notMet: 11 }],
    });
  });

  it('explains an award in three languages', async () => {
    const { data } = (
      await client.get<{ data: { id: string; studentNo: string }[] }>(`/classes/${first.id}/awards`)
    ).json();
    const { id } = data.find(({ studentNo }) => studentNo === 'S260022')!;
    const explained = await client.get<{ coursePoints: { outcome: string; requirements: object[] } }>(
      `/student-courses/${id}/explanation`,
    );
    const { coursePoints } = explained.json();
    expect(coursePoints.outcome).toBe('HELD');
    expect(coursePoints.requirements.at(-1)).toMatchObject({
      code: 'HPR_UNKNOWN',
      status: 'waiting',
      actor: 'STUDENT',
      dueAt: '2026-07-19',
      text: {
        nb: 'HPR-nummeret finnes ikke i registeret',
        nn: 'HPR-nummeret finst ikkje i registeret',
        en: 'The HPR number is not in the register',
      },
    });
    expect((await client.get('/student-courses/stc_unknown/explanation')).status).toBe(404);
  });

  it('says which column is missing, and which class is not there', async () => {
    const withoutColumn = await client.post(
      `/classes/${first.id}/result-imports`,
      Buffer.from('student_no;result\r\nS1;PASSED\r\n'),
    );
    expect(withoutColumn.status).toBe(400);
    expect(withoutColumn.json()).toMatchObject({ code: 'MISSING_COLUMN' });
    for (const [operation, name] of [
      ['participant-imports', 'participants.csv'],
      ['attendance-imports', 'attendance.csv'],
      ['result-imports', 'results.csv'],
      ['correction-imports', 'corrections.csv'],
    ] as const) {
      const answer = await client.post(`/classes/cls_no/${operation}`, readFileSync(join(spring, name)));
      expect([operation, answer.status]).toEqual([operation, 404]);
    }
    expect((await client.post('/classes/cls_no/award-runs', {})).status).toBe(404);
    expect((await client.get('/classes/cls_no/awards')).status).toBe(404);
    expect((await client.get('/classes/cls_no/files/awards.csv')).status).toBe(404);
  });
});

describe('personal data of a course', () => {
  const { participants, corrections } = readCourseFolder('nla-2026-spring');
  const given = (studentNo: string) => participants.find((one) => one.student_no === studentNo)!;
  const corrected = (studentNo: string, kind: string) =>
    corrections.find((one) => one.student_no === studentNo && one.kind === kind)!.value;

  it('stands in no event', async () => {
    const owner = await Database.connect({ url: api.databaseUrl, poolSize: 1 });
    try {
      const rows = await owner.query<{ text: string }>(
        "select string_agg(data::text || metadata::text, ' ') as text from log.event",
      );
      const log = rows[0]!.text;
      for (const { national_id, email, phone, family_name, hpr_number } of participants) {
        for (const secret of [national_id, email, phone, `"${family_name}"`]) expect(log).not.toContain(secret);
        if (hpr_number) expect(log).not.toContain(hpr_number);
      }
      expect(log).not.toContain('Ekteskap');
    } finally {
      await owner.close();
    }
  });

  it('is rectified by a correction, once and again', async () => {
    const { data } = (
      await client.get<{ data: { id: string; studentNo: string }[] }>(`/classes/${first.id}/awards`)
    ).json();
    const idOfStudent = (studentNo: string) => data.find((one) => one.studentNo === studentNo)!.id;
    const rectify = api.app.get(RectifyPerson);
    for (const studentNo of ['S260001', 'S260007', 'S260001'])
      await rectify.handle({ studentCourseId: idOfStudent(studentNo) });
    const students = await api.app.get(ClassDirectory).students(first.id);
    const personOf = (studentNo: string) => students.find((one) => one.studentNo === studentNo)!.personId;
    const profiles = await api.app.get(People).profiles([personOf('S260001'), personOf('S260007')]);
    expect(profiles.get(personOf('S260001'))).toMatchObject({
      familyName: corrected('S260001', 'NAME_CHANGE'),
      givenNames: given('S260001').given_names,
    });
    expect(profiles.get(personOf('S260007'))).toMatchObject({
      familyName: given('S260007').family_name,
      hprNumber: corrected('S260007', 'HPR_NUMBER'),
    });
  });
});

describe('a class list', () => {
  const header =
    'student_no;family_name;given_names;national_id;email;phone;language;municipality_code;hpr_number;participant_status';
  const list = (...rows: string[]) => Buffer.from(`${[header, ...rows].join('\r\n')}\r\n`);
  const row = (studentNo: string, nationalId: string, name = 'Prøve') =>
    `${studentNo};${name};Kari;${nationalId};;;nb;0301;;PHYSICIAN`;

  const planned = async (code: string, capacity: number): Promise<string> => {
    const document = JSON.parse(readFileSync(join(spring, 'course.json'), 'utf8')) as { class: object };
    const answer = await client.post<{ id: string }>('/classes', {
      ...document,
      class: { ...document.class, code, capacity },
    });
    return answer.json().id;
  };

  it('longer than the class has places raises the capacity by an event of its own', async () => {
    const id = await planned('NLA-FULL', 1);
    const imported = await client.post(
      `/classes/${id}/participant-imports`,
      list(row('P1', '15817512310'), row('P2', '41819020149')),
    );
    expect(imported.json()).toMatchObject({ enrolled: 2, rejected: [] });
    expect((await client.get(`/classes/${id}`)).json()).toMatchObject({ capacity: 2, placesTaken: 2 });
  });

  it('reports every row that cannot be read, and one person under two numbers', async () => {
    const id = await planned('NLA-ROWS', 10);
    const rows = list(
      row('Q1', '15817512310'),
      row('Q1', '41819020149'),
      row('Q2', '15817512311'),
      row('Q3', '15817512310'),
      row('', '41819020149'),
      row('Q4', '41819020149', ' '),
    );
    const imported = await client.post<{ enrolled: number; rejected: object[] }>(
      `/classes/${id}/participant-imports`,
      rows,
    );
    expect(imported.json()).toMatchObject({
      enrolled: 1,
      rejected: [
        { row: 2, code: 'DUPLICATE_STUDENT_NO' },
        { row: 3, code: 'INVALID_NATIONAL_ID' },
        { row: 4, code: 'ALREADY_ENROLLED' },
        { row: 5, code: 'INVALID_STUDENT_NO' },
        { row: 6, code: 'MISSING_NAME' },
      ],
    });
    const changed = list(row('Q1', '15817512310', 'Endret'));
    expect((await client.post(`/classes/${id}/participant-imports`, changed)).json()).toMatchObject({
      unchanged: 0,
      rejected: [{ row: 1, code: 'ENROLMENT_DIFFERS' }],
    });
  });

  it('taken in by two at once enrols everybody once', async () => {
    const id = await planned('NLA-TWICE', 10);
    const rows = list(row('R1', '15817512310'), row('R2', '41819020149'));
    const path = `/classes/${id}/participant-imports`;
    await Promise.all([client.post(path, rows), client.post(path, rows), client.post(path, rows)]);
    expect((await client.get(`/classes/${id}`)).json()).toMatchObject({ placesTaken: 2 });
  });
});

describe('generated courses of 45', () => {
  it.each([1, 2, 3])('come out as the rules say (seed %p)', async (seed) => {
    const folder = mkdtempSync(join(tmpdir(), 'kull-course-'));
    try {
      generateCourse(folder, { seed, participants: 45 });
      const rules = expectedOf(readFolder(folder));
      const run = await runCourseFolder(client, folder);
      expect(linesOf(run.awards)).toEqual(rules.awards);
      expect(linesOf(run.awardsFinal)).toEqual(rules.awardsFinal);
      expect(run.rejected).toEqual(rules.rejected);
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  });
});

it('keeps every read model equal to its rebuild', async () => {
  const parts = [teachingParts, attendanceParts, creditsParts];
  const codecs = new Codecs(parts.map(({ codecs: [codec] }) => codec!));
  const owner = await Database.connect({ url: api.databaseUrl, poolSize: 2 });
  try {
    for (const model of parts.flatMap<ReadModel>(({ readModels }) => readModels)) {
      const { live, rebuilt } = await compareWithRebuild(model, codecs, owner);
      expect([...live]).toEqual([...rebuilt]);
    }
  } finally {
    await owner.close();
  }
});
