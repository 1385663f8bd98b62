import fc from 'fast-check';
import { course, gathering, sixGatherings } from '../../test-model/a-year';
import { endOf, faultOf, type Gathering, isEquivalent, periodOf, takenBy, takenSlot } from './gathering';

const rule = course.gatherings;
const period = { startsOn: '2026-09-07', endsOn: '2027-06-11' };
const first = gathering(1, '2026-09-14', { days: 4 });
const fault = (wanted: Gathering, others: readonly Gathering[] = []) => faultOf(wanted, others, rule, period);
const withSessions = (change: (sessions: Gathering['sessions']) => Gathering['sessions']): Gathering => ({
  ...first,
  sessions: change(first.sessions),
});

describe('a gathering of a class', () => {
  it('stands on the timetable with three or four days in a row within the period', () => {
    expect(fault(first)).toBeUndefined();
    expect(fault(gathering(6, '2027-06-09'))).toBeUndefined();
    expect(sixGatherings().map((one, i, all) => fault(one, all.slice(0, i)))).toEqual(Array(6).fill(undefined));
  });

  it.each([
    ['a number that the year has not', gathering(7, '2026-09-14'), 'UNKNOWN_GATHERING'],
    ['a number below one', gathering(0, '2026-09-14'), 'UNKNOWN_GATHERING'],
    ['two days', gathering(1, '2026-09-14', { days: 2 }), 'GATHERING_LENGTH'],
    ['five days', gathering(1, '2026-09-14', { days: 5 }), 'GATHERING_LENGTH'],
    ['no sessions', withSessions(() => []), 'GATHERING_LENGTH'],
    ['a day left out', withSessions((all) => all.filter((_, i) => i !== 2 && i !== 3)), 'GATHERING_LENGTH'],
    ['a code twice', withSessions((all) => all.map((one) => ({ ...one, code: 'X' }))), 'SESSION_CODE_TAKEN'],
    ['sessions at once', withSessions((all) => all.map((one) => ({ ...one, halfHours: 9 }))), 'SESSIONS_OVERLAP'],
    ['a day before the period', gathering(1, '2026-09-05'), 'OUTSIDE_CLASS_PERIOD'],
    ['a day after the period', gathering(1, '2027-06-10'), 'OUTSIDE_CLASS_PERIOD'],
  ] as const)('cannot have %s', (_, wanted, code) => expect(fault(wanted)).toBe(code));

  it('bears session codes that no other gathering of the class has', () => {
    const other = { ...gathering(2, '2026-10-19'), sessions: gathering(1, '2026-10-19').sessions };
    expect(fault(other, [first])).toBe('SESSION_CODE_TAKEN');
  });

  it('shares no day with another gathering of the class (I-25)', () => {
    expect(fault(gathering(2, '2026-09-17'), [first])).toBe('GATHERINGS_OVERLAP');
    expect(fault(gathering(2, '2026-09-18'), [first])).toBeUndefined();
    expect(fault(gathering(2, '2026-09-11'), [first])).toBeUndefined();
    expect(fault(gathering(2, '2026-09-12'), [first])).toBe('GATHERINGS_OVERLAP');
  });

  it('lasts from its first day in Oslo to its last', () => {
    expect(periodOf(first)).toEqual({ startsOn: '2026-09-14', endsOn: '2026-09-17' });
    const late = { ...first.sessions[0]!, startsAt: '2026-09-13T22:30:00.000Z' };
    expect(periodOf({ sessions: [late] })).toEqual({ startsOn: '2026-09-14', endsOn: '2026-09-14' });
    expect(endOf(first.sessions[0]!)).toBe('2026-09-14T11:00:00.000Z');
  });

  it('counts as the same gathering elsewhere when codes and lengths are the same, on whatever days (W16)', () => {
    const other = gathering(1, '2026-10-05', { days: 4, room: 'A' }).sessions;
    expect(isEquivalent(first.sessions, [...other].reverse())).toBe(true);
    expect(isEquivalent(first.sessions, other.slice(1))).toBe(false);
    expect(isEquivalent(first.sessions.slice(1), other)).toBe(false);
    expect(
      isEquivalent(
        first.sessions,
        other.map((one) => ({ ...one, halfHours: 7 })),
      ),
    ).toBe(false);
  });
});

describe('what a gathering takes', () => {
  it('is its room and its teachers by the half hour', () => {
    const [session] = gathering(1, '2026-09-14', { room: 'A', teachers: ['T-1', 'T-2'] }).sessions;
    const taken = takenBy([{ ...session!, halfHours: 2 }]);
    expect(taken).toEqual([
      'room:A:2026-09-14T07:00:00.000Z',
      'teacher:T-1:2026-09-14T07:00:00.000Z',
      'teacher:T-2:2026-09-14T07:00:00.000Z',
      'room:A:2026-09-14T07:30:00.000Z',
      'teacher:T-1:2026-09-14T07:30:00.000Z',
      'teacher:T-2:2026-09-14T07:30:00.000Z',
    ]);
  });

  it('is every half hour that a session touches, also when it begins in between', () => {
    const [session] = gathering(1, '2026-09-14', { room: 'A' }).sessions;
    const taken = takenBy([{ ...session!, startsAt: '2026-09-14T07:15:00.000Z', halfHours: 1 }]);
    expect(taken).toEqual(['room:A:2026-09-14T07:00:00.000Z', 'room:A:2026-09-14T07:30:00.000Z']);
  });

  it('is read back from the key, whatever the code of the room', () => {
    fc.assert(
      fc.property(
        fc.string({ minLength: 1 }),
        fc.date({ min: new Date(0), max: new Date('2100-01-01'), noInvalidDate: true }),
        (who, at) => {
          const instant = at.toISOString();
          expect(takenSlot(`room:${who}:${instant}`)).toEqual({ who, at: instant });
        },
      ),
    );
  });
});
