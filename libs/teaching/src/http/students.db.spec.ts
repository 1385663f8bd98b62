import { Codecs, compareWithRebuild, Database, EventStore } from '@kull/event-store';
import { newUuid } from '@kull/kernel';
import { People } from '@kull/people';
import { createTestApi, type TestApi } from '../../../../test/harness/api';
import { codeOf, PlannedClasses } from '../../../../test/harness/planned-classes';
import type { CourseClient } from '../../../../test/rules/course-client';
import { ClassDirectory } from '../contracts';
import { classIdOf, enrolmentIdOf } from '../domain/ids';
import { teachingParts } from '../teaching.module';

let api: TestApi;
let house: PlannedClasses;
let client: CourseClient;
beforeAll(async () => {
  api = await createTestApi();
  house = new PlannedClasses(api);
  client = house.client;
  await house.moveClock('2026-08-20T08:00:00.000Z');
});
afterAll(() => api.close());

const standings = async (classId: string, query?: string) =>
  Object.fromEntries(
    (await house.roster(classId, query)).students.map(({ studentNo, standing }) => [studentNo, standing]),
  );

describe('late entry', () => {
  it('gives a person a place, once, with an address of its own', async () => {
    const classId = await house.plan('LATE-1');
    const key = newUuid();
    const first = await client.post(`/classes/${classId}/enrolments`, house.entry('E1', '2026-10-05'), key);
    expect(first.status).toBe(201);
    expect(first.headers.location).toBe(`/api/v1/classes/${classId}/students/E1`);
    expect(first.json()).toMatchObject({
      studentNo: 'E1',
      standing: { kind: 'expected', from: '2026-10-05' },
      stays: [{ from: '2026-10-05' }],
    });
    const before = await client.events();
    expect((await client.post(`/classes/${classId}/enrolments`, house.entry('E1', '2026-10-05'), key)).json()).toEqual(
      first.json(),
    );
    expect((await house.enrol(classId, 'E1', '2026-10-05')).status).toBe(201);
    expect(await client.events()).toBe(before);
    expect(JSON.stringify(first.json())).not.toContain(house.person('E1').familyName);
  });

  it('is refused with a reason', async () => {
    const classId = await house.plan('LATE-2', { capacity: 1 });
    const post = (body: object) => client.post(`/classes/${classId}/enrolments`, body);
    expect(codeOf(await client.post('/classes/cls_none/enrolments', house.entry('E2')))).toBe('404 CLASS_NOT_PLANNED');
    expect(codeOf(await post({ ...house.entry('E2'), nationalId: '15817512311' }))).toBe('422 INVALID_NATIONAL_ID');
    expect(codeOf(await post({ ...house.entry('E2'), familyName: ' ' }))).toBe('422 MISSING_NAME');
    expect(codeOf(await post({ ...house.entry('E2'), enteredOn: '2027-06-19' }))).toBe('422 INVALID_PERIOD');
    expect(codeOf(await house.enrol(classId, 'E1'))).toBe('409 ALREADY_ENROLLED');
    expect(codeOf(await post({ ...house.entry('E2'), studentNo: 'E1' }))).toBe('409 STUDENT_NO_TAKEN');
    expect((await house.enrol(classId, 'E2')).status).toBe(201);
    expect(codeOf(await post({ ...house.entry('E2'), email: 'ny@example.no' }))).toBe('409 ENROLMENT_DIFFERS');
    expect(codeOf(await house.enrol(classId, 'E3'))).toBe('409 CLASS_FULL');
  });

  it('is what the class list says too: its row changes nothing', async () => {
    const classId = classIdOf({ code: 'LATE-2', intake: 'NLP-2026' });
    const { familyName, givenNames, nationalId } = house.person('E2');
    const list = [
      'student_no;family_name;given_names;national_id;email;phone;language;hpr_number;participant_status',
      `E2;${familyName};${givenNames};${nationalId};;;nb;;OTHER`,
    ];
    const reply = await client.post(`/classes/${classId}/participant-imports`, Buffer.from(`${list.join('\r\n')}\r\n`));
    expect(reply.json()).toMatchObject({ rows: 1, enrolled: 0, unchanged: 1, rejected: [] });
  });
});

describe('transfer, leave and withdrawal', () => {
  let [a, b] = ['', ''];
  beforeAll(async () => {
    [a, b] = [await house.plan('MOVE-1', { capacity: 2 }), await house.plan('MOVE-2', { capacity: 2 })];
    for (const studentNo of ['M1', 'M2']) expect((await house.enrol(a, studentNo)).status).toBe(201);
    expect((await house.enrol(b, 'M3')).status).toBe(201);
  });

  it('moves a student with history, and the reason sealed', async () => {
    const key = newUuid();
    const body = { to: b, on: '2026-10-19', reason: 'Flyttet til en annen by' };
    const moved = await house.act(a, 'M1', 'transfers', body, key);
    expect(moved.json()).toMatchObject({
      classId: b,
      stays: [{ from: '2026-10-19', transferredFrom: { id: a, code: 'MOVE-1' } }],
    });
    const events = await api.app.get(EventStore).readStream(`enrolment-${enrolmentIdOf(b, 'M1')}`);
    expect(events[0]!.data).toMatchObject({ courseClassId: a, enteredOn: '2026-10-19' });
    const [left] = (await api.app.get(EventStore).readStream(`enrolment-${enrolmentIdOf(a, 'M1')}`)).slice(-1);
    const reason = left!.metadata.reason!;
    expect(JSON.stringify(left)).not.toContain('annen by');
    expect(await api.app.get(People).open([{ sealed: reason, purpose: 'StudentTransferred.reason' }])).toEqual([
      'Flyttet til en annen by',
    ]);
    expect((await client.get(`/classes/${a}/students/M1`)).json()).toMatchObject({
      stays: [{ from: '2026-09-01', until: '2026-10-19', departure: { kind: 'transferred', to: { code: 'MOVE-2' } } }],
    });
  });

  it('lets other contexts know where else attendance was kept', async () => {
    const members = await api.app.get(ClassDirectory).members(b);
    expect(members.find(({ student }) => student.studentNo === 'M1')).toMatchObject({ attendedIn: [{ classId: a }] });
  });

  it('refuses and leaves everything as it was', async () => {
    const elsewhere = await house.plan('OTHER-1', { intake: 'NLP-2025' });
    const before = await client.events();
    const to = (classId: string, on = '2026-10-19') => house.act(a, 'M2', 'transfers', { to: classId, on });
    expect(codeOf(await to(b))).toBe('409 CLASS_FULL');
    expect(codeOf(await to(elsewhere))).toBe('409 OTHER_INTAKE');
    expect(codeOf(await to(a))).toBe('422 SAME_CLASS');
    expect(codeOf(await to('cls_none'))).toBe('404 CLASS_NOT_PLANNED');
    expect(codeOf(await house.act(a, 'M1', 'transfers', { to: b, on: '2026-10-19' }))).toBe('404 NOT_ENROLLED');
    expect(await client.events()).toBe(before);
    expect((await standings(a)).M2).toEqual({ kind: 'expected', from: '2026-09-01' });
  });

  it('grants leave and ends it', async () => {
    const granted = await house.act(b, 'M3', 'leaves', { from: '2026-11-02', reasonClass: 'PARENTAL_LEAVE' });
    expect(granted.json()).toMatchObject({ leaves: [{ from: '2026-11-02', reasonClass: 'PARENTAL_LEAVE' }] });
    expect(codeOf(await house.act(b, 'M3', 'transfers', { to: a, on: '2026-12-01' }))).toBe('409 ON_LEAVE');
    expect(codeOf(await house.act(b, 'M3', 'leaves', { from: '2026-12-01', reasonClass: 'WORK' }))).toBe(
      '409 ALREADY_ON_LEAVE',
    );
    expect((await house.act(b, 'M3', 'leave-ends', { on: '2026-12-01' })).json()).toMatchObject({
      leaves: [{ from: '2026-11-02', until: '2026-12-01' }],
    });
    expect(codeOf(await house.act(b, 'M3', 'leave-ends', { on: '2026-12-02' }))).toBe('409 NOT_ON_LEAVE');
  });

  it('frees the place at once when somebody stops', async () => {
    expect(codeOf(await house.enrol(b, 'M4'))).toBe('409 CLASS_FULL');
    const withdrawn = await house.act(b, 'M3', 'withdrawals', {
      on: '2026-12-10',
      reasonClass: 'NEW_JOB',
      reason: 'Ny jobb',
    });
    expect(withdrawn.json()).toMatchObject({ stays: [{ departure: { kind: 'withdrawn', reasonClass: 'NEW_JOB' } }] });
    expect((await house.enrol(b, 'M4', '2026-12-11')).status).toBe(201);
  });

  it('shows the class on any day', async () => {
    expect(await standings(b, '?validOn=2026-09-15')).toMatchObject({
      M1: { kind: 'expected' },
      M3: { kind: 'active' },
      M4: { kind: 'expected' },
    });
    expect(await standings(b, '?validOn=2026-11-15')).toMatchObject({
      M1: { kind: 'active' },
      M3: { kind: 'on_leave', from: '2026-11-02', until: '2026-12-01' },
    });
    expect(await standings(b, '?validOn=2026-12-15')).toMatchObject({
      M3: { kind: 'withdrawn', on: '2026-12-10', reasonClass: 'NEW_JOB' },
      M4: { kind: 'active' },
    });
    expect(await standings(a, '?validOn=2026-12-15')).toMatchObject({
      M1: { kind: 'transferred', on: '2026-10-19', to: { id: b, code: 'MOVE-2' } },
      M2: { kind: 'active' },
    });
  });

  it('shows the class as it was known', async () => {
    const events = await api.app.get(EventStore).readStream(`enrolment-${enrolmentIdOf(b, 'M3')}`);
    const [withdrawn] = events.slice(-1);
    const before = new Date(Date.parse(withdrawn!.recordedAt) - 1).toISOString();
    const known = await standings(b, `?validOn=2026-12-15&knownAt=${before}`);
    expect(known.M3).toEqual({ kind: 'active' });
    expect(known.M4).toBeUndefined();
    expect((await client.get(`/classes/${b}/roster?knownAt=2020-01-01T00:00:00Z`)).status).toBe(404);
  });

  it('names the students, by Norwegian order, and not who was forgotten', async () => {
    const names = (await house.roster(b)).students.map(({ familyName }) => familyName);
    expect(names).toEqual([...names].sort(new Intl.Collator('nb').compare));
    expect(new Set(names)).toEqual(new Set(['M1', 'M3', 'M4'].map((no) => house.person(no).familyName)));
    const { personId } = (await api.app.get(ClassDirectory).students(b)).find(({ studentNo }) => studentNo === 'M4')!;
    await api.app.get(People).erase(personId);
    expect((await house.roster(b)).students.at(-1)).toMatchObject({
      studentNo: 'M4',
      familyName: null,
      language: null,
    });
  });

  it('lets a student back in', async () => {
    expect(codeOf(await house.enrol(b, 'M3', '2026-12-01'))).toBe('422 INVALID_PERIOD');
    expect((await house.act(a, 'M2', 'withdrawals', { on: '2026-12-01', reasonClass: 'WORK' })).status).toBe(200);
    expect((await house.enrol(a, 'M2', '2027-01-11')).json()).toMatchObject({
      stays: [{ until: '2026-12-01' }, { from: '2027-01-11' }],
    });
  });
});

it('the read models are what a rebuild makes of the log', async () => {
  const owner = await Database.connect({ url: api.databaseUrl, poolSize: 2 });
  try {
    for (const model of teachingParts.readModels) {
      const { live, rebuilt } = await compareWithRebuild(model, new Codecs(teachingParts.codecs), owner);
      expect([...live]).toEqual([...rebuilt]);
    }
  } finally {
    await owner.close();
  }
});
