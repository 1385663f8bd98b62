import { attendanceParts } from '@kull/attendance';
import { creditsParts } from '@kull/credits';
import { RunAwards } from '@kull/credits/commands/run-awards';
import { textOf } from '@kull/documents/testing/tools';
import { Codecs, compareWithRebuild, Database, EventStore, type ReadModel } from '@kull/event-store';
import { addDays, idOf, instantInOslo, localDateInOslo, newUuid, systemClock, writtenDay } from '@kull/kernel';
import { teachingParts } from '@kull/teaching';
import { ClassDirectory, type ClassPlan } from '@kull/teaching/contracts';
import { programmeClass } from '@kull/teaching/domain/class';
import { enrolment } from '@kull/teaching/domain/enrolment';
import { enrolmentIdOf } from '@kull/teaching/domain/ids';
import { CommandBus } from '@nestjs/cqrs';
import { createTestApi, type TestApi } from '../harness/api';
import { CourseClient } from './course-client';
import type { Imported } from './course-run';

const today = localDateInOslo(systemClock.now());
const handInBy = instantInOslo(addDays(today, 7), '14:00:00');

const planOf = (code: string): ClassPlan => ({
  code,
  site: 'Oslo',
  capacity: 54,
  startsOn: '2025-09-08',
  endsOn: '2026-06-19',
  programme: { code: 'NLP', title: 'Nasjonal lederutdanning for primærhelsetjenesten' },
  course: {
    courseCode: 'LEDELSE-30',
    ectsCredits: 30,
    sessions: ['S1', 'S2'].map((session) => ({
      code: session,
      title: session,
      startsAt: '2025-09-09T07:00:00.000Z',
      halfHours: 8,
    })),
    ectsRule: { minAttendance: { numerator: 1, denominator: 2 } },
    requirements: [
      {
        kind: 'ASSESSMENT',
        code: 'PROJECT_PAPER',
        title: 'Prosjektoppgave',
        scale: 'A_TO_F',
        handInBy,
        gradingWeeks: 3,
      },
      { kind: 'ASSESSMENT', code: 'EXAM', title: 'Hjemmeeksamen', scale: 'PASSED_FAILED', gradingWeeks: 3 },
      { kind: 'PART', code: 'REFLECTION', title: 'Refleksjon', fulfilledBy: 'STUDENT_DECLARATION' },
      { kind: 'PART', code: 'LECTURE', title: 'Forelesning', fulfilledBy: 'LECTURE_WATCHED' },
    ],
    organiser: { name: 'Handelshøyskolen BI', orgNumber: '971228865' },
  },
});

const kari = '15817512310';
const ola = '41819020149';

let api: TestApi;
let client: CourseClient;
beforeAll(async () => {
  api = await createTestApi();
  client = new CourseClient(api);
});
afterAll(() => api.close());

const context = () => ({ commandId: newUuid(), actor: 'admin-1', occurredAt: systemClock.now() });
const csv = (...lines: string[]) => Buffer.from(`${lines.join('\r\n')}\r\n`);

/** Plans a class and opens it. */
const openClass = async (code: string): Promise<string> => {
  const events = api.app.get(EventStore);
  const id = idOf('cls', code);
  for (const command of [
    { type: 'PlanClass', data: planOf(code) },
    { type: 'OpenClass', data: {} },
  ] as const)
    expect(await events.execute(programmeClass, id, command, context())).toHaveProperty('accepted');
  return id;
};

const enrol = async (classId: string, ...students: readonly (readonly [studentNo: string, nationalId: string])[]) => {
  const header =
    'student_no;family_name;given_names;national_id;email;phone;language;municipality_code;hpr_number;participant_status';
  const rows = students.map(([no, nationalId]) => `${no};Prøve;${no};${nationalId};;;nb;0301;9144900;PHYSICIAN`);
  const answer = await client.post(`/classes/${classId}/participant-imports`, csv(header, ...rows));
  expect(answer.json()).toMatchObject({ enrolled: students.length });
};

const attend = (classId: string, ...students: readonly string[]) => {
  const rows = students.flatMap((no) =>
    ['S1', 'S2'].map((session) => `${session};${no};4.0;moderator-1;2025-09-09T16:00:00Z`),
  );
  const header = 'session_code;student_no;attended_hours;observed_by;observed_at';
  return client.post(`/classes/${classId}/attendance-imports`, csv(header, ...rows));
};

const importResults = async (classId: string, ...rows: readonly string[]) => {
  const header = 'student_no;assessment;result;graded_by;attested_by;attested_at';
  return (await client.post<Imported>(`/classes/${classId}/result-imports`, csv(header, ...rows))).json();
};

const importParts = async (classId: string, ...rows: readonly string[]) => {
  const header = 'student_no;part;fulfilled_at;reported_by';
  return (await client.post<Imported>(`/classes/${classId}/part-imports`, csv(header, ...rows))).json();
};

const attested = 'grader-1;grader-2;2026-06-20T10:00:00Z';
/** Both results and both parts of a student. */
const complete = async (classId: string, no: string) => {
  await attend(classId, no);
  await importResults(classId, `${no};PROJECT_PAPER;B;${attested}`, `${no};EXAM;PASSED;${attested}`);
  await importParts(classId, `${no};REFLECTION;2026-03-01T10:00:00Z;${no}`, `${no};LECTURE;2026-03-02T10:00:00Z;video`);
};

const run = async (classId: string) => (await client.post(`/classes/${classId}/award-runs`, {})).json();
const awardLines = async (classId: string) =>
  (await client.get(`/classes/${classId}/files/awards.csv`)).text.split('\r\n').slice(1, -1);
const finalLines = async (classId: string) =>
  (await client.get(`/classes/${classId}/files/awards-final.csv`)).text.split('\r\n').slice(1, -1);

const courseIdOf = async (classId: string, studentNo: string) => {
  const list = await client.get<{ data: { id: string; studentNo: string }[] }>(`/classes/${classId}/awards`);
  return list.json().data.find((one) => one.studentNo === studentNo)!.id;
};

interface Explained {
  readonly requirements: readonly { readonly code: string; readonly text: { readonly nb: string } }[];
}
const explain = async (id: string) =>
  (await client.get<{ ectsCredits: Explained; coursePoints: Explained }>(`/student-courses/${id}/explanation`)).json();

describe('a class of the national programme', () => {
  let classId: string;
  beforeAll(async () => {
    classId = await openClass('NLP-OSLO-1');
    await enrol(classId, ['S1', kari], ['S2', ola]);
    await attend(classId, 'S1', 'S2');
  });

  it('can be followed by its students from the first day', async () => {
    expect((await client.post(`/classes/${classId}/student-courses`, {})).json()).toEqual({ students: 2 });
    const { ectsCredits } = await explain(await courseIdOf(classId, 'S1'));
    const deadline = (
      await client.get<{ assessments: { gradingDeadline: string }[] }>(`/classes/${classId}/grading`)
    ).json().assessments[0]!.gradingDeadline;
    expect(ectsCredits.requirements.map(({ text }) => text.nb)).toEqual([
      `Prosjektoppgave: ikke sensurert ennå; sensur senest ${writtenDay('nb', deadline)}`,
      'Hjemmeeksamen: ikke sensurert ennå',
      'Refleksjon: ikke fullført ennå',
      'Forelesning: ikke fullført ennå',
      'Poengene er ikke vurdert ennå',
    ]);
  });

  it('takes results in by assessment, and says why a row is not taken', async () => {
    const rows = [
      'S1;PROJECT_PAPER;C;grader-1;;',
      'S2;PROJECT_PAPER;A;admin-9;;',
      `S1;EXAM;PASSED;${attested}`,
      `S2;EXAM;B;${attested}`,
      `S2;THESIS;B;${attested}`,
      'S1;PROJECT_PAPER;D;grader-1;;',
      `S9;EXAM;PASSED;${attested}`,
    ];
    const refusals = [
      { row: 4, studentNo: 'S2', code: 'INVALID_RESULT' },
      { row: 5, studentNo: 'S2', code: 'UNKNOWN_ASSESSMENT' },
      { row: 6, studentNo: 'S1', code: 'ALREADY_RECORDED' },
      { row: 7, studentNo: 'S9', code: 'UNKNOWN_STUDENT' },
    ];
    expect(await importResults(classId, ...rows)).toMatchObject({ taken: 3, unchanged: 0, rejected: refusals });
    expect(await importResults(classId, ...rows)).toMatchObject({ taken: 0, unchanged: 3, rejected: refusals });
  });

  it('shows how far the grading is', async () => {
    const { assessments } = (await client.get<{ assessments: object[] }>(`/classes/${classId}/grading`)).json();
    expect(assessments).toMatchObject([
      {
        assessment: 'PROJECT_PAPER',
        students: 2,
        registered: 2,
        withoutResult: 0,
        waitingForAttestation: 2,
        workingDaysLeft: expect.any(Number),
      },
      { assessment: 'EXAM', registered: 1, withoutResult: 1, waitingForAttestation: 0 },
    ]);
    expect(assessments[1]).not.toHaveProperty('gradingDeadline');
  });

  it('has results attested by another than the one who graded, each for itself', async () => {
    const attest = (body: object) => client.post(`/classes/${classId}/attestations`, body);
    expect((await attest({ assessment: 'PROJECT_PAPER', attestedBy: 'admin-9' })).json()).toMatchObject({
      attested: 1,
      unchanged: 0,
      refused: 1,
      results: [
        { studentNo: 'S1', outcome: 'ATTESTED' },
        {
          studentNo: 'S2',
          outcome: 'REFUSED',
          code: 'SAME_PERSON_GRADED_AND_ATTESTED',
          message: 'Sensur og attestering er gjort av samme person',
        },
      ],
    });
    const results = [
      { studentNo: 'S1', assessment: 'PROJECT_PAPER' },
      { studentNo: 'S2', assessment: 'PROJECT_PAPER' },
      { studentNo: 'S2', assessment: 'EXAM' },
      { studentNo: 'S9', assessment: 'EXAM' },
    ];
    expect((await attest({ results })).json()).toMatchObject({
      results: [
        { outcome: 'REFUSED', code: 'ALREADY_ATTESTED' },
        { outcome: 'ATTESTED' },
        { outcome: 'REFUSED', code: 'RESULT_NOT_REGISTERED' },
        { outcome: 'REFUSED', code: 'UNKNOWN_STUDENT' },
      ],
    });
    expect((await attest({})).status).toBe(400);
    expect((await attest({ results, assessment: 'EXAM' })).status).toBe(400);
  });

  it('keeps who declared what, takes it back, and takes a file twice as once', async () => {
    const id = await courseIdOf(classId, 'S1');
    const declare = (by: string) => client.post(`/student-courses/${id}/parts`, { part: 'REFLECTION', by });
    expect((await declare('EVALUATION_ANSWERED')).json()).toMatchObject({ code: 'WRONG_WAY' });
    expect((await declare('STUDENT_DECLARATION')).json()).toEqual({ part: 'REFLECTION', fulfilled: true });
    const withdrawal = await client.post(`/student-courses/${id}/parts/REFLECTION/withdrawals`, {
      reasonClass: 'NOT_DONE',
    });
    expect(withdrawal.json()).toEqual({ part: 'REFLECTION', fulfilled: false });
    const rows = [
      'S1;REFLECTION;2026-03-01T10:00:00Z;S1',
      'S1;LECTURE;2026-03-02T10:00:00Z;video',
      'S1;LECTURE;2026-03-03T10:00:00Z;video',
      'S1;SWIMMING;2026-03-03T10:00:00Z;video',
    ];
    const rejected = [
      { row: 3, code: 'ALREADY_RECORDED' },
      { row: 4, code: 'UNKNOWN_PART' },
    ];
    expect(await importParts(classId, ...rows)).toMatchObject({ taken: 2, unchanged: 0, rejected });
    const before = await client.events();
    expect(await importParts(classId, ...rows)).toMatchObject({ taken: 0, unchanged: 2, rejected });
    expect(await client.events()).toBe(before);
  });

  it('awards everything or nothing, and no course points', async () => {
    expect(await run(classId)).toEqual({ awarded: 0, held: 0, notMet: 0, notApplicable: 2, certificatesDue: 0 });
    expect(await awardLines(classId)).toEqual([
      'S1;8.0;30;;NOT_APPLICABLE;0;NO_COURSE_APPROVAL;',
      'S2;8.0;0;ASSESSMENT_MISSING,PART_MISSING;NOT_APPLICABLE;0;NO_COURSE_APPROVAL;',
    ]);
    const events = await api.app.get(EventStore).readStream(`student-course-${await courseIdOf(classId, 'S1')}`);
    expect(events.map(({ type }) => type)).not.toContain('HprVerificationFailed');
  });

  it('states the credits that were awarded, on paper and as ELMO, and none that were not', async () => {
    const statementOf = async (studentNo: string, file: string) => {
      const path = `/student-courses/${await courseIdOf(classId, studentNo)}/files/${file}`;
      const headers = { authorization: api.authorization };
      return api.app.inject({ method: 'GET', url: `/api/v1${path}`, headers });
    };
    const pdf = await statementOf('S1', 'statement.pdf?language=en');
    expect(pdf.headers['content-disposition']).toContain('studiepoeng-S1.pdf');
    const text = textOf(pdf.rawPayload);
    expect(text).toContain('It is not a diploma and not a transcript of records.');
    expect(text).toMatch(
      /S1 Prøve[\s\S]*30 ECTS credits[\s\S]*Prosjektoppgave C [\s\S]*Hjemmeeksamen Passed 20 June 2026/,
    );
    expect(text).not.toContain(kari);

    const elmo = (await statementOf('S1', 'elmo.xml')).payload;
    expect(elmo).toMatch(/<scheme>ects<\/scheme>\s*<value>30<\/value>/);
    expect(elmo).toMatch(/<identifier type="schac">bi\.no</);
    expect(elmo).toMatch(/<resultLabel>C</);
    expect(elmo).not.toContain(kari);

    const refused = await statementOf('S2', 'statement.pdf');
    expect(refused.json()).toMatchObject({ status: 409, code: 'ECTS_CREDITS_NOT_AWARDED' });
    expect((await statementOf('S2', 'elmo.xml')).statusCode).toBe(409);
  });

  it('corrects one of several results, and explains it', async () => {
    const file = (value: string) =>
      csv(
        'at;kind;student_no;value;reason;recorded_by;approved_by',
        `2026-07-01T10:00:00Z;RESULT;S1;${value};;admin-1;admin-2`,
      );
    const correct = async (value: string) =>
      (await client.post<Imported>(`/classes/${classId}/correction-imports`, file(value))).json();
    expect(await correct('PASSED')).toMatchObject({ rejected: [{ code: 'INVALID_CORRECTION' }] });
    expect(await correct('PROJECT_PAPER=F')).toMatchObject({ taken: 1, rejected: [] });
    expect((await finalLines(classId))[0]).toBe('S1;8.0;0;ASSESSMENT_NOT_PASSED;NOT_APPLICABLE;0;NO_COURSE_APPROVAL;');

    const id = await courseIdOf(classId, 'S1');
    const givenAt = '2026-07-03T10:00:00Z';
    const reasons = await client.post(`/student-courses/${id}/assessments/PROJECT_PAPER/reasons`, { givenAt });
    expect(reasons.json()).toMatchObject({ appealDeadline: '2026-07-24' });
    const { ectsCredits, coursePoints } = await explain(id);
    expect(ectsCredits.requirements.map(({ text }) => text.nb)).toEqual([
      'Nok oppmøte: 8,0 av 8,0 timer; kravet er 50 %',
      'Prosjektoppgave: ikke bestått, karakter F; du kan klage til og med 24. juli 2026',
      'Hjemmeeksamen: bestått',
      'Refleksjon: fullført',
      'Forelesning: fullført',
    ]);
    expect(coursePoints.requirements.map(({ text }) => text.nb)).toEqual(['Kurset gir ikke kurspoeng']);
    expect((await client.get(`/student-courses/${id}/files/statement.pdf`)).status).toBe(409);
  });
});

describe('the ectsCredits of a course', () => {
  it('are given to a person once, whichever of two classes is judged first', async () => {
    const [one, other] = [await openClass('NLP-TWICE-1'), await openClass('NLP-TWICE-2')];
    await enrol(one, ['T1', '47906701517']);
    await enrol(other, ['T2', '47906701517']);
    await complete(one, 'T1');
    await complete(other, 'T2');
    const commands = api.app.get(CommandBus);
    await Promise.all([one, other].map((id) => commands.execute(new RunAwards(id, context()))));
    const lines = [...(await awardLines(one)), ...(await awardLines(other))].map((line) => line.split(';').slice(2, 4));
    expect(lines.sort()).toEqual([
      ['0', 'ECTS_ALREADY_AWARDED'],
      ['30', ''],
    ]);

    const oneHasThem = (await finalLines(one))[0]!.includes(';30;');
    const [holder, waiting, no] = oneHasThem ? [one, other, 'T1'] : [other, one, 'T2'];
    const before = await client.events();
    await run(waiting);
    expect(await client.events()).toBe(before);

    const reversal = csv(
      'at;kind;student_no;value;reason;recorded_by;approved_by',
      `2026-07-01T10:00:00Z;RESULT;${no};EXAM=FAILED;;admin-1;admin-2`,
    );
    expect((await client.post(`/classes/${holder}/correction-imports`, reversal)).json()).toMatchObject({ taken: 1 });
    await run(waiting);
    expect((await finalLines(waiting))[0]).toContain(';30;;');

    const restored = csv(
      'at;kind;student_no;value;reason;recorded_by;approved_by',
      `2026-07-02T10:00:00Z;RESULT;${no};EXAM=PASSED;;admin-1;admin-2`,
    );
    expect((await client.post(`/classes/${holder}/correction-imports`, restored)).json()).toMatchObject({ taken: 1 });
    expect((await finalLines(holder))[0]).toContain(';0;ECTS_ALREADY_AWARDED;');
  });
});

describe('a student who moves to another class', () => {
  it('takes results and parts along, and has one course', async () => {
    const [from, to] = [await openClass('NLP-FROM'), await openClass('NLP-TO')];
    await enrol(from, ['M1', '15817512329']);
    await importResults(from, `M1;PROJECT_PAPER;A;${attested}`);
    await importParts(from, 'M1;REFLECTION;2026-03-01T10:00:00Z;M1');
    const began = await courseIdOf(from, 'M1');

    const events = api.app.get(EventStore);
    const [student] = await api.app.get(ClassDirectory).students(from);
    const moved = {
      ...student!,
      classId: to,
      classCode: 'NLP-TO',
      intake: 'NLP-TO',
      courseClassId: from,
      transferredFrom: { classId: from, classCode: 'NLP-FROM' },
    };
    const leaving = { to: { classId: to, classCode: 'NLP-TO' }, on: '2026-04-01' };
    await events.executeTogether(
      [
        {
          decider: enrolment,
          id: enrolmentIdOf(from, 'M1'),
          command: { type: 'TransferStudent', data: leaving },
          commandId: newUuid(),
        },
        {
          decider: enrolment,
          id: enrolmentIdOf(to, 'M1'),
          command: { type: 'EnrolStudent', data: moved },
          commandId: newUuid(),
        },
      ],
      context(),
    );

    await attend(to, 'M1');
    expect(await importResults(to, `M1;PROJECT_PAPER;A;${attested}`, `M1;EXAM;PASSED;${attested}`)).toMatchObject({
      taken: 1,
      unchanged: 1,
    });
    await importParts(to, 'M1;LECTURE;2026-05-01T10:00:00Z;video');
    await run(to);
    expect(await courseIdOf(to, 'M1')).toBe(began);
    expect(await finalLines(to)).toEqual(['M1;8.0;30;;NOT_APPLICABLE;0;NO_COURSE_APPROVAL;']);
    expect(await finalLines(from)).toEqual([]);
    const left = await client.get<{ data: object[] }>(`/classes/${from}/awards`);
    expect(left.json().data).toEqual([]);
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
