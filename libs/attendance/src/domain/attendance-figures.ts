import { gravest, type Standing, type StandingStatus } from './attendance-standing';
import type { CountedIn } from './counted-in';

/** A student's attendance in the figures that people say it in: half-days or hours, as `countedIn` says. */
export interface AttendanceFigures {
  readonly status: StandingStatus;
  readonly countedIn: CountedIn;
  readonly attended: number;
  readonly of: number;
  /** So many more can be missed, by the requirement that leaves least. */
  readonly leftToLose: number;
}

/** What is known of one student's attendance. */
export interface AttendanceKnown {
  readonly countedIn: CountedIn;
  readonly sessions: { readonly total: number; readonly attended: number };
  readonly standings: readonly Standing[];
}

const least = (standings: readonly Standing[], of: (standing: Standing) => number): number =>
  standings.length === 0 ? 0 : Math.min(...standings.map(of));

/** Whole half-days where people count those, else hours. */
export const attendanceFigures = ({ countedIn, sessions, standings }: AttendanceKnown): AttendanceFigures => {
  const status = gravest(standings.map((one) => one.status));
  if (countedIn === 'HALF_DAYS') {
    const leftToLose = least(standings, ({ sessionsLeftToLose }) => sessionsLeftToLose);
    return { status, countedIn, attended: sessions.attended, of: sessions.total, leftToLose };
  }
  return {
    status,
    countedIn,
    attended: least(standings, ({ attended }) => attended) / 2,
    of: least(standings, ({ total }) => total) / 2,
    leftToLose: least(standings, ({ leftToLose }) => leftToLose) / 2,
  };
};
