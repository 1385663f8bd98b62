import { ClassRegisters } from '@kull/attendance/contracts';
import { Codecs, EventStore } from '@kull/event-store';
import { idOf, newUuid } from '@kull/kernel';
import { createTestApi, type TestApi } from '../harness/api';
import { type AttendedClass, AttendedCohort, markOf } from './attended-cohort';

interface MarkAnswer {
  readonly id: string;
  readonly status: string;
  readonly code?: string;
  readonly otherClass?: { readonly code: string };
}

interface RegisterAnswer {
  readonly status: string;
  readonly expected: number;
  readonly students: readonly {
    readonly studentNo: string;
    readonly guestFrom?: string;
    readonly counts?: { readonly presence: string; readonly attendedHours: number; readonly by: string };
    readonly conflict?: readonly string[];
    readonly marks: readonly { readonly id: string; readonly device?: string; readonly source: string }[];
    readonly changes: readonly { readonly reasonClass?: string; readonly reason?: string; readonly kind: string }[];
  }[];
}

let api: TestApi;
let cohort: AttendedCohort;
let oslo: AttendedClass;
let trondheim: AttendedClass;
beforeAll(async () => {
  api = await createTestApi();
  cohort = new AttendedCohort(api);
  oslo = await cohort.plan('OSLO-1', 54);
  trondheim = await cohort.plan('TRONDHEIM-1', 10);
});
afterAll(() => api.close());

const observedAt = '2026-09-14T08:40:00+02:00';
const during = '2026-09-14T08:00:00.000Z';

const send = async (of: AttendedClass, marks: readonly object[], more: object = {}) => {
  const answer = await cohort.client.post<{ readonly recorded: number; readonly marks: readonly MarkAnswer[] }>(
    `/classes/${of.id}/mark-batches`,
    { device: 'phone-1', marks, ...more },
  );
  expect(answer.status).toBe(200);
  return answer.json();
};
const registerOf = async (of: AttendedClass, session: string, query = ''): Promise<RegisterAnswer> =>
  (await cohort.client.get<RegisterAnswer>(`/classes/${of.id}/registers/${session}${query}`)).json();
const lineOf = async (of: AttendedClass, session: string, studentNo: string, query = '') =>
  (await registerOf(of, session, query)).students.find((one) => one.studentNo === studentNo)!;
const change = (of: AttendedClass, session: string, what: 'corrections' | 'settlements' | 'locks', body: object) =>
  cohort.client.post<{ code?: string; status: string; absent: number; unmarked: number }>(
    `/classes/${of.id}/registers/${session}/${what}`,
    body,
  );

describe('marks through HTTP', () => {
  it('wait until the doors open', async () => {
    await cohort.at('2026-09-14T05:30:00.000Z');
    const { marks } = await send(oslo, [markOf('G1-1', oslo.students[0]!, '2026-09-14T05:30:00Z')]);
    expect(marks).toMatchObject([{ status: 'rejected', code: 'SESSION_NOT_STARTED' }]);
  });

  it('come 54 in a batch, in one append, and once', async () => {
    await cohort.at(during);
    const marks = oslo.students.map((studentNo) => markOf('G1-1', studentNo, observedAt));
    expect(await send(oslo, marks)).toMatchObject({ recorded: 54, unchanged: 0, conflicts: 0, rejected: 0 });
    const events = await cohort.client.events();
    expect(await send(oslo, marks)).toMatchObject({ recorded: 0, unchanged: 54 });
    expect(await send(oslo, [...marks].reverse())).toMatchObject({ recorded: 0, unchanged: 54 });
    expect(await cohort.client.events()).toBe(events);
    const stored = await api.app.get(EventStore).readStream(`register-${idOf('reg', oslo.id, 'G1-1')}`);
    const recorded = stored.filter(({ type }) => type === 'AttendanceRecorded');
    expect(new Set(recorded.map(({ metadata }) => metadata.commandId)).size).toBe(1);
    expect(recorded).toHaveLength(54);
  });

  it('are answered each for itself', async () => {
    const [first, second] = oslo.students as [string, string];
    const { marks } = await send(oslo, [
      markOf('G9-9', first, observedAt),
      markOf('G1-2', 'S9999', observedAt),
      markOf('G1-2', trondheim.students[0]!, observedAt),
      markOf('G1-2', first, observedAt, { lateHours: 0.25 }),
      markOf('G1-2', first, observedAt, { lateHours: 4.5 }),
      markOf('G1-2', first, '2026-09-16T08:00:00Z'),
      markOf('G1-2', first, observedAt, { presence: 'ASLEEP' }),
      markOf('G1-2', first, 'in the morning'),
      markOf('G1-1', second, observedAt, { presence: 'EXCUSED', excuse: 'ILLNESS' }),
      { ...markOf('G1-1', second, observedAt), id: 'one' },
    ]);
    expect(marks.map(({ status, code }) => code ?? status)).toEqual([
      'UNKNOWN_SESSION',
      'UNKNOWN_STUDENT',
      'OTHER_CLASS',
      'INVALID_HOURS',
      'HOURS_EXCEED_SESSION',
      'SESSION_NOT_STARTED',
      'INVALID_MARK',
      'INVALID_TIMESTAMP',
      'conflict',
      'INVALID_MARK',
    ]);
    expect(marks[2]).toMatchObject({ otherClass: { code: 'TRONDHEIM-1' } });
  });

  it('of a device whose clock is days ahead are refused', async () => {
    const { marks } = await send(oslo, [markOf('G1-1', oslo.students[5]!, '2026-09-15T08:00:01Z')]);
    expect(marks).toMatchObject([{ code: 'OBSERVED_IN_FUTURE' }]);
  });

  it('of 54 students who mark themselves at once are all taken within ten seconds', async () => {
    await cohort.at('2026-09-15T08:00:00.000Z');
    const from = performance.now();
    const answers = await Promise.all(
      oslo.students.map((studentNo) =>
        send(oslo, [markOf('G1-3', studentNo, '2026-09-15T06:50:00Z', { source: 'SELF' })], { observedBy: studentNo }),
      ),
    );
    const seconds = (performance.now() - from) / 1_000;
    console.info(`54 students marked themselves in ${seconds.toFixed(2)} s`);
    expect(answers.map(({ marks }) => marks[0]?.status)).toEqual(oslo.students.map(() => 'recorded'));
    expect(seconds).toBeLessThan(10);
    expect(await registerOf(oslo, 'G1-3')).toMatchObject({ expected: 54, present: 54, unmarked: 0 });
  });
});

describe('marks that disagree', () => {
  const conflicts = async () =>
    (
      await cohort.client.get<{ data: readonly { studentNo: string; marks: { id: string }[]; proposed: object }[] }>(
        `/classes/${oslo.id}/conflicts`,
      )
    ).json().data;

  it('are on the list of conflicts, with a proposal, and count as the least', async () => {
    const [conflict, ...others] = await conflicts();
    expect(others).toEqual([]);
    expect(conflict).toMatchObject({
      studentNo: oslo.students[1],
      proposed: { presence: 'PRESENT', attendedHours: 4, because: 'SEEN_PRESENT' },
    });
    expect(await lineOf(oslo, 'G1-1', oslo.students[1]!)).toMatchObject({
      counts: { presence: 'EXCUSED', attendedHours: 0 },
      conflict: expect.any(Array),
      marks: [{ device: 'phone-1', source: 'LIST' }, { device: 'phone-1' }],
    });
  });

  it('are settled by a person, with a reason that only the register shows', async () => {
    const studentNo = oslo.students[1]!;
    const [conflict] = await conflicts();
    const settlement = {
      studentNo,
      marks: conflict!.marks.map(({ id }) => id),
      presence: 'PRESENT',
      lateHours: 0.5,
      reasonClass: 'NEW_INFORMATION',
      reason: 'Kom på tog som var forsinket',
    };
    expect((await change(oslo, 'G1-1', 'settlements', settlement)).json()).toMatchObject({ conflicts: 0 });
    expect(await conflicts()).toEqual([]);
    expect(await lineOf(oslo, 'G1-1', studentNo)).toMatchObject({
      counts: { presence: 'PRESENT', attendedHours: 3.5, lateHours: 0.5 },
      changes: [{ kind: 'SETTLED', reasonClass: 'NEW_INFORMATION', reason: 'Kom på tog som var forsinket' }],
    });
    const stored = await api.app
      .get(EventStore)
      .query<{ found: number }>(
        `select count(*)::int as found from log.event where data::text like '%forsinket%' or metadata::text like '%forsinket%'`,
      );
    expect(stored).toEqual([{ found: 0 }]);
    const again = await change(oslo, 'G1-1', 'settlements', settlement);
    expect([again.status, again.json().code]).toEqual([409, 'NO_CONFLICT']);
  });
});

describe('changing and locking', () => {
  it('a change has a reason and keeps the old mark', async () => {
    const studentNo = oslo.students[2]!;
    const without = await change(oslo, 'G1-1', 'corrections', { studentNo, presence: 'ABSENT' });
    expect(without.status).toBe(400);
    await change(oslo, 'G1-1', 'corrections', { studentNo, presence: 'ABSENT', reasonClass: 'WRONG_MARK' });
    expect(await lineOf(oslo, 'G1-1', studentNo)).toMatchObject({
      counts: { presence: 'ABSENT', attendedHours: 0 },
      marks: [{ source: 'LIST' }],
      changes: [{ kind: 'CORRECTED', reasonClass: 'WRONG_MARK' }],
    });
  });

  it('a register is locked when its session is over, and then only changed by hand', async () => {
    await cohort.at(during);
    const early = await change(oslo, 'G1-2', 'locks', {});
    expect([early.status, early.json().code]).toEqual([409, 'SESSION_NOT_OVER']);
    await cohort.at('2026-09-14T15:00:00.000Z');
    await send(oslo, [markOf('G1-2', oslo.students[0]!, '2026-09-14T10:40:00Z')]);
    expect((await change(oslo, 'G1-2', 'locks', {})).json()).toMatchObject({
      status: 'locked',
      lockedFor: 'GATHERING_HELD',
      present: 1,
      absent: 53,
      unmarked: 53,
    });
    const { marks } = await send(oslo, [markOf('G1-2', oslo.students[1]!, '2026-09-14T10:40:00Z')]);
    expect(marks).toMatchObject([{ code: 'REGISTER_LOCKED' }]);
    const corrected = await change(oslo, 'G1-2', 'corrections', {
      studentNo: oslo.students[1],
      presence: 'PRESENT',
      reasonClass: 'MISSED_MARK',
    });
    expect(corrected.json()).toMatchObject({ present: 2, absent: 52 });
  });

  it('says which class, session and student there is not', async () => {
    const body = { studentNo: 'S9999', presence: 'ABSENT', reasonClass: 'OTHER' };
    for (const [path, status, code] of [
      [`/classes/cls_no/registers/G1-1/corrections`, 404, 'CLASS_NOT_PLANNED'],
      [`/classes/${oslo.id}/registers/G9-9/corrections`, 404, 'UNKNOWN_SESSION'],
      [`/classes/${oslo.id}/registers/G1-1/corrections`, 422, 'UNKNOWN_STUDENT'],
      [`/classes/${oslo.id}/registers/G6-1/corrections`, 409, 'SESSION_NOT_STARTED'],
    ] as const) {
      const studentNo = code === 'SESSION_NOT_STARTED' ? oslo.students[0] : 'S9999';
      const answer = await cohort.client.post<{ code: string }>(path, { ...body, studentNo });
      expect([path, answer.status, answer.json().code]).toEqual([path, status, code]);
    }
    for (const path of ['registers', 'registers/G1-1', 'conflicts', 'files/attendance.csv', 'students/S1/attendance'])
      expect([path, (await cohort.client.get(`/classes/cls_no/${path}`)).status]).toEqual([path, 404]);
  });

  it('after the awards were judged a change is a correction of the credits', async () => {
    await cohort.at('2027-07-01T08:00:00.000Z');
    const context = { commandId: newUuid(), actor: 'admin-1', occurredAt: '2027-07-01T08:00:00.000Z' };
    await api.app.get(ClassRegisters).lock(trondheim.id, context);
    const answer = await change(trondheim, 'G1-1', 'corrections', {
      studentNo: trondheim.students[0],
      presence: 'PRESENT',
      reasonClass: 'MISSED_MARK',
    });
    expect([answer.status, answer.json().code]).toEqual([409, 'AWARDS_JUDGED']);
    const { marks } = await send(trondheim, [markOf('G1-1', trondheim.students[0]!, '2026-09-21T07:00:00Z')]);
    expect(marks).toMatchObject([{ code: 'REGISTER_LOCKED' }]);
  });
});

describe('reading registers', () => {
  it('lists every session with its counts', async () => {
    const { data } = (
      await cohort.client.get<{ data: { session: string; status: string; expected: number }[] }>(
        `/classes/${oslo.id}/registers`,
      )
    ).json();
    expect(data).toHaveLength(44);
    expect(data.slice(0, 4)).toMatchObject([
      { session: 'G1-1', status: 'open', expected: 54, present: 53, absent: 1 },
      { session: 'G1-2', status: 'locked', lockedFor: 'GATHERING_HELD' },
      { session: 'G1-3', status: 'open', present: 54 },
      { session: 'G1-4', status: 'unopened', expected: 54, unmarked: 54 },
    ]);
  });

  it('shows a register as it was known at an instant, and as it was true on a day', async () => {
    const studentNo = oslo.students[3]!;
    const events = api.app.get(EventStore);
    const stored = await events.readStream(`register-${idOf('reg', oslo.id, 'G1-1')}`);
    const { recordedAt } = stored.find(({ type }) => type === 'AttendanceRecorded')!;
    await change(oslo, 'G1-1', 'corrections', { studentNo, presence: 'ABSENT', reasonClass: 'NEW_INFORMATION' });
    const now = await lineOf(oslo, 'G1-1', studentNo);
    const then = await lineOf(oslo, 'G1-1', studentNo, `?knownAt=${recordedAt}`);
    const onTheDay = await lineOf(oslo, 'G1-1', studentNo, '?validOn=2026-09-14');
    expect([now, then, onTheDay].map(({ counts }) => counts?.presence)).toEqual(['ABSENT', 'PRESENT', 'PRESENT']);
    expect(onTheDay.changes).toEqual([]);
    const before = await registerOf(oslo, 'G1-1', '?validOn=2026-09-13');
    expect(before).toMatchObject({ status: 'open', expected: 54, unmarked: 54 });
    expect((await cohort.client.get(`/classes/${oslo.id}/registers/G1-1?knownAt=yesterday`)).status).toBe(400);
  });

  it('sums a student up', async () => {
    const sum = await cohort.client.get(`/classes/${oslo.id}/students/${oslo.students[0]}/attendance`);
    expect(sum.json()).toMatchObject({
      hours: { attended: 12, counted: 12, of: 176 },
      sessions: { attended: 3, counted: 3, of: 44 },
    });
  });

  it('writes attendance.csv, which changes nothing when it is taken in again', async () => {
    const file = await cohort.client.get(`/classes/${oslo.id}/files/attendance.csv`);
    expect(file.text.split('\r\n').slice(0, 2)).toEqual([
      '\ufeffsession_code;student_no;attended_hours;observed_by;observed_at',
      `G1-1;${oslo.students[0]};4.0;admin;2026-09-14T06:40:00.000Z`,
    ]);
    const events = await cohort.client.events();
    const again = await cohort.client.post(`/classes/${oslo.id}/attendance-imports`, Buffer.from(file.text));
    expect(again.json()).toMatchObject({ rows: 110, taken: 0, unchanged: 110, rejected: [] });
    const openedBefore = ['G1-1', 'G1-2', 'G1-3', 'G6-1'];
    expect((await cohort.client.events()) - events).toBe(44 - openedBefore.length);
  });
});

it('every event of it can be read again', async () => {
  const codecs = api.app.get(Codecs);
  const rows = await api.app
    .get(EventStore)
    .query<{ type: string; v: number; data: object }>(
      `select distinct on (type) type, schema_version as v, data from log.event where stream like 'register-%'`,
    );
  expect(rows.map(({ type }) => type).sort()).toEqual([
    'AttendanceConflictFound',
    'AttendanceConflictSettled',
    'AttendanceCorrected',
    'AttendanceLocked',
    'AttendanceRecorded',
    'SessionOpened',
  ]);
  for (const { type, v, data } of rows) expect(codecs.decode(type, v, data)).toEqual(data);
});
