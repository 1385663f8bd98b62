import { given } from '@kull/kernel/given';
import { register } from './register';
import type { RegisterEvent } from './register.events';
import { type OpenRegister, presenceOf } from './register.state';

const at = '2026-01-12T15:00:00.000Z';
const session = {
  classId: 'cls_1',
  session: 'M1',
  startsAt: '2026-01-12T08:00:00.000Z',
  halfHours: 15,
  expected: ['kari', 'ola'],
};
const opened: RegisterEvent = { type: 'SessionOpened', data: session };
const mark = (studentNo: string, halfHours: number) => ({
  studentNo,
  halfHours,
  observedBy: 'moderator-1',
  observedAt: at,
});
const recorded = (studentNo: string, halfHours: number): RegisterEvent => ({
  type: 'AttendanceRecorded',
  data: mark(studentNo, halfHours),
});
const locked: RegisterEvent = { type: 'AttendanceLocked', data: {} };
const record = (...marks: ReturnType<typeof mark>[]) => ({ type: 'RecordAttendance', data: { marks } }) as const;
const correction = (studentNo: string, halfHours: number) => ({
  studentNo,
  halfHours,
  correctionId: 'c1',
  correctedBy: 'admin-1',
  correctedAt: '2026-07-01T07:00:00.000Z',
});
const correct = (studentNo: string, halfHours: number) =>
  ({ type: 'CorrectAttendance', data: correction(studentNo, halfHours) }) as const;
const corrected = (studentNo: string, halfHours: number): RegisterEvent => ({
  type: 'AttendanceCorrected',
  data: correction(studentNo, halfHours),
});

describe('opening a register', () => {
  it('opens for the students who are expected', () =>
    given(register)().when({ type: 'OpenSession', data: session }).then(opened));

  it('does nothing when it is open for them already', () =>
    given(register)(opened).when({ type: 'OpenSession', data: session }).thenNothing());

  it('expects those who joined later', () =>
    given(register)(opened)
      .when({ type: 'OpenSession', data: { ...session, expected: ['kari', 'ola', 'siv'] } })
      .then({ type: 'StudentsExpected', data: { students: ['siv'] } }));

  it('no longer expects those who left, unless somebody marked them', () =>
    given(register)(opened, recorded('ola', 15))
      .when({ type: 'OpenSession', data: { ...session, expected: ['siv'] } })
      .then(
        { type: 'StudentsExpected', data: { students: ['siv'] } },
        { type: 'StudentsNotExpected', data: { students: ['kari'] } },
      ));

  it('follows its session to another time while nobody is marked', () => {
    const moved = { ...session, startsAt: '2026-01-19T08:00:00.000Z' };
    given(register)(opened)
      .when({ type: 'OpenSession', data: moved })
      .then({ type: 'SessionRescheduled', data: { startsAt: moved.startsAt, halfHours: 15 } });
    given(register)(opened, recorded('kari', 15)).when({ type: 'OpenSession', data: moved }).thenNothing();
    given(register)(opened, locked).when({ type: 'OpenSession', data: moved }).thenNothing();
  });

  it('refuses another length for a session in which somebody is marked', () =>
    given(register)(opened, recorded('kari', 15))
      .when({ type: 'OpenSession', data: { ...session, halfHours: 8 } })
      .rejectedAs({ code: 'SESSION_DIFFERS' }));
});

describe('recording attendance', () => {
  it('records every mark of a batch', () =>
    given(register)(opened)
      .when(record(mark('kari', 15), mark('ola', 0)))
      .then(recorded('kari', 15), recorded('ola', 0)));

  it('refuses a register that nobody opened', () =>
    given(register)()
      .when(record(mark('kari', 15)))
      .rejectedAs({ code: 'REGISTER_NOT_OPEN' }));

  it('refuses a student who is not expected', () =>
    given(register)(opened)
      .when(record(mark('per', 15)))
      .rejectedAs({ code: 'UNKNOWN_STUDENT', studentNo: 'per' }));

  it('refuses more hours than the session has, and the rest of the batch with them', () =>
    given(register)(opened)
      .when(record(mark('kari', 15), mark('ola', 16)))
      .rejectedAs({ code: 'HOURS_EXCEED_SESSION', studentNo: 'ola' }));

  it('passes over a mark that is there already', () =>
    given(register)(opened, recorded('kari', 15))
      .when(record(mark('kari', 15)))
      .thenNothing());

  it('refuses another mark for the same student', () =>
    given(register)(opened, recorded('kari', 15))
      .when(record(mark('kari', 14)))
      .rejectedAs({ code: 'ALREADY_RECORDED', studentNo: 'kari' }));

  it('refuses two marks for one student in one batch', () =>
    given(register)(opened)
      .when(record(mark('kari', 15), mark('kari', 15)))
      .rejectedAs({ code: 'ALREADY_RECORDED', studentNo: 'kari' }));

  it('refuses new marks once credits were judged', () =>
    given(register)(opened, locked)
      .when(record(mark('kari', 15)))
      .rejectedAs({ code: 'REGISTER_LOCKED', studentNo: 'kari' }));
});

describe('correcting attendance', () => {
  it('sets the hours of a student, also in a locked register', () =>
    given(register)(opened, recorded('kari', 15), locked).when(correct('kari', 4)).then(corrected('kari', 4)));

  it('sets the hours of a student without a mark', () =>
    given(register)(opened).when(correct('ola', 4)).then(corrected('ola', 4)));

  it('does not correct the same twice', () =>
    given(register)(opened, corrected('ola', 4)).when(correct('ola', 4)).thenNothing());

  it('refuses more hours than the session has', () =>
    given(register)(opened).when(correct('ola', 16)).rejectedAs({ code: 'HOURS_EXCEED_SESSION', studentNo: 'ola' }));

  it('keeps the old mark beside the new hours', () => {
    const state = given(register)(opened, recorded('kari', 15)).when(correct('kari', 4)).state() as OpenRegister;
    expect(state.records.get('kari')?.observations.map(({ halfHours }) => halfHours)).toEqual([15]);
    expect(presenceOf(state, 'kari')).toEqual({
      session: 'M1',
      halfHours: 4,
      by: 'admin-1',
      at: '2026-07-01T07:00:00.000Z',
    });
  });
});

describe('locking', () => {
  const held: RegisterEvent = { type: 'AttendanceLocked', data: { reason: 'GATHERING_HELD' } };
  const close = (now: string) => ({ type: 'CloseRegister', data: { now } }) as const;

  it('is done once when credits are judged', () => {
    given(register)(opened).when({ type: 'LockAttendance', data: {} }).then(locked);
    given(register)(opened, locked).when({ type: 'LockAttendance', data: {} }).thenNothing();
  });

  it('is done by hand when the session is over, and credits can still be judged then', () => {
    given(register)(opened).when(close('2026-01-12T15:29:59.999Z')).rejectedAs({ code: 'SESSION_NOT_OVER' });
    given(register)(opened).when(close('2026-01-12T15:30:00.000Z')).then(held);
    given(register)(opened, held).when(close('2026-01-12T16:00:00.000Z')).thenNothing();
    given(register)(opened, locked).when(close('2026-01-12T16:00:00.000Z')).thenNothing();
    given(register)(opened, held).when({ type: 'LockAttendance', data: {} }).then(locked);
  });
});

it('counts a student whom nobody marked as absent', () => {
  const state = given(register)(opened).when({ type: 'OpenSession', data: session }).state() as OpenRegister;
  expect(presenceOf(state, 'kari')).toEqual({ session: 'M1', halfHours: 0 });
});
