import type { HalfHours, Share } from '@kull/kernel';
import type { ClassPlan, StudentEnrolled } from '@kull/teaching/contracts';
import {
  type AttendanceRequirement,
  gravest,
  type Standing,
  type StandingStatus,
  standingOf,
} from './attendance-standing';
import type { CountedSession } from './counted-sessions';

/** A student's sessions, and what is asked of them. */
export interface StudentSessions {
  readonly studentNo: string;
  readonly sessions: readonly CountedSession[];
  readonly requirements: readonly AttendanceRequirement[];
}

/** Where one student stands, with the figures that a list shows. */
export interface StudentStandings {
  readonly classId: string;
  readonly studentNo: string;
  /** Absent: the student is not in the class any more. */
  readonly personId?: string;
  /** The class in which the course began, when it is another (I-27). */
  readonly courseClassId?: string;
  /** The gravest of the standings. */
  readonly status: StandingStatus;
  readonly standings: readonly (Standing & { readonly minAttendance: Share })[];
  /** How many sessions there are, how many the student was at, and how many can still be attended. */
  readonly sessions: { readonly total: number; readonly attended: number; readonly open: number };
  /** What was missed of each gathering and is over. */
  readonly missed: readonly { readonly gathering: number; readonly halfHours: HalfHours }[];
}

/** What a course asks of a student. Course points are for physicians only (credits.md 2); nobody else is warned of them. */
export const requirementsOf = (
  { course }: ClassPlan,
  participantStatus: string | undefined,
): readonly AttendanceRequirement[] => {
  if (!course) return [];
  const { ectsRule, courseApproval } = course;
  const asked: AttendanceRequirement[] = [{ award: 'ectsCredits', minAttendance: ectsRule.minAttendance }];
  if (courseApproval && participantStatus === 'PHYSICIAN')
    asked.push({ award: 'coursePoints', minAttendance: courseApproval.minAttendance });
  return asked;
};

const missedOf = (
  plan: ClassPlan,
  sessions: readonly CountedSession[],
): readonly { readonly gathering: number; readonly halfHours: HalfHours }[] => {
  const gatherings = new Map(plan.course?.sessions.map(({ code, gathering }) => [code, gathering] as const));
  const missed = new Map<number, HalfHours>();
  for (const { session, state, halfHours, attended } of sessions) {
    const gathering = gatherings.get(session);
    if (gathering === undefined || state === 'open' || attended === halfHours) continue;
    missed.set(gathering, (missed.get(gathering) ?? 0) + halfHours - attended);
  }
  return [...missed].map(([gathering, halfHours]) => ({ gathering, halfHours }));
};

/** Where a student of the class stands. */
export const studentStandings = (
  classId: string,
  plan: ClassPlan,
  { studentNo, sessions, requirements }: StudentSessions,
  student: StudentEnrolled['data'] | undefined,
): StudentStandings => {
  const standings = requirements.map((requirement) => ({
    ...standingOf(sessions, requirement),
    minAttendance: requirement.minAttendance,
  }));
  return {
    classId,
    studentNo,
    ...(student && { personId: student.personId }),
    ...(student?.courseClassId !== undefined && { courseClassId: student.courseClassId }),
    status: gravest(standings.map(({ status }) => status)),
    standings,
    sessions: {
      total: sessions.length,
      attended: sessions.filter(({ attended }) => attended > 0).length,
      open: sessions.filter(({ state }) => state === 'open').length,
    },
    missed: missedOf(plan, sessions),
  };
};
