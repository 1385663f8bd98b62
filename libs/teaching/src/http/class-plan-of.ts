import type { z } from 'zod';
import type { ClassPlan } from '../domain/class-plan';
import type { courseDocument } from './course-document.dto';
import { courseApprovalOf, sessionOf, shareOf } from './course-of';

/** The plan that a checked `course.json` describes. */
export const classPlanOf = (document: z.output<typeof courseDocument>): ClassPlan => {
  const { sessions, ectsRule, courseApproval, sharingBasis, organiser, recipient } = document;
  const { ectsCredits, ...programme } = document.programme;
  return {
    ...document.class,
    programme,
    course: {
      ectsCredits,
      sessions: sessions.map(sessionOf),
      ectsRule: { ...ectsRule, minAttendance: shareOf(ectsRule.minAttendance) },
      courseApproval: courseApprovalOf(courseApproval),
      sharingBasis,
      organiser,
      recipient,
    },
  };
};
