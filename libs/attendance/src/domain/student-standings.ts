import type { ClassPlan } from '@kull/teaching/contracts';
import { type AttendanceRequirement, type Standing, standingOf } from './attendance-standing';
import type { CountedSession } from './counted-session';

/** A student's sessions, and where they leave each award that asks for attendance. */
export interface StudentStandings {
  readonly studentNo: string;
  readonly sessions: readonly CountedSession[];
  readonly requirements: readonly AttendanceRequirement[];
  readonly standings: readonly Standing[];
}

/** What a course asks of a student. Course points are for physicians only (credits.md 2); nobody else is warned of them. */
const requirementsOf = ({ course }: ClassPlan, participantStatus: string | undefined): AttendanceRequirement[] => {
  if (!course) return [];
  const { ectsRule, courseApproval } = course;
  const asked: AttendanceRequirement[] = [{ award: 'ectsCredits', minAttendance: ectsRule.minAttendance }];
  if (courseApproval && participantStatus === 'PHYSICIAN')
    asked.push({ award: 'coursePoints', minAttendance: courseApproval.minAttendance });
  return asked;
};

/** Where every student of a class stands, in order of student number. */
export const standingsOf = (
  plan: ClassPlan,
  counted: ReadonlyMap<string, readonly CountedSession[]>,
  participantStatuses: ReadonlyMap<string, string>,
): readonly StudentStandings[] =>
  [...counted]
    .map(([studentNo, sessions]) => {
      const requirements = requirementsOf(plan, participantStatuses.get(studentNo));
      const standings = requirements.map((requirement) => standingOf(sessions, requirement));
      return { studentNo, sessions, requirements, standings };
    })
    .sort((one, other) => (one.studentNo < other.studentNo ? -1 : 1));
