import { given } from '@kull/kernel/given';
import { type ObservedMark, readMark } from './mark';
import { register } from './register';
import type { RegisterEvent } from './register.events';
import type { OpenRegister } from './register.state';

const opened: RegisterEvent = {
  type: 'SessionOpened',
  data: {
    classId: 'cls_1',
    session: 'G1-1',
    startsAt: '2026-09-09T07:00:00.000Z',
    halfHours: 8,
    expected: ['kari', 'ola'],
  },
};
const now = '2026-09-09T08:00:00.000Z';
const idOf = (n: number): string => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`;

const mark = (n: number, changes: Partial<ObservedMark> = {}): ObservedMark => ({
  id: idOf(n),
  studentNo: 'kari',
  presence: 'PRESENT',
  lateHalfHours: 0,
  leftEarlyHalfHours: 0,
  observedBy: 'admin-1',
  observedAt: '2026-09-09T06:35:00.000Z',
  source: 'DOOR',
  device: 'phone-1',
  ...changes,
});
const absent = (n: number, changes: Partial<ObservedMark> = {}) =>
  mark(n, { presence: 'ABSENT', observedBy: 'admin-2', device: 'phone-2', ...changes });

const record = (...marks: ObservedMark[]) => ({ type: 'RecordMarks', data: { marks, now, judged: [] } }) as const;
const after = (...marks: ObservedMark[]) =>
  given(register)(opened)
    .when(record(...marks))
    .state() as OpenRegister;
const standing = (...marks: ObservedMark[]) => after(...marks).records.get('kari')?.standing;
const eventsOf = (...marks: ObservedMark[]): readonly RegisterEvent[] => {
  const decision = register.decide(
    given(register)()
      .when({ type: 'OpenSession', data: opened.data as never })
      .state(),
    record(...marks),
  );
  return 'events' in decision ? decision.events : [];
};

describe('reading a mark', () => {
  const raw = {
    id: idOf(1),
    session: 'G1-1',
    studentNo: 'kari',
    presence: 'PRESENT',
    observedBy: 'admin-1',
    observedAt: '2026-09-09T08:35:00+02:00',
    source: 'LIST',
  };

  it('takes what a device says, by UTC', () =>
    expect(readMark({ ...raw, lateHalfHours: 1, replaces: idOf(2).toUpperCase() })).toEqual({
      id: idOf(1),
      studentNo: 'kari',
      presence: 'PRESENT',
      lateHalfHours: 1,
      leftEarlyHalfHours: 0,
      observedBy: 'admin-1',
      observedAt: '2026-09-09T06:35:00.000Z',
      source: 'LIST',
      replaces: idOf(2),
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
          markId: idOf(1),
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
    expect(standing(mark(1), mark(2, { observedBy: 'admin-2', observedAt: '2026-09-09T06:20:00.000Z' }))).toEqual({
      presence: 'PRESENT',
      halfHours: 8,
      by: 'admin-2',
      at: '2026-09-09T06:20:00.000Z',
    }));

  it('are a conflict when they disagree, and the least counts', () => {
    expect(eventsOf(mark(1), absent(2)).at(-1)).toEqual({
      type: 'AttendanceConflictFound',
      data: { studentNo: 'kari', marks: [idOf(1), idOf(2)] },
    });
    expect(standing(mark(1), absent(2))).toMatchObject({
      presence: 'ABSENT',
      halfHours: 0,
      conflict: [idOf(1), idOf(2)],
    });
  });

  it('take the place of an earlier one of the same observer and device, also when that one comes later', () => {
    const first = mark(1);
    const second = mark(2, { presence: 'ABSENT', observedAt: '2026-09-09T06:36:00.000Z', replaces: idOf(1) });
    for (const order of [
      [first, second],
      [second, first],
    ]) {
      expect(standing(...order)).toMatchObject({ presence: 'ABSENT', by: 'admin-1' });
      expect(standing(...order)?.conflict).toBeUndefined();
      expect(eventsOf(...order)).toHaveLength(2);
    }
  });

  it('do not take the place of somebody else’s', () =>
    expect(standing(mark(1), absent(2, { replaces: idOf(1) }))?.conflict).toEqual([idOf(1), idOf(2)]));

  it('keep a row of a file beside them, and disagree with it', () => {
    const row: RegisterEvent = {
      type: 'AttendanceRecorded',
      data: { studentNo: 'kari', halfHours: 8, observedBy: 'teacher-1', observedAt: '2026-09-09T07:05:00.000Z' },
    };
    const state = given(register)(opened, row)
      .when(record(absent(2)))
      .state() as OpenRegister;
    expect(state.records.get('kari')?.standing.conflict).toEqual([idOf(2), 'FILE']);
  });
});

describe('settling a conflict', () => {
  const [kari, other, conflict] = eventsOf(mark(1), absent(2)) as [RegisterEvent, RegisterEvent, RegisterEvent];
  const settle = (changes: object = {}) =>
    ({
      type: 'SettleConflict',
      data: {
        studentNo: 'kari',
        settlementId: idOf(9),
        marks: [idOf(1), idOf(2)],
        presence: 'PRESENT',
        lateHalfHours: 1,
        leftEarlyHalfHours: 0,
        settledBy: 'admin-3',
        now,
        reasonClass: 'WRONG_MARK',
        judged: [],
        ...changes,
      },
    }) as const;
  const settled: RegisterEvent = {
    type: 'AttendanceConflictSettled',
    data: {
      studentNo: 'kari',
      presence: 'PRESENT',
      halfHours: 7,
      lateHalfHours: 1,
      settlementId: idOf(9),
      marks: [idOf(1), idOf(2)],
      settledBy: 'admin-3',
      settledAt: now,
      reasonClass: 'WRONG_MARK',
    },
  };
  const history = [opened, kari, other, conflict];

  it('says what counts, once', () => {
    given(register)(...history)
      .when(settle())
      .then(settled);
    given(register)(...history, settled)
      .when(settle())
      .thenNothing();
    const state = given(register)(...history)
      .when(settle())
      .state() as OpenRegister;
    expect(state.records.get('kari')?.standing).toEqual({
      presence: 'PRESENT',
      halfHours: 7,
      lateHalfHours: 1,
      by: 'admin-3',
      at: now,
    });
  });

  it('is refused when there is none, about other marks, and when credits were judged', () => {
    given(register)(opened, kari).when(settle()).rejectedAs({ code: 'NO_CONFLICT' });
    given(register)(...history)
      .when(settle({ marks: [idOf(3)] }))
      .rejectedAs({ code: 'UNKNOWN_MARK' });
    given(register)(...history)
      .when(settle({ lateHalfHours: 9 }))
      .rejectedAs({ code: 'HOURS_EXCEED_SESSION', studentNo: 'kari' });
    given(register)(...history, { type: 'AttendanceLocked', data: {} })
      .when(settle())
      .rejectedAs({ code: 'AWARDS_JUDGED' });
    given(register)(...history)
      .when(settle({ judged: ['kari'] }))
      .rejectedAs({ code: 'AWARDS_JUDGED' });
  });

  it('holds for a later mark that says the same, and not for one that says something else', () => {
    const late = mark(4, { lateHalfHours: 1, observedBy: 'admin-4', device: 'phone-4' });
    given(register)(...history, settled)
      .when(record(late))
      .then({ type: 'AttendanceRecorded', data: expect.objectContaining({ markId: idOf(4) }) as never });
    const state = given(register)(...history, settled)
      .when(record({ ...late, lateHalfHours: 0 }))
      .state() as OpenRegister;
    expect(state.records.get('kari')?.standing).toMatchObject({ halfHours: 7, conflict: [idOf(4)] });
  });
});

describe('changing attendance by hand', () => {
  const [kari] = eventsOf(mark(1)) as [RegisterEvent];
  const change = (changes: object = {}) =>
    ({
      type: 'ChangeAttendance',
      data: {
        studentNo: 'kari',
        correctionId: idOf(8),
        presence: 'EXCUSED',
        excuse: 'ILLNESS',
        lateHalfHours: 0,
        leftEarlyHalfHours: 0,
        correctedBy: 'admin-1',
        now,
        reasonClass: 'NEW_INFORMATION',
        judged: [],
        ...changes,
      },
    }) as const;
  const changed: RegisterEvent = {
    type: 'AttendanceCorrected',
    data: {
      studentNo: 'kari',
      presence: 'EXCUSED',
      halfHours: 0,
      excuse: 'ILLNESS',
      correctionId: idOf(8),
      correctedBy: 'admin-1',
      correctedAt: now,
      reasonClass: 'NEW_INFORMATION',
    },
  };

  it('is an event with a reason, in an open register and in a locked one', () => {
    given(register)(opened, kari).when(change()).then(changed);
    given(register)(opened, kari, { type: 'AttendanceLocked', data: { reason: 'GATHERING_HELD' } })
      .when(change())
      .then(changed);
    given(register)(opened, kari, changed).when(change()).thenNothing();
  });

  it('is refused once credits were judged, before the doors open, and of strangers', () => {
    given(register)(opened, kari, { type: 'AttendanceLocked', data: {} })
      .when(change())
      .rejectedAs({ code: 'AWARDS_JUDGED' });
    given(register)(opened)
      .when(change({ now: '2026-09-09T05:59:00.000Z' }))
      .rejectedAs({ code: 'SESSION_NOT_STARTED' });
    given(register)(opened)
      .when(change({ studentNo: 'per' }))
      .rejectedAs({ code: 'UNKNOWN_STUDENT', studentNo: 'per' });
  });

  it('ends a conflict, and keeps every mark', () => {
    const events = eventsOf(mark(1), absent(2));
    const state = given(register)(opened, ...events)
      .when(change())
      .state() as OpenRegister;
    expect(state.records.get('kari')).toMatchObject({
      observations: [{ id: idOf(1) }, { id: idOf(2) }],
      standing: { presence: 'EXCUSED', excuse: 'ILLNESS', by: 'admin-1' },
    });
    expect(state.records.get('kari')?.standing.conflict).toBeUndefined();
  });
});
