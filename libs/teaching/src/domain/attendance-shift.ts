import type { Share } from '@kull/kernel';
import type { CoursePlan, Session } from './class-plan';

interface Changed {
  readonly before: number;
  readonly after: number;
}

/** What a requirement of attendance asks for, in hours. */
export interface ShiftedRequirement {
  readonly of: 'ECTS_CREDITS' | 'COURSE_POINTS';
  /** A part of all hours, as a decimal. */
  readonly minAttendance: number;
  readonly hours: Changed;
}

/** What attendance is measured against when sessions come or go (credits.md 2). What has been marked stays. */
export interface AttendanceShift {
  /** Half-days, in a class of gatherings. */
  readonly sessions: Changed;
  readonly hours: Changed;
  readonly requirements: readonly ShiftedRequirement[];
}

const halfHoursOf = (sessions: readonly Session[]): number =>
  sessions.reduce((sum, { halfHours }) => sum + halfHours, 0);

/** The least that reaches the share, in whole half hours. */
const needed = (sessions: readonly Session[], { numerator, denominator }: Share): number =>
  Math.ceil((halfHoursOf(sessions) * numerator) / denominator) / 2;

/** What attendance is measured against before and after, from all sessions of the course then and now. */
export const attendanceShift = (
  before: readonly Session[],
  after: readonly Session[],
  { ectsRule, courseApproval }: Pick<CoursePlan, 'ectsRule' | 'courseApproval'>,
): AttendanceShift => {
  const requirement = (of: ShiftedRequirement['of'], share: Share): ShiftedRequirement => ({
    of,
    minAttendance: share.numerator / share.denominator,
    hours: { before: needed(before, share), after: needed(after, share) },
  });
  return {
    sessions: { before: before.length, after: after.length },
    hours: { before: halfHoursOf(before) / 2, after: halfHoursOf(after) / 2 },
    requirements: [
      requirement('ECTS_CREDITS', ectsRule.minAttendance),
      ...(courseApproval ? [requirement('COURSE_POINTS', courseApproval.minAttendance)] : []),
    ],
  };
};
