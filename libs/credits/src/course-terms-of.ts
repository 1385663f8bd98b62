import type { ClassPlan } from '@kull/teaching/contracts';
import type { CourseTerms } from './domain/course-terms';

/** The terms that the plan of a class sets for its students; undefined when no course is planned yet. */
export const courseTermsOf = ({ endsOn, course }: ClassPlan): CourseTerms | undefined => {
  const { assessment } = course?.ectsRule ?? {};
  if (!course?.courseApproval || assessment === undefined || endsOn === undefined) return undefined;
  const { title: _title, deliveryMode: _mode, ...courseApproval } = course.courseApproval;
  return {
    endsOn,
    sessions: course.sessions.map(({ code, halfHours }) => ({ code, halfHours })),
    ectsCredits: course.ectsCredits,
    ectsRule: { ...course.ectsRule, assessment },
    courseApproval,
  };
};
