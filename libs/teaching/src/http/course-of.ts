import { type HalfHours, parseHours, parseInstant, parseShare, type Share } from '@kull/kernel';
import type { z } from 'zod';
import type { CourseApproval, Session } from '../domain/class-plan';
import type { courseApproval, session } from './course-parts.dto';

const halfHoursOf = (hours: number): HalfHours => parseHours(String(hours))!;

export const shareOf = (value: number): Share => parseShare(value)!;

/** The session that a checked document describes. */
export const sessionOf = <Document extends z.output<typeof session>>({
  hours,
  startsAt,
  ...said
}: Document): Omit<Document, 'hours' | 'startsAt'> & Pick<Session, 'startsAt' | 'halfHours'> => ({
  ...said,
  startsAt: parseInstant(startsAt)!,
  halfHours: halfHoursOf(hours),
});

/** The course approval that a checked document describes. */
export const courseApprovalOf = ({
  id: approvalId,
  minAttendance,
  creditLines,
  ...said
}: z.output<typeof courseApproval>): CourseApproval => ({
  ...said,
  approvalId,
  minAttendance: shareOf(minAttendance),
  creditLines: creditLines.map(({ approvedHours, ...line }) => ({
    ...line,
    approvedHalfHours: halfHoursOf(approvedHours),
  })),
});
