import { given } from '@kull/kernel/given';
import { absent, eventsOf, mark, markIdOf, now, opened, record } from '../../test-model/marked-session';
import { type ObservedMark, readMark } from './mark';
import { register } from './register';
import type { RegisterEvent } from './register.events';
import type { OpenRegister } from './register.state';

const after = (...marks: ObservedMark[]) =>
  given(register)(opened)
    .when(record(...marks))
    .state() as OpenRegister;
const counts = (...marks: ObservedMark[]) => after(...marks).records.get('kari')?.counts;

describe('reading a mark', () => {
  const raw = {
    id: markIdOf(1),
    session: 'G1-1',
    studentNo: 'kari',
    presence: 'PRESENT',
    observedBy: 'admin-1',
    observedAt: '2026-09-09T08:35:00+02:00',
    source: 'LIST',
  };

  it('takes what a device says, by UTC', () =>
    expect(readMark({ ...raw, lateHalfHours: 1, replaces: markIdOf(2).toUpperCase() })).toEqual({
      id: markIdOf(1),
      studentNo: 'kari',
      presence: 'PRESENT',
      lateHalfHours: 1,
      leftEarlyHalfHours: 0,
      observedBy: 'admin-1',
      observedAt: '2026-09-09T06:35:00.000Z',
      source: 'LIST',
      replaces: markIdOf(2),
    }));

  it('takes an excused absence without a category as OTHER', () =>
    expect(readMark({ ...raw, presence: 'EXCUSED' })).toMatchObject({ presence: 'EXCUSED', excuse: 'OTHER' }));

  it.each([
    ['INVALID_MARK', { id: '1' }],
    ['INVALID_MARK', { presence: 'HERE' }],
    ['INVALID_MARK', { presence: 'EXCUSED', excuse: 'FLU' }],
    ['INVALID_MARK', { excuse: 'ILLNESS' }],
    ['INVALID_MARK', { source: 'RUMOUR' }],
    ['INVALID_MARK', { device: 'Karis telefon' }],
    ['INVALID_MARK', { replaces: 'the one before' }],
    ['INVALID_HOURS', { lateHalfHours: 0.5 }],
    ['INVALID_HOURS', { leftEarlyHalfHours: -1 }],
    ['INVALID_HOURS', { presence: 'ABSENT', lateHalfHours: 1 }],
    ['INVALID_OBSERVER', { observedBy: '' }],
    ['INVALID_TIMESTAMP', { observedAt: '2026-09-09 08:35' }],
  ])('says %s of %j', (code, changes) => expect(readMark({ ...raw, ...changes })).toBe(code));
});

describe('marks of observers', () => {
  it('say who was there for how long, who saw it, when and from where', () =>
    given(register)(opened)
      .when(record(mark(1, { lateHalfHours: 1, leftEarlyHalfHours: 2 })))
      .then({
        type: 'AttendanceRecorded',
        data: {
          studentNo: 'kari',
          observedBy: 'admin-1',
          observedAt: '2026-09-09T06:35:00.000Z',
          markId: markIdOf(1),
          presence: 'PRESENT',
          halfHours: 5,
          lateHalfHours: 1,
          leftEarlyHalfHours: 2,
          source: 'DOOR',
          device: 'phone-1',
        },
      }));

  it('are one when they are the same, also in a locked register', () => {
    const [recorded] = eventsOf(mark(1));
    const held: RegisterEvent = { type: 'AttendanceLocked', data: { reason: 'GATHERING_HELD' } };
    given(register)(opened, recorded!)
      .when(record(mark(1), mark(1)))
      .thenNothing();
    given(register)(opened, recorded!, held)
      .when(record(mark(1)))
      .thenNothing();
  });

  it.each([
    ['of a student who is not expected', { studentNo: 'per' }],
    ['of more hours than the session has', { lateHalfHours: 9 }],
    ['made before the doors opened', { observedAt: '2026-09-09T05:59:59.999Z' }],
    ['made more than a day from now', { observedAt: '2026-09-10T08:00:00.001Z' }],
  ])('do not stop the others: one %s is left out', (_, changes) =>
    expect(eventsOf(mark(1, changes), mark(2, { studentNo: 'ola' }))).toHaveLength(1),
  );

  it('wait for the doors to open', () =>
    given(register)(opened)
      .when({ type: 'RecordMarks', data: { marks: [mark(1)], now: '2026-09-09T05:59:59.999Z', judged: [] } })
      .thenNothing());

  it('are not taken of who was judged in another class', () =>
    given(register)(opened)
      .when({ type: 'RecordMarks', data: { marks: [mark(1)], now, judged: ['kari'] } })
      .thenNothing());

  it('stand together when they agree: the first who saw it is named', () =>
    expect(counts(mark(1), mark(2, { observedBy: 'admin-2', observedAt: '2026-09-09T06:20:00.000Z' }))).toEqual({
      presence: 'PRESENT',
      halfHours: 8,
      by: 'admin-2',
      at: '2026-09-09T06:20:00.000Z',
    }));

  it('are a conflict when they disagree, and the least counts', () => {
    expect(eventsOf(mark(1), absent(2)).at(-1)).toEqual({
      type: 'AttendanceConflictFound',
      data: { studentNo: 'kari', marks: [markIdOf(1), markIdOf(2)] },
    });
    expect(counts(mark(1), absent(2))).toMatchObject({
      presence: 'ABSENT',
      halfHours: 0,
      conflict: [markIdOf(1), markIdOf(2)],
    });
  });

  it('take the place of an earlier one of the same observer and device, also when that one comes later', () => {
    const first = mark(1);
    const second = mark(2, { presence: 'ABSENT', observedAt: '2026-09-09T06:36:00.000Z', replaces: markIdOf(1) });
    for (const order of [
      [first, second],
      [second, first],
    ]) {
      expect(counts(...order)).toMatchObject({ presence: 'ABSENT', by: 'admin-1' });
      expect(counts(...order)?.conflict).toBeUndefined();
      expect(eventsOf(...order)).toHaveLength(2);
    }
  });

  it('do not take the place of somebody else’s', () =>
    expect(counts(mark(1), absent(2, { replaces: markIdOf(1) }))?.conflict).toEqual([markIdOf(1), markIdOf(2)]));

  it('keep a row of a file beside them, and disagree with it', () => {
    const row: RegisterEvent = {
      type: 'AttendanceRecorded',
      data: { studentNo: 'kari', halfHours: 8, observedBy: 'teacher-1', observedAt: '2026-09-09T07:05:00.000Z' },
    };
    const state = given(register)(opened, row)
      .when(record(absent(2)))
      .state() as OpenRegister;
    expect(state.records.get('kari')?.counts.conflict).toEqual([markIdOf(2), 'FILE']);
  });
});
