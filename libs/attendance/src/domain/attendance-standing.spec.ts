import type { Share } from '@kull/kernel';
import fc from 'fast-check';
import { gravest, type Standing, standingOf, standsSince } from './attendance-standing';
import type { CountedSession } from './counted-sessions';

const day = (n: number): string => `2026-09-${String(n).padStart(2, '0')}T07:00:00.000Z`;

const session = (n: number, halfHours: number, attended?: number, at?: string): CountedSession => ({
  session: `H${n}`,
  startsAt: day(n),
  halfHours,
  attended: attended ?? 0,
  state: attended === undefined ? 'open' : 'counted',
  ...(at !== undefined && { at }),
});

/** 22 half-days of four hours, some of them attended, some missed, the rest to come. */
const year = (attended: number, missed: number): CountedSession[] =>
  Array.from({ length: 22 }, (_, n) => session(n + 1, 8, n < attended ? 8 : n < attended + missed ? 0 : undefined));

const share = (numerator: number, denominator: number): Share => ({ numerator, denominator });
const threeQuarters = { award: 'ectsCredits', minAttendance: share(75, 100) } as const;

/** Every way in which the sessions that are open may go: what is attended of each, from nothing to all of it. */
const outcomesOf = (sessions: readonly CountedSession[]): readonly (readonly number[])[] =>
  sessions.reduce<readonly (readonly number[])[]>(
    (outcomes, { state, halfHours, attended }) => {
      const ways =
        state === 'open' ? Array.from({ length: halfHours - attended + 1 }, (_, n) => attended + n) : [attended];
      return outcomes.flatMap((outcome) => ways.map((way) => [...outcome, way]));
    },
    [[]],
  );

/** The standing by looking at all that may still happen. */
const searched = (sessions: readonly CountedSession[], minAttendance: Share): Omit<Standing, 'award' | 'required'> => {
  const total = sessions.reduce((sum, { halfHours }) => sum + halfHours, 0);
  const attended = sessions.reduce((sum, one) => sum + one.attended, 0);
  const outcomes = outcomesOf(sessions).map((outcome) => {
    const sum = outcome.reduce((one, other) => one + other, 0);
    // 10 000 is a multiple of every denominator that is generated.
    return {
      outcome,
      sum,
      enough: sum * 10_000 >= (minAttendance.numerator * 10_000 * total) / minAttendance.denominator,
    };
  });
  const possible = Math.max(...outcomes.map(({ sum }) => sum));
  const open = sessions.flatMap(({ state, halfHours, attended: soFar }, at) =>
    state === 'open' && halfHours > soFar ? [at] : [],
  );
  const isMissed = (outcome: readonly number[], at: number): boolean => outcome[at] === sessions[at]!.attended;
  const withMissed = (missed: readonly number[]) =>
    outcomes.filter(({ outcome }) => missed.every((at) => isMissed(outcome, at)));
  const isWithinReach = (missed: readonly number[]) => withMissed(missed).some(({ enough }) => enough);
  const subsets = open.reduce<number[][]>((all, at) => all.flatMap((one) => [one, [...one, at]]), [[]]);
  const lost = ({ sum }: { readonly sum: number }): number => possible - sum;
  const leftToLose = outcomes
    .map(lost)
    .filter((loss) => outcomes.every((one) => lost(one) > loss || one.enough))
    .reduce((one, other) => Math.max(one, other), 0);
  const sessionsLeftToLose = subsets
    .map(({ length }) => length)
    .filter((length) => subsets.filter((one) => one.length <= length).every(isWithinReach))
    .reduce((one, other) => Math.max(one, other), 0);
  const status = () => {
    if (outcomes.every(({ enough }) => enough)) return 'MET';
    if (outcomes.every(({ enough }) => !enough)) return 'IMPOSSIBLE';
    return open.every((at) => isWithinReach([at])) ? 'SAFE' : 'AT_RISK';
  };
  return { total, attended, open: possible - attended, possible, leftToLose, sessionsLeftToLose, status: status() };
};

const anySession = fc
  .record({ halfHours: fc.integer({ min: 1, max: 4 }), part: fc.nat(4), state: fc.constantFrom('counted', 'open') })
  .map(({ halfHours, part, state }) => ({
    session: 'H',
    startsAt: day(1),
    halfHours,
    attended: state === 'open' && part < 4 ? 0 : Math.min(part, halfHours),
    state: state as CountedSession['state'],
  }));

const anyShare = fc
  .tuple(fc.constantFrom(1, 2, 4, 5, 10, 20, 100), fc.nat(100))
  .map(([denominator, part]) => share(Math.min(part, denominator), denominator));

describe('a standing', () => {
  it('is what a search through all that may still happen finds', () =>
    fc.assert(
      fc.property(fc.array(anySession, { maxLength: 6 }), anyShare, (sessions, minAttendance) => {
        const { award, required, ...found } = standingOf(sessions, { award: 'ectsCredits', minAttendance });
        expect(found).toEqual(searched(sessions, minAttendance));
        expect(award).toBe('ectsCredits');
        const total = found.total * minAttendance.numerator;
        expect(required * minAttendance.denominator).toBeGreaterThanOrEqual(total);
        expect((required - 1) * minAttendance.denominator).toBeLessThan(total || 1);
      }),
      { numRuns: 400 },
    ));

  // Of 22 half-days 16.5 are needed.
  it.each([
    [10, 3, 'SAFE', 2],
    [12, 5, 'AT_RISK', 0],
    [12, 6, 'IMPOSSIBLE', 0],
    [16, 4, 'SAFE', 1],
    [17, 0, 'MET', 5],
  ] as const)('after %i half-days there and %i away is %s', (attended, missed, status, sessionsLeftToLose) => {
    const standing = standingOf(year(attended, missed), threeQuarters);
    expect(standing).toMatchObject({ required: 132, total: 176, status, sessionsLeftToLose });
  });

  it('meets the share exactly: 48.0 of 60 hours are 0.80', () => {
    const sessions = [session(1, 96, 96), session(2, 24, 0)];
    const requirement = { award: 'coursePoints', minAttendance: share(8, 10) } as const;
    expect(standingOf(sessions, requirement).status).toBe('MET');
    expect(standingOf([session(1, 96, 95), session(2, 24, 0)], requirement).status).toBe('IMPOSSIBLE');
  });

  it('counts as lost what is missed by coming late, and by whole sessions the longest first', () => {
    const sessions = [session(1, 8, 6), session(2, 8), session(3, 4), session(4, 4)];
    expect(standingOf(sessions, { award: 'ectsCredits', minAttendance: share(1, 2) })).toEqual({
      award: 'ectsCredits',
      status: 'SAFE',
      total: 24,
      required: 12,
      attended: 6,
      open: 16,
      possible: 22,
      leftToLose: 10,
      sessionsLeftToLose: 1,
    });
  });

  it('of nothing that is asked for is met', () => {
    expect(gravest([])).toBe('MET');
    expect(gravest(['SAFE', 'IMPOSSIBLE', 'MET', 'AT_RISK'])).toBe('IMPOSSIBLE');
  });
});

describe('the instant since when', () => {
  const half = { award: 'ectsCredits', minAttendance: share(1, 2) } as const;

  it('is that of the record that changed the standing', () => {
    const sessions = [session(1, 8, 0, day(1)), session(2, 8, 0, day(2)), session(3, 8, 8, day(3)), session(4, 8)];
    expect(standingOf(sessions, half).status).toBe('AT_RISK');
    expect(standsSince(sessions, half)).toBe(day(2));
  });

  it('is that of the correction, when a correction changed it', () => {
    const sessions = [session(1, 8, 0, day(20)), session(2, 8, 0, day(2)), session(3, 8, 8, day(3)), session(4, 8)];
    expect(standsSince(sessions, half)).toBe(day(20));
  });

  it('is when the session began, when it was locked without a mark', () => {
    expect(standsSince([session(1, 8, 0), session(2, 8)], half)).toBe(day(1));
  });

  it('does not exist for who stood so from the first', () => {
    expect(standsSince([session(1, 8, 0, day(1)), ...year(0, 0)], half)).toBeUndefined();
    expect(standsSince([session(1, 8)], half)).toBeUndefined();
  });

  it('does not depend on the order of the sessions', () =>
    fc.assert(
      fc.property(
        fc.array(fc.record({ n: fc.integer({ min: 1, max: 28 }), attended: fc.option(fc.nat(4)) }), { maxLength: 6 }),
        anyShare,
        (all, minAttendance) => {
          const sessions = all.map(({ n, attended }) => session(n, 4, attended ?? undefined, day(n)));
          const requirement = { award: 'ectsCredits', minAttendance } as const;
          const instant = standsSince(sessions, requirement);
          expect(standsSince([...sessions].reverse(), requirement)).toBe(instant);
          const known = sessions.map((one) =>
            one.state === 'counted' && instant !== undefined && one.at! > instant ? session(1, 4) : one,
          );
          expect(standingOf(known, requirement).status).toBe(standingOf(sessions, requirement).status);
        },
      ),
    ));
});
