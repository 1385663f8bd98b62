import { type HalfHours, parseHours, parseInstant, parseShare, type Share } from '@kull/kernel';
import type { z } from 'zod';
import type { ClassPlan } from '../domain/class-plan';
import type { courseDocument } from './course-document.dto';

const halfHoursOf = (hours: number): HalfHours => parseHours(String(hours))!;
const shareOf = (value: number): Share => parseShare(value)!;

/** The plan that a checked `course.json` describes. */
export const classPlanOf = (document: z.output<typeof courseDocument>): ClassPlan => {
  const { programme, sessions, ectsRule, courseApproval, sharingBasis, organiser, recipient } = document;
  const { ectsCredits, code, title, level, mode } = programme;
  const { id: approvalId, minAttendance, creditLines, ...approval } = courseApproval;
  return {
    ...document.class,
    programme: { code, title, ...(level !== undefined && { level }), ...(mode !== undefined && { mode }) },
    course: {
      ectsCredits,
      sessions: sessions.map(({ hours, startsAt, ...session }) => ({
        ...session,
        startsAt: parseInstant(startsAt)!,
        halfHours: halfHoursOf(hours),
      })),
      ectsRule: { ...ectsRule, minAttendance: shareOf(ectsRule.minAttendance) },
      courseApproval: {
        ...approval,
        approvalId,
        minAttendance: shareOf(minAttendance),
        creditLines: creditLines.map(({ approvedHours, ...line }) => ({
          ...line,
          approvedHalfHours: halfHoursOf(approvedHours),
        })),
      },
      sharingBasis,
      organiser,
      recipient,
    },
  };
};
