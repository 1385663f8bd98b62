import { type HalfHours, type Instant, reaches, type Share } from '@kull/kernel';
import type { CountedSession } from './counted-sessions';

/** Which award asks for the attendance: `ectsRule.minAttendance` or `courseApproval.minAttendance` (credits.md 2). */
export const awardsWithAttendance = ['ectsCredits', 'coursePoints'] as const;
export type AwardWithAttendance = (typeof awardsWithAttendance)[number];

export interface AttendanceRequirement {
  readonly award: AwardWithAttendance;
  readonly minAttendance: Share;
}

/**
 * Where a student stands with the attendance that an award needs (W15):
 * - `MET`: enough, whatever happens from now on.
 * - `SAFE`: within reach, also after missing any one session more.
 * - `AT_RISK`: within reach, but missing the longest session that is left puts it out of reach.
 * - `IMPOSSIBLE`: not even attending everything that is left is enough.
 */
export type StandingStatus = 'MET' | 'SAFE' | 'AT_RISK' | 'IMPOSSIBLE';

/** A standing with the figures it was judged by, all in half hours but the last. */
export interface Standing {
  readonly award: AwardWithAttendance;
  readonly status: StandingStatus;
  /** All sessions of the course: the denominator is never only what has been (peers 18). */
  readonly total: HalfHours;
  readonly required: HalfHours;
  readonly attended: HalfHours;
  /** What can still be attended. */
  readonly open: HalfHours;
  /** Attended, and everything that is open as well. */
  readonly possible: HalfHours;
  /** So much of what is open can be missed. */
  readonly leftToLose: HalfHours;
  /** So many whole sessions can be missed, whichever they are: half-days, where sessions are half-days. */
  readonly sessionsLeftToLose: number;
}

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);

/** The least whole number of half hours that is that share of the total. */
const requiredOf = (total: HalfHours, { numerator, denominator }: Share): HalfHours => {
  const exact = numerator * total;
  const over = exact % denominator;
  return (exact - over) / denominator + (over === 0 ? 0 : 1);
};

/** What is left of each session that can still be attended, the longest first. */
const openParts = (sessions: readonly CountedSession[]): readonly HalfHours[] =>
  sessions
    .flatMap(({ state, halfHours, attended }) => (state === 'open' ? [halfHours - attended] : []))
    .filter((left) => left > 0)
    .sort((one, other) => other - one);

/** How many of the parts, taken from the longest, fit in what can be lost. */
const wholeSessionsIn = (leftToLose: HalfHours, parts: readonly HalfHours[]): number => {
  let lost = 0;
  const tooMany = parts.findIndex((part) => {
    lost += part;
    return lost > leftToLose;
  });
  return tooMany < 0 ? parts.length : tooMany;
};

/** Where the sessions of a student leave the attendance that an award needs. Exact: no fraction is ever formed. */
export const standingOf = (
  sessions: readonly CountedSession[],
  { award, minAttendance }: AttendanceRequirement,
): Standing => {
  const total = sum(sessions.map(({ halfHours }) => halfHours));
  const attended = sum(sessions.map((one) => one.attended));
  const parts = openParts(sessions);
  const open = sum(parts);
  const possible = attended + open;
  const required = requiredOf(total, minAttendance);
  const leftToLose = Math.max(0, Math.min(open, possible - required));
  const figures = { award, total, required, attended, open, possible, leftToLose };
  if (!reaches(possible, total, minAttendance)) return { ...figures, status: 'IMPOSSIBLE', sessionsLeftToLose: 0 };
  const sessionsLeftToLose = wholeSessionsIn(leftToLose, parts);
  if (reaches(attended, total, minAttendance)) return { ...figures, status: 'MET', sessionsLeftToLose };
  return { ...figures, status: sessionsLeftToLose === 0 ? 'AT_RISK' : 'SAFE', sessionsLeftToLose };
};

/** When the counted session became what it is: when it was seen or corrected, else when it began. */
const settledAt = ({ at, startsAt }: CountedSession): Instant => at ?? startsAt;

const asOpen = ({ session, startsAt, halfHours }: CountedSession): CountedSession => ({
  session,
  startsAt,
  halfHours,
  attended: 0,
  state: 'open',
});

/**
 * The instant from which the student has stood as now, by the records that count now in the order in which they were
 * made; undefined when it was so before the first of them. The order in which they became known plays no part.
 */
export const standsSince = (
  sessions: readonly CountedSession[],
  requirement: AttendanceRequirement,
): Instant | undefined => {
  const { status } = standingOf(sessions, requirement);
  const settled = sessions.filter(({ state }) => state === 'counted');
  const latestFirst = [...new Set(settled.map(settledAt))].sort().reverse();
  for (const instant of latestFirst) {
    const before = sessions.map((one) => (one.state === 'counted' && settledAt(one) >= instant ? asOpen(one) : one));
    if (standingOf(before, requirement).status !== status) return instant;
  }
  return undefined;
};

/** The sessions as they will count when those named, as far as they are open, are missed. */
export const withMissed = (sessions: readonly CountedSession[], missed: readonly string[]): readonly CountedSession[] =>
  sessions.map((one) => (one.state === 'open' && missed.includes(one.session) ? { ...one, state: 'counted' } : one));

const severity: readonly StandingStatus[] = ['MET', 'SAFE', 'AT_RISK', 'IMPOSSIBLE'];

/** The gravest of several standings; of none, `MET`: nothing is asked for. */
export const gravest = (statuses: readonly StandingStatus[]): StandingStatus =>
  severity[Math.max(0, ...statuses.map((status) => severity.indexOf(status)))]!;
