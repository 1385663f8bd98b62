import { ClassRegisters } from '@kull/attendance/contracts';
import { Registers } from '@kull/attendance/registers';
import { EventStore } from '@kull/event-store';
import { idOf, newUuid } from '@kull/kernel';
import { createTestApi, type TestApi } from '../harness/api';
import { type AttendedClass, AttendedCohort, markOf } from './attended-cohort';

let api: TestApi;
let cohort: AttendedCohort;
let oslo: AttendedClass;
let trondheim: AttendedClass;
beforeAll(async () => {
  api = await createTestApi();
  cohort = new AttendedCohort(api);
  oslo = await cohort.plan('OSLO-1', 6);
  trondheim = await cohort.plan('TRONDHEIM-1', 5);
});
afterAll(() => api.close());

const statusesOf = async (of: AttendedClass, ...marks: readonly object[]): Promise<readonly string[]> => {
  const body = { device: 'phone-1', marks };
  const answer = await cohort.client.post<{ marks: { status: string; code?: string }[] }>(
    `/classes/${of.id}/mark-batches`,
    body,
  );
  return answer.json().marks.map(({ status, code }) => code ?? status);
};
const attendanceOf = async (of: AttendedClass, studentNo: string) =>
  (
    await cohort.client.get<{
      hours: { attended: number };
      data: { session: string; state: string; attendedHours: number; attendedIn?: string }[];
    }>(`/classes/${of.id}/students/${studentNo}/attendance`)
  ).json();
const sessionOf = async (of: AttendedClass, studentNo: string, code: string) =>
  (await attendanceOf(of, studentNo)).data.find(({ session }) => session === code);
const registerOf = async (of: AttendedClass, session: string) =>
  (
    await cohort.client.get<{
      expected: number;
      startsAt: string;
      students: { studentNo: string; guestFrom?: string }[];
    }>(`/classes/${of.id}/registers/${session}`)
  ).json();
const lock = async (of: AttendedClass, session: string): Promise<number> =>
  (await cohort.client.post(`/classes/${of.id}/registers/${session}/locks`, {})).status;

describe('a make-up in another class', () => {
  const student = (): string => oslo.students[0]!;

  it('is expected there as a guest, at that gathering only', async () => {
    await cohort.makeUp(student(), oslo, trondheim, 1);
    const register = await registerOf(trondheim, 'G1-1');
    expect(register.expected).toBe(6);
    expect(register.students.find(({ studentNo }) => studentNo === student())?.guestFrom).toBe(oslo.id);
    expect((await registerOf(trondheim, 'G2-1')).expected).toBe(5);
  });

  it('counts as if it were attended at home, once', async () => {
    await cohort.at('2026-09-30T10:00:00.000Z');
    expect(await statusesOf(oslo, markOf('G1-1', student(), '2026-09-14T07:00:00Z', { presence: 'ABSENT' }))).toEqual([
      'recorded',
    ]);
    expect(await lock(oslo, 'G1-1')).toBe(200);
    expect(await sessionOf(oslo, student(), 'G1-1')).toMatchObject({ state: 'open', attendedHours: 0 });
    expect(await statusesOf(trondheim, markOf('G1-1', student(), '2026-09-21T07:00:00Z'))).toEqual(['recorded']);
    expect(await sessionOf(oslo, student(), 'G1-1')).toMatchObject({
      state: 'counted',
      attendedHours: 4,
      attendedIn: trondheim.id,
    });
    const presences = await api.app.get(ClassRegisters).presences(oslo.id);
    expect(presences.get(student())?.[0]).toEqual({
      session: 'G1-1',
      halfHours: 8,
      by: 'admin',
      at: '2026-09-21T07:00:00.000Z',
    });
  });

  it('of a student without a seat there is another class', async () =>
    expect(await statusesOf(trondheim, markOf('G1-1', oslo.students[1]!, '2026-09-21T07:00:00Z'))).toEqual([
      'OTHER_CLASS',
    ]));
});

describe('a transfer', () => {
  it('keeps what was attended before, and moves who is expected', async () => {
    const [, studentNo] = oslo.students as [string, string];
    await cohort.at('2026-09-30T10:00:00.000Z');
    await statusesOf(oslo, markOf('G1-2', studentNo, '2026-09-14T11:00:00Z', { lateHours: 1 }));
    // Both gatherings have registers by now, with the student expected in Oslo.
    await cohort.at('2026-10-19T08:00:00.000Z');
    await statusesOf(oslo, markOf('G2-1', oslo.students[2]!, '2026-10-19T07:00:00Z'));
    const before = (await attendanceOf(oslo, studentNo)).hours.attended;
    expect(before).toBe(3);
    await cohort.transfer(studentNo, oslo, trondheim, '2026-10-01');

    expect((await attendanceOf(trondheim, studentNo)).hours.attended).toBe(before);
    expect(await sessionOf(trondheim, studentNo, 'G1-2')).toMatchObject({ attendedIn: oslo.id, state: 'counted' });
    const of = async (one: AttendedClass, session: string) =>
      (await registerOf(one, session)).students.some((line) => line.studentNo === studentNo);
    expect(
      await Promise.all([of(oslo, 'G1-1'), of(oslo, 'G2-1'), of(trondheim, 'G1-1'), of(trondheim, 'G2-1')]),
    ).toEqual([true, false, false, true]);
    expect(await statusesOf(oslo, markOf('G2-1', studentNo, '2026-10-19T07:00:00Z'))).toEqual(['OTHER_CLASS']);
    const stored = await api.app.get(EventStore).readStream(`register-${idOf('reg', oslo.id, 'G2-1')}`);
    expect(stored.filter(({ type }) => type === 'StudentsNotExpected').map(({ data }) => data)).toEqual([
      { students: [studentNo] },
    ]);
  });

  it('there and back expects the student again', async () => {
    const [, studentNo] = oslo.students as [string, string];
    await cohort.transfer(studentNo, trondheim, oslo, '2026-10-05');
    expect(await statusesOf(oslo, markOf('G2-1', studentNo, '2026-10-19T07:00:00Z'))).toEqual(['recorded']);
    await cohort.withdraw(studentNo, oslo, '2026-10-20');
    expect((await registerOf(oslo, 'G2-1')).students.map((line) => line.studentNo)).toContain(studentNo);
    expect((await registerOf(oslo, 'G2-3')).students.map((line) => line.studentNo)).not.toContain(studentNo);
  });
});

it('a gathering that moves takes its registers along while nobody is marked', async () => {
  await cohort.at('2027-01-10T08:00:00.000Z');
  // Opens every register, with no mark in the later ones.
  await cohort.client.post(
    `/classes/${oslo.id}/attendance-imports`,
    Buffer.from('session_code;student_no;attended_hours;observed_by;observed_at\r\n'),
  );
  await cohort.reschedule(oslo, 4, 2);
  await cohort.at('2027-01-18T08:00:00.000Z');
  const mark = markOf('G4-1', oslo.students[3]!, '2027-01-18T07:00:00Z');
  expect(await statusesOf(oslo, mark)).toEqual(['SESSION_NOT_STARTED']);
  expect((await registerOf(oslo, 'G4-1')).startsAt).toBe('2027-01-20T07:00:00.000Z');
  await cohort.at('2027-01-20T08:00:00.000Z');
  expect(await statusesOf(oslo, { ...mark, id: newUuid(), observedAt: '2027-01-20T07:00:00Z' })).toEqual(['recorded']);
});

it('who was judged at home is no longer changed where they were a guest', async () => {
  await cohort.at('2027-07-01T08:00:00.000Z');
  const context = { commandId: newUuid(), actor: 'admin-1', occurredAt: '2027-07-01T08:00:00.000Z' };
  await api.app.get(ClassRegisters).lock(oslo.id, context);
  const studentNo = oslo.students[0]!;
  const change = { studentNo, presence: 'ABSENT', reasonClass: 'WRONG_MARK' };
  const answer = await cohort.client.post<{ code: string }>(
    `/classes/${trondheim.id}/registers/G1-1/corrections`,
    change,
  );
  expect([answer.status, answer.json().code]).toEqual([409, 'AWARDS_JUDGED']);
  expect(await statusesOf(trondheim, markOf('G1-2', studentNo, '2026-09-21T11:00:00Z'))).toEqual(['REGISTER_LOCKED']);
  expect(await statusesOf(trondheim, markOf('G1-2', trondheim.students[0]!, '2026-09-21T11:00:00Z'))).toEqual([
    'recorded',
  ]);
  expect((await api.app.get(Registers).countedSessions(oslo.id)).get(studentNo)?.[1]).toMatchObject({ state: 'open' });
});
