import { given } from '@kull/kernel/given';
import { absent, eventsOf, mark, markIdOf, now, opened, record } from '../../test-model/marked-session';
import { register } from './register';
import type { RegisterEvent } from './register.events';
import type { OpenRegister } from './register.state';

describe('settling a conflict', () => {
  const [kari, other, conflict] = eventsOf(mark(1), absent(2)) as [RegisterEvent, RegisterEvent, RegisterEvent];
  const settle = (changes: object = {}) =>
    ({
      type: 'SettleConflict',
      data: {
        studentNo: 'kari',
        settlementId: markIdOf(9),
        marks: [markIdOf(1), markIdOf(2)],
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
      settlementId: markIdOf(9),
      marks: [markIdOf(1), markIdOf(2)],
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
    expect(state.records.get('kari')?.counts).toEqual({
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
      .when(settle({ marks: [markIdOf(3)] }))
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
      .then({ type: 'AttendanceRecorded', data: expect.objectContaining({ markId: markIdOf(4) }) as never });
    const state = given(register)(...history, settled)
      .when(record({ ...late, lateHalfHours: 0 }))
      .state() as OpenRegister;
    expect(state.records.get('kari')?.counts).toMatchObject({ halfHours: 7, conflict: [markIdOf(4)] });
  });
});

describe('changing attendance by hand', () => {
  const [kari] = eventsOf(mark(1)) as [RegisterEvent];
  const change = (changes: object = {}) =>
    ({
      type: 'ChangeAttendance',
      data: {
        studentNo: 'kari',
        correctionId: markIdOf(8),
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
      correctionId: markIdOf(8),
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
      observations: [{ id: markIdOf(1) }, { id: markIdOf(2) }],
      counts: { presence: 'EXCUSED', excuse: 'ILLNESS', by: 'admin-1' },
    });
    expect(state.records.get('kari')?.counts.conflict).toBeUndefined();
  });
});
