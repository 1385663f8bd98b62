import { createZodDto } from 'nestjs-zod';
import { z } from 'zod';
import {
  capacity,
  code,
  courseApproval,
  day,
  endsAfterStart,
  organisation,
  points,
  programme,
  session,
  share,
  sharingBasis,
  unique,
} from './course-parts.dto';

/** `course.json` (credits.md). */
export const courseDocument = z.object({
  class: z
    .object({ code, site: code, capacity, startsOn: day, endsOn: day })
    .refine(endsAfterStart, 'slutter før den begynner'),
  programme: z.object({ ...programme.shape, ectsCredits: points }),
  sharingBasis,
  organiser: organisation,
  recipient: organisation,
  sessions: z
    .array(session)
    .min(1)
    .max(1_000)
    .refine((sessions) => unique(sessions.map((one) => one.code)), 'øktkodene er ikke ulike'),
  ectsRule: z.object({ minAttendance: share, assessment: code }),
  courseApproval,
});

export class CourseDocument extends createZodDto(courseDocument) {}
