import type { ClassPlan, CourseApproval } from '@kull/teaching/contracts';
import type { ApprovalTerms, CourseTerms } from './domain/course-terms';

/**
 * The terms that the plan of a class sets for its students; undefined when no course, or none of its sessions, is
 * planned yet. A programme that lists its requirements gives the ectsCredits of its course once per person (I-34); a
 * course folder names no course, and credits.md knows no such reason.
 */
export const courseTermsOf = ({ endsOn, course, programme }: ClassPlan): CourseTerms | undefined => {
  if (!course || endsOn === undefined || course.sessions.length === 0) return undefined;
  const { ectsCredits, ectsRule, requirements } = course;
  const courseCode = course.courseCode ?? (requirements && programme.code);
  return {
    endsOn,
    sessions: course.sessions.map(({ code, halfHours }) => ({ code, halfHours })),
    ectsCredits,
    ...(courseCode !== undefined && { courseCode }),
    ectsRule,
    ...(requirements && { requirements }),
    ...(course.courseApproval && { courseApproval: approvalTermsOf(course.courseApproval) }),
  };
};

const approvalTermsOf = ({ title: _title, deliveryMode: _mode, ...terms }: CourseApproval): ApprovalTerms => terms;
