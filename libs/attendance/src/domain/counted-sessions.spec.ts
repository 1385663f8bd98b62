import { fold } from '@kull/kernel';
import type { AttendedClass } from '@kull/teaching/contracts';
import fc from 'fast-check';
import { type CountedStudent, countSessions, datedOf } from './counted-sessions';
import { register } from './register';
import type { RegisterEvent } from './register.events';
import type { OpenRegister } from './register.state';

/** Two gatherings of two sessions each, four hours long. */
const sessions = ['G1-1', 'G1-2', 'G2-1', 'G2-2'].map((code, i) =>
  datedOf({
    code,
    title: code,
    startsAt: `2026-${i < 2 ? '09' : '10'}-14T0${7 + (i % 2)}:00:00.000Z`,
    halfHours: 8,
    gathering: i < 2 ? 1 : 2,
  }),
);

const registerWith = (classId: string, session: string, ...events: RegisterEvent[]): OpenRegister =>
  fold(register, [
    {
      type: 'SessionOpened',
      data: { classId, session, startsAt: '2026-09-14T07:00:00.000Z', halfHours: 8, expected: ['kari'] },
    },
    ...events,
  ]) as OpenRegister;

const marked = (halfHours: number): RegisterEvent => ({
  type: 'AttendanceRecorded',
  data: { studentNo: 'kari', halfHours, observedBy: 'teacher-1', observedAt: '2026-09-14T08:00:00.000Z' },
});
const held: RegisterEvent = { type: 'AttendanceLocked', data: { reason: 'GATHERING_HELD' } };
const judged: RegisterEvent = { type: 'AttendanceLocked', data: {} };

const count = (registers: readonly OpenRegister[], student: Partial<CountedStudent> = {}) =>
  countSessions(
    'cls_home',
    sessions,
    { studentNo: 'kari', periods: [{}], attendedIn: [], ...student },
    (classId, code) => registers.find((one) => one.classId === classId && one.session === code),
  );

describe('the sessions of a student', () => {
  it('are open until somebody marked them or their register is locked', () => {
    const counted = count([
      registerWith('cls_home', 'G1-1', marked(6)),
      registerWith('cls_home', 'G1-2', held),
      registerWith('cls_home', 'G2-1'),
    ]);
    expect(counted.map(({ state, attended, presence }) => [state, attended, presence])).toEqual([
      ['counted', 6, 'PRESENT'],
      ['counted', 0, 'ABSENT'],
      ['open', 0, undefined],
      ['open', 0, undefined],
    ]);
  });

  it('count as in the class where the student was before', () => {
    const attendedIn = [{ classId: 'cls_before' }];
    const periods = [{ from: '2026-09-20' }];
    const registers = [
      registerWith('cls_before', 'G1-1', marked(8)),
      registerWith('cls_before', 'G1-2', held),
      registerWith('cls_home', 'G2-1', marked(8)),
    ];
    const counted = count(registers, { attendedIn, periods });
    expect(counted[0]).toMatchObject({ attended: 8, state: 'counted', classId: 'cls_before' });
    expect(counted[1]).toMatchObject({ attended: 0, state: 'counted', presence: 'ABSENT' });
    expect(counted[2]).not.toHaveProperty('classId');
    expect(counted[3]?.state).toBe('open');
  });

  it('count as where the student was a guest, at that gathering only', () => {
    const registers = [
      registerWith('cls_home', 'G1-1', marked(0)),
      registerWith('cls_host', 'G1-1', marked(8)),
      registerWith('cls_home', 'G2-1', marked(2)),
      registerWith('cls_host', 'G2-1', marked(8)),
    ];
    const counted = count(registers, { attendedIn: [{ classId: 'cls_host', gathering: 1 }] });
    expect([counted[0]?.attended, counted[2]?.attended]).toEqual([8, 2]);
  });

  it('are open again while a seat elsewhere is still to come', () => {
    const missed = registerWith('cls_home', 'G1-1', marked(0), held);
    const attendedIn = [{ classId: 'cls_host', gathering: 1 }];
    const open = { state: 'open', attended: 0, presence: 'ABSENT' };
    expect(count([missed], { attendedIn })[0]).toMatchObject(open);
    expect(count([missed, registerWith('cls_host', 'G1-1')], { attendedIn })[0]).toMatchObject(open);
    expect(count([missed, registerWith('cls_host', 'G1-1', held)], { attendedIn })[0]?.state).toBe('counted');
    expect(count([missed, registerWith('cls_host', 'G1-1', marked(4))], { attendedIn })[0]).toMatchObject({
      state: 'counted',
      attended: 4,
    });
  });

  it('count as corrected after awards were judged, whatever another register says', () => {
    const corrected: RegisterEvent = {
      type: 'AttendanceCorrected',
      data: {
        studentNo: 'kari',
        halfHours: 0,
        correctionId: 'c1',
        correctedBy: 'admin-1',
        correctedAt: '2027-07-01T07:00:00.000Z',
      },
    };
    const registers = [
      registerWith('cls_home', 'G1-1', judged, corrected),
      registerWith('cls_before', 'G1-1', marked(8)),
    ];
    expect(count(registers, { attendedIn: [{ classId: 'cls_before' }] })[0]).toMatchObject({
      attended: 0,
      by: 'admin-1',
      state: 'counted',
    });
  });
});

describe('whatever happened in whichever class', () => {
  const happened = fc.constantFrom<readonly RegisterEvent[] | undefined>(
    undefined,
    [],
    [held],
    [marked(0)],
    [marked(3)],
    [marked(8)],
    [marked(5), held],
    [marked(8), judged],
  );
  const inClass = (classId: string) =>
    fc
      .tuple(...sessions.map(() => happened))
      .map((all) => all.flatMap((events, i) => (events ? [registerWith(classId, sessions[i]!.code, ...events)] : [])));
  const others = fc.uniqueArray(
    fc.record(
      { classId: fc.constantFrom('cls_a', 'cls_b', 'cls_c'), gathering: fc.constantFrom(1, 2) },
      { requiredKeys: ['classId'] },
    ) as fc.Arbitrary<AttendedClass>,
    { selector: ({ classId, gathering }) => `${classId} ${gathering}`, maxLength: 4 },
  );
  const year = fc.record({
    registers: fc.tuple(...['cls_home', 'cls_a', 'cls_b', 'cls_c'].map(inClass)).map((all) => all.flat()),
    attendedIn: others,
    more: others,
    from: fc.constantFrom(undefined, '2026-09-20', '2026-10-20'),
  });
  const sum = (counted: ReturnType<typeof count>): number =>
    counted.reduce((total, { attended }) => total + attended, 0);

  it('a session counts once, and never more than its length', () => {
    fc.assert(
      fc.property(year, ({ registers, attendedIn, from }) => {
        const counted = count(registers, { attendedIn, periods: [from === undefined ? {} : { from }] });
        expect(counted.map(({ session }) => session)).toEqual(sessions.map(({ code }) => code));
        for (const { attended } of counted) expect(attended >= 0 && attended <= 8).toBe(true);
      }),
    );
  });

  it('a transfer or a make-up never lowers a total', () => {
    fc.assert(
      fc.property(year, ({ registers, attendedIn, more, from }) => {
        const periods = [from === undefined ? {} : { from }];
        const before = count(registers, { attendedIn, periods });
        const after = count(registers, { attendedIn: [...attendedIn, ...more], periods });
        expect(sum(after)).toBeGreaterThanOrEqual(sum(before));
        // Seen from the class that the student moves to, which keeps the one left among those before.
        const moved = countSessions(
          'cls_new',
          sessions,
          {
            studentNo: 'kari',
            periods: [{ from: '2026-10-01' }],
            attendedIn: [{ classId: 'cls_home' }, ...attendedIn],
          },
          (classId, code) => registers.find((one) => one.classId === classId && one.session === code),
        );
        expect(sum(moved)).toBeGreaterThanOrEqual(sum(before));
      }),
    );
  });
});
