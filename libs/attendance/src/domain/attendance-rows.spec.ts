import { fold } from '@kull/kernel';
import { type AttendanceRow, sortAttendanceRows } from './attendance-rows';
import { register } from './register';
import type { RegisterEvent } from './register.events';
import type { OpenRegister } from './register.state';

const opened: RegisterEvent = {
  type: 'SessionOpened',
  data: {
    classId: 'cls_1',
    session: 'M1',
    startsAt: '2026-01-12T08:00:00.000Z',
    halfHours: 15,
    expected: ['kari', 'ola'],
  },
};

const registers = (...events: RegisterEvent[]): ReadonlyMap<string, OpenRegister> =>
  new Map([['M1', fold(register, [opened, ...events]) as OpenRegister]]);

const row = (changes: Partial<AttendanceRow> = {}): AttendanceRow => ({
  row: 1,
  session: 'M1',
  studentNo: 'kari',
  attendedHours: '7.5',
  observedBy: 'moderator-1',
  observedAt: '2026-01-12T16:00:00+01:00',
  ...changes,
});

const codeOf = (changes: Partial<AttendanceRow>, ...events: RegisterEvent[]) =>
  sortAttendanceRows([row(changes)], registers(...events)).rejected[0]?.code;

/** The registers after what was taken from the rows. */
const registersAfter = (rows: readonly AttendanceRow[]) =>
  registers(
    ...[...sortAttendanceRows(rows, registers()).taken.values()]
      .flat()
      .map((data) => ({ type: 'AttendanceRecorded', data }) as const),
  );

describe('rows of attendance.csv', () => {
  it('takes a row in, in half hours', () => {
    const { taken, rejected } = sortAttendanceRows([row()], registers());
    expect(rejected).toEqual([]);
    expect(taken.get('M1')).toEqual([
      { studentNo: 'kari', halfHours: 15, observedBy: 'moderator-1', observedAt: '2026-01-12T15:00:00.000Z' },
    ]);
  });

  it.each([
    ['UNKNOWN_SESSION', { session: 'M99', studentNo: 'per', attendedHours: 'x' }],
    ['UNKNOWN_STUDENT', { studentNo: 'per', attendedHours: 'x' }],
    ['INVALID_HOURS', { attendedHours: '7.25' }],
    ['INVALID_HOURS', { attendedHours: '-1' }],
    ['INVALID_HOURS', { attendedHours: '' }],
    ['HOURS_EXCEED_SESSION', { attendedHours: '8.0' }],
    ['INVALID_OBSERVER', { observedBy: '', observedAt: '' }],
    ['INVALID_TIMESTAMP', { observedAt: '2026-01-12 16:00' }],
  ])('says %s first', (code, changes) => expect(codeOf(changes)).toBe(code));

  it('refuses new rows in a locked register', () =>
    expect(codeOf({}, { type: 'AttendanceLocked', data: {} })).toBe('REGISTER_LOCKED'));

  it('takes the first of two rows for one student, though they are alike', () => {
    const { taken, rejected } = sortAttendanceRows([row(), row({ row: 2 })], registers());
    expect(taken.get('M1')).toHaveLength(1);
    expect(rejected).toEqual([{ row: 2, studentNo: 'kari', code: 'ALREADY_RECORDED' }]);
  });

  it('takes a good row after a bad one', () => {
    const { taken, rejected } = sortAttendanceRows([row({ attendedHours: '9.0' }), row({ row: 2 })], registers());
    expect(taken.get('M1')).toHaveLength(1);
    expect(rejected).toEqual([{ row: 1, studentNo: 'kari', code: 'HOURS_EXCEED_SESSION' }]);
  });

  it('says the same of the same file again', () => {
    const rows = [
      row({ observedAt: 'x' }),
      row({ row: 2, attendedHours: '6.0' }),
      row({ row: 3 }),
      row({ row: 4, studentNo: 'ola' }),
    ];
    const first = sortAttendanceRows(rows, registers());
    const again = sortAttendanceRows(rows, registersAfter(rows));
    expect(first.rejected.map(({ code }) => code)).toEqual(['INVALID_TIMESTAMP', 'ALREADY_RECORDED']);
    expect(again.rejected).toEqual(first.rejected);
    expect(again.unchanged).toBe(2);
    expect(again.taken.size).toBe(0);
  });

  it('refuses another value in another file: a change is a correction', () => {
    const { rejected, taken } = sortAttendanceRows([row({ attendedHours: '6.0' })], registersAfter([row()]));
    expect(taken.size).toBe(0);
    expect(rejected).toEqual([{ row: 1, studentNo: 'kari', code: 'ALREADY_RECORDED' }]);
  });

  it('knows a row again after its hours were corrected', () => {
    const corrected: RegisterEvent = {
      type: 'AttendanceCorrected',
      data: {
        studentNo: 'kari',
        halfHours: 0,
        correctionId: 'c1',
        correctedBy: 'admin-1',
        correctedAt: '2026-07-01T07:00:00.000Z',
      },
    };
    const recorded = [...sortAttendanceRows([row()], registers()).taken.values()].flat();
    const history = recorded.map((data) => ({ type: 'AttendanceRecorded', data }) as const);
    expect(sortAttendanceRows([row()], registers(...history, corrected))).toEqual({
      taken: new Map(),
      unchanged: 1,
      rejected: [],
    });
  });
});
