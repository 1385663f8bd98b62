import type { ClassPlan } from '@kull/teaching/contracts';
import type { RegisteredApproval } from '../domain/validation';

/** The approval of the class's course, as it was registered with the class; undefined without one. */
export const registeredApproval = ({ course }: ClassPlan): RegisteredApproval | undefined => {
  if (!course?.courseApproval) return undefined;
  const { approvalId, validFrom, validTo, minAttendance, assessmentRequired, creditLines } = course.courseApproval;
  const totalHalfHours = course.sessions.reduce((sum, { halfHours }) => sum + halfHours, 0);
  return { approvalId, validFrom, validTo, minAttendance, assessmentRequired, creditLines, totalHalfHours };
};
