import { Codecs, compareWithRebuild, Database, EventStore } from '@kull/event-store';
import { addDays, Clock, newUuid } from '@kull/kernel';
import { People } from '@kull/people';
import { Chance } from '../../../../test/data/chance';
import { type InventedPerson, Population } from '../../../../test/data/people';
import { createTestApi, type TestApi } from '../../../../test/harness/api';
import { CourseClient } from '../../../../test/rules/course-client';
import { ClassDirectory } from '../contracts';
import { programmeClass } from '../domain/class';
import type { Session } from '../domain/class-plan';
import { classIdOf } from '../domain/ids';
import { teachingParts } from '../teaching.module';

const intake = 'NLP-2026';
let api: TestApi;
let client: CourseClient;
const people = new Population(new Chance(7));
const persons = new Map<string, InventedPerson>();

beforeAll(async () => {
  api = await createTestApi();
  client = new CourseClient(api);
  await moveClock('2026-08-20T08:00:00.000Z');
});
afterAll(() => api.close());

const moveClock = (now: string): Promise<void> =>
  (api.app.get(Clock) as unknown as { set(now: string): Promise<void> }).set(now);

const sessionsOf = (number: number, from: string): readonly Session[] =>
  [0, 1, 2].map((day) => ({
    code: `G${number}-${day}`,
    title: 'Økt',
    startsAt: `${addDays(from, day)}T07:00:00.000Z`,
    halfHours: 8,
    gathering: number,
  }));

/** A class with two gatherings, in September and October, the later the larger `week` is. */
const planClass = async (
  code: string,
  more: { readonly capacity?: number; readonly week?: number; readonly site?: string; readonly intake?: string } = {},
): Promise<string> => {
  const { capacity = 3, week = 0, site = 'Oslo' } = more;
  const plan = {
    code,
    site,
    capacity,
    intake: more.intake ?? intake,
    startsOn: '2026-09-01',
    endsOn: '2027-06-18',
    programme: { code: 'NLP', title: 'Nasjonal lederutdanning for primærhelsetjenesten' },
  };
  const classId = classIdOf(plan);
  const gatherings = [1, 2].map((number) => ({
    number,
    title: `Samling ${number}`,
    venue: 'BI Nydalen',
    sessions: sessionsOf(number, addDays('2026-09-07', (number - 1) * 35 + week * 7)),
  }));
  const course = {
    ectsCredits: 30,
    ectsRule: { minAttendance: { numerator: 75, denominator: 100 } },
    gatherings: { count: 2, minDays: 3, maxDays: 4 },
    organiser: { name: 'Handelshøyskolen BI', orgNumber: '971228865' },
  };
  const outcome = await api.app
    .get(EventStore)
    .execute(
      programmeClass,
      classId,
      { type: 'PlanYear', data: { classId, plan, course, gatherings } },
      { commandId: newUuid(), actor: 'admin-1', occurredAt: '2026-06-01T00:00:00.000Z' },
    );
  expect(outcome).toHaveProperty('accepted');
  return classId;
};

const personFor = (studentNo: string): InventedPerson => {
  const person = persons.get(studentNo) ?? people.next();
  persons.set(studentNo, person);
  return person;
};

const entry = (studentNo: string, enteredOn = '2026-09-01') => {
  const { familyName, givenNames, nationalId } = personFor(studentNo);
  return { studentNo, familyName, givenNames, nationalId, participantStatus: 'OTHER', enteredOn };
};

const enrol = (classId: string, studentNo: string, enteredOn?: string) =>
  client.post<{ standing: { kind: string }; code: string }>(
    `/classes/${classId}/enrolments`,
    entry(studentNo, enteredOn),
  );

const act = (classId: string, studentNo: string, what: string, body: object, key?: string) =>
  client.post<Record<string, unknown>>(`/classes/${classId}/students/${studentNo}/${what}`, body, key);

const roster = async (classId: string, query = '') =>
  (
    await client.get<{
      readonly students: readonly { studentNo: string; familyName: string; standing: object }[];
      readonly guests: readonly { gathering: number; guests: readonly { studentNo: string }[] }[];
    }>(`/classes/${classId}/roster${query}`)
  ).json();

const standings = async (classId: string, query?: string) =>
  Object.fromEntries((await roster(classId, query)).students.map(({ studentNo, standing }) => [studentNo, standing]));

const codeOf = (reply: { readonly status: number; json(): unknown }): string =>
  `${reply.status} ${(reply.json() as { code: string }).code}`;

describe('late entry', () => {
  it('gives a person a place, once, with an address of its own', async () => {
    const classId = await planClass('LATE-1');
    const key = newUuid();
    const first = await client.post(`/classes/${classId}/enrolments`, entry('E1', '2026-10-05'), key);
    expect(first.status).toBe(201);
    expect(first.headers.location).toBe(`/api/v1/classes/${classId}/students/E1`);
    expect(first.json()).toMatchObject({
      studentNo: 'E1',
      standing: { kind: 'expected', from: '2026-10-05' },
      stays: [{ from: '2026-10-05' }],
    });
    const before = await client.events();
    expect((await client.post(`/classes/${classId}/enrolments`, entry('E1', '2026-10-05'), key)).json()).toEqual(
      first.json(),
    );
    expect((await enrol(classId, 'E1', '2026-10-05')).status).toBe(201);
    expect(await client.events()).toBe(before);
    expect(JSON.stringify(first.json())).not.toContain(personFor('E1').familyName);
  });

  it('is refused with a reason', async () => {
    const classId = await planClass('LATE-2', { capacity: 1 });
    const post = (body: object) => client.post(`/classes/${classId}/enrolments`, body);
    expect(codeOf(await client.post('/classes/cls_none/enrolments', entry('E2')))).toBe('404 CLASS_NOT_PLANNED');
    expect(codeOf(await post({ ...entry('E2'), nationalId: '15817512311' }))).toBe('422 INVALID_NATIONAL_ID');
    expect(codeOf(await post({ ...entry('E2'), familyName: ' ' }))).toBe('422 MISSING_NAME');
    expect(codeOf(await post({ ...entry('E2'), enteredOn: '2027-06-19' }))).toBe('422 INVALID_PERIOD');
    expect(codeOf(await enrol(classId, 'E1'))).toBe('409 ALREADY_ENROLLED');
    expect(codeOf(await post({ ...entry('E2'), studentNo: 'E1' }))).toBe('409 STUDENT_NO_TAKEN');
    expect((await enrol(classId, 'E2')).status).toBe(201);
    expect(codeOf(await post({ ...entry('E2'), email: 'ny@example.no' }))).toBe('409 ENROLMENT_DIFFERS');
    expect(codeOf(await enrol(classId, 'E3'))).toBe('409 CLASS_FULL');
  });

  it('is what the class list says too: its row changes nothing', async () => {
    const classId = classIdOf({ code: 'LATE-2', intake });
    const { familyName, givenNames, nationalId } = personFor('E2');
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
    [a, b] = [await planClass('MOVE-1', { capacity: 2 }), await planClass('MOVE-2', { capacity: 2 })];
    for (const studentNo of ['M1', 'M2']) expect((await enrol(a, studentNo)).status).toBe(201);
    expect((await enrol(b, 'M3')).status).toBe(201);
  });

  it('moves a student with history, and the reason sealed', async () => {
    const key = newUuid();
    const body = { to: b, on: '2026-10-19', reason: 'Flyttet til en annen by' };
    const moved = await act(a, 'M1', 'transfers', body, key);
    expect(moved.json()).toMatchObject({
      classId: b,
      stays: [{ from: '2026-10-19', transferredFrom: { id: a, code: 'MOVE-1' } }],
    });
    const events = await api.app.get(EventStore).readStream(`enrolment-${await enrolmentId(b, 'M1')}`);
    expect(events[0]!.data).toMatchObject({ courseClassId: a, enteredOn: '2026-10-19' });
    const [left] = (await api.app.get(EventStore).readStream(`enrolment-${await enrolmentId(a, 'M1')}`)).slice(-1);
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
    const elsewhere = await planClass('OTHER-1', { intake: 'NLP-2025' });
    const before = await client.events();
    const to = (classId: string, on = '2026-10-19') => act(a, 'M2', 'transfers', { to: classId, on });
    expect(codeOf(await to(b))).toBe('409 CLASS_FULL');
    expect(codeOf(await to(elsewhere))).toBe('409 OTHER_INTAKE');
    expect(codeOf(await to(a))).toBe('422 SAME_CLASS');
    expect(codeOf(await to('cls_none'))).toBe('404 CLASS_NOT_PLANNED');
    expect(codeOf(await act(a, 'M1', 'transfers', { to: b, on: '2026-10-19' }))).toBe('404 NOT_ENROLLED');
    expect(await client.events()).toBe(before);
    expect((await standings(a)).M2).toEqual({ kind: 'expected', from: '2026-09-01' });
  });

  it('grants leave and ends it', async () => {
    const granted = await act(b, 'M3', 'leaves', { from: '2026-11-02', reasonClass: 'PARENTAL_LEAVE' });
    expect(granted.json()).toMatchObject({ leaves: [{ from: '2026-11-02', reasonClass: 'PARENTAL_LEAVE' }] });
    expect(codeOf(await act(b, 'M3', 'transfers', { to: a, on: '2026-12-01' }))).toBe('409 ON_LEAVE');
    expect(codeOf(await act(b, 'M3', 'leaves', { from: '2026-12-01', reasonClass: 'WORK' }))).toBe(
      '409 ALREADY_ON_LEAVE',
    );
    expect((await act(b, 'M3', 'leave-ends', { on: '2026-12-01' })).json()).toMatchObject({
      leaves: [{ from: '2026-11-02', until: '2026-12-01' }],
    });
    expect(codeOf(await act(b, 'M3', 'leave-ends', { on: '2026-12-02' }))).toBe('409 NOT_ON_LEAVE');
  });

  it('frees the place at once when somebody stops', async () => {
    expect(codeOf(await enrol(b, 'M4'))).toBe('409 CLASS_FULL');
    const withdrawn = await act(b, 'M3', 'withdrawals', {
      on: '2026-12-10',
      reasonClass: 'NEW_JOB',
      reason: 'Ny jobb',
    });
    expect(withdrawn.json()).toMatchObject({ stays: [{ departure: { kind: 'withdrawn', reasonClass: 'NEW_JOB' } }] });
    expect((await enrol(b, 'M4', '2026-12-11')).status).toBe(201);
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
    const events = await api.app.get(EventStore).readStream(`enrolment-${await enrolmentId(b, 'M3')}`);
    const [withdrawn] = events.slice(-1);
    const before = new Date(Date.parse(withdrawn!.recordedAt) - 1).toISOString();
    const known = await standings(b, `?validOn=2026-12-15&knownAt=${before}`);
    expect(known.M3).toEqual({ kind: 'active' });
    expect(known.M4).toBeUndefined();
    expect((await client.get(`/classes/${b}/roster?knownAt=2020-01-01T00:00:00Z`)).status).toBe(404);
  });

  it('names the students, by Norwegian order, and not who was forgotten', async () => {
    const names = (await roster(b)).students.map(({ familyName }) => familyName);
    expect(names).toEqual([...names].sort(new Intl.Collator('nb').compare));
    expect(new Set(names)).toEqual(new Set(['M1', 'M3', 'M4'].map((no) => personFor(no).familyName)));
    const { personId } = (await api.app.get(ClassDirectory).students(b)).find(({ studentNo }) => studentNo === 'M4')!;
    await api.app.get(People).erase(personId);
    expect((await roster(b)).students.at(-1)).toMatchObject({ studentNo: 'M4', familyName: null, language: null });
  });

  it('lets a student back in', async () => {
    expect(codeOf(await enrol(b, 'M3', '2026-12-01'))).toBe('422 INVALID_PERIOD');
    expect((await act(a, 'M2', 'withdrawals', { on: '2026-12-01', reasonClass: 'WORK' })).status).toBe(200);
    expect((await enrol(a, 'M2', '2027-01-11')).json()).toMatchObject({
      stays: [{ until: '2026-12-01' }, { from: '2027-01-11' }],
    });
  });
});

describe('make-ups', () => {
  let [home, later, full] = ['', '', ''];
  beforeAll(async () => {
    home = await planClass('GUEST-1');
    later = await planClass('GUEST-2', { week: 1 });
    full = await planClass('GUEST-3', { week: 2, capacity: 1 });
    for (const studentNo of ['G1', 'G2']) await enrol(home, studentNo);
    await enrol(later, 'G3');
    await enrol(full, 'G4');
  });

  const options = async () => {
    const reply = await client.get<{ data: { class: { code: string } }[] }>(
      `/classes/${home}/make-up-options?studentNo=G1&gathering=1`,
    );
    return reply.json().data.filter((one) => one.class.code.startsWith('GUEST'));
  };
  const makeUp = (studentNo: string, inClass: string, gathering = 1) =>
    client.post(`/classes/${home}/make-ups`, { studentNo, gathering, in: inClass });

  it('are offered where the same gathering is to come and has a seat, with why not elsewhere', async () => {
    expect(await options()).toMatchObject([
      {
        class: { code: 'GUEST-2' },
        gathering: { number: 1, startsOn: '2026-09-14', endsOn: '2026-09-16' },
        seatsLeft: 2,
        possible: true,
      },
      {
        class: { code: 'GUEST-3' },
        seatsLeft: 0,
        possible: false,
        whyNot: { code: 'PLACES_TAKEN', text: 'Det er ikke noe ledig sete på samlingen' },
      },
    ]);
  });

  it('are arranged as far as there are seats, and shown as guests', async () => {
    expect((await makeUp('G1', later)).status).toBe(200);
    expect((await makeUp('G1', later)).status).toBe(200);
    expect((await options())[0]).toMatchObject({ seatsLeft: 1, possible: false, arranged: true });
    expect((await makeUp('G2', later)).status).toBe(200);
    expect(codeOf(await enrol(later, 'G5'))).toBe('409 CLASS_FULL');
    expect(codeOf(await makeUp('G1', full))).toBe('409 PLACES_TAKEN');
    expect(codeOf(await makeUp('G9', later))).toBe('404 NOT_ENROLLED');
    expect(codeOf(await makeUp('G1', later, 3))).toBe('404 GATHERING_NOT_SCHEDULED');
    const { guests } = await roster(later);
    expect(guests).toMatchObject([{ gathering: 1, guests: [{ homeClass: { code: 'GUEST-1' } }, {}] }]);
    expect(new Set(guests[0]!.guests.map(({ studentNo }) => studentNo))).toEqual(new Set(['G1', 'G2']));
  });

  it('are cancelled, and the seat is free', async () => {
    const cancel = () =>
      client.post(`/classes/${home}/make-up-cancellations`, { studentNo: 'G2', gathering: 1, in: later });
    expect((await cancel()).status).toBe(200);
    expect(codeOf(await cancel())).toBe('404 MAKE_UP_NOT_ARRANGED');
    expect((await enrol(later, 'G5')).status).toBe(201);
  });

  it('give seats back when the gathering is over', async () => {
    expect(codeOf(await enrol(later, 'G6'))).toBe('409 CLASS_FULL');
    await moveClock('2026-09-17T08:00:00.000Z');
    expect((await enrol(later, 'G6')).status).toBe(201);
    expect(codeOf(await makeUp('G2', later))).toBe('409 GATHERING_BEGUN');
  });

  it('end with the student who stops, or comes as a student', async () => {
    await client.post(`/classes/${later}/students/G6/withdrawals`, { on: '2026-09-17', reasonClass: 'OTHER' });
    expect((await makeUp('G1', later, 2)).status).toBe(200);
    expect((await act(home, 'G1', 'transfers', { to: later, on: '2026-09-17' })).status).toBe(200);
    expect((await roster(later)).guests.filter(({ gathering }) => gathering === 2)).toEqual([]);
    await client.post(`/classes/${full}/students/G4/withdrawals`, { on: '2026-09-17', reasonClass: 'OTHER' });
    expect((await makeUp('G2', full, 2)).status).toBe(200);
    await act(home, 'G2', 'withdrawals', { on: '2026-09-17', reasonClass: 'OTHER' });
    expect((await roster(full)).guests).toEqual([]);
    expect((await enrol(full, 'G7')).status).toBe(201);
  });
});

describe('rebalancing', () => {
  it('is proposed with reasons, writes nothing, and is done by transfers', async () => {
    const cohort = 'NLP-2027';
    const [a, b] = [
      await planClass('EVEN-1', { capacity: 6, intake: cohort }),
      await planClass('EVEN-2', { capacity: 6, intake: cohort }),
    ];
    await planClass('EVEN-3', { capacity: 6, intake: cohort, site: 'Trondheim' });
    for (let i = 1; i <= 6; i++) await enrol(a, `R${i}`, i === 4 ? '2026-10-05' : undefined);
    await act(a, 'R6', 'leaves', { from: '2026-09-20', reasonClass: 'ILLNESS' });
    const before = await client.events();
    const propose = async (body: object) =>
      (
        await client.post<{
          moves: number;
          proposals: { site?: string; why: string; moves: { studentNo: string; to: { id: string }; why: string }[] }[];
        }>('/rebalancing-proposals', { intake: cohort, ...body })
      ).json();
    const proposal = await propose({});
    expect(proposal).toMatchObject({
      intake: cohort,
      moves: 3,
      proposals: [
        {
          site: 'Oslo',
          classes: [
            { code: 'EVEN-1', before: 6, after: 3 },
            { code: 'EVEN-2', before: 0, after: 3 },
          ],
          why: expect.stringContaining('EVEN-1 har 3 mer enn 3: 3 flyttinger til sammen'),
          moves: [
            { studentNo: 'R4', why: expect.stringContaining('2026-10-05') },
            { studentNo: 'R1' },
            { studentNo: 'R2' },
          ],
        },
        { site: 'Trondheim', moves: [] },
      ],
    });
    expect((await propose({ acrossSites: true })).moves).toBe(4);
    expect(await client.events()).toBe(before);
    for (const { studentNo, to } of proposal.proposals[0]!.moves)
      expect((await act(a, studentNo, 'transfers', { to: to.id, on: '2026-10-06' })).status).toBe(200);
    expect((await propose({})).moves).toBe(0);
    expect(Object.values(await standings(b, '?validOn=2026-10-06'))).toHaveLength(3);
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

const enrolmentId = async (classId: string, studentNo: string): Promise<string> => {
  const [row] = await api.app
    .get(EventStore)
    .query<{ id: string }>('select enrolment_id as id from enrolment_v2 where class_id = $1 and student_no = $2', [
      classId,
      studentNo,
    ]);
  return row!.id;
};
