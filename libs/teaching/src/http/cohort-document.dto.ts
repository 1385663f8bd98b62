import { createZodDto } from 'nestjs-zod';
import { z } from 'zod';
import {
  capacity,
  code,
  courseApproval,
  endsAfterStart,
  name,
  organisation,
  plannedDay,
  plannedInstant,
  points,
  programme,
  session,
  share,
  sharingBasis,
  unique,
} from './course-parts.dto';

/** Half an hour at least, half a day and night at most: rooms and teachers are claimed by the half hour. */
const lastsReasonably = (value: number): boolean => value >= 0.5 && value <= 12;

export const gatheringSession = z.object({
  ...session.shape,
  startsAt: plannedInstant,
  hours: session.shape.hours.refine(lastsReasonably, 'fra en halv til tolv timer'),
  room: code.optional(),
  teachers: z.array(code).max(20).optional(),
});

/** Where and when a class meets for some days; its number stands in the document or in the address. */
export const gatheringDetails = z.object({
  title: name,
  venue: name,
  sessions: z.array(gatheringSession).min(1).max(100),
});

export const gathering = z.object({ number: z.int().min(1).max(100), ...gatheringDetails.shape });

const requirement = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('ASSESSMENT'),
    code,
    title: name,
    scale: z.enum(['A_TO_F', 'PASSED_FAILED']),
    handInBy: plannedInstant.optional(),
    gradingWeeks: z.int().min(1).max(52),
  }),
  z.object({
    kind: z.literal('PART'),
    code,
    title: name,
    fulfilledBy: z.enum(['STUDENT_DECLARATION', 'LECTURE_WATCHED', 'EVALUATION_ANSWERED']),
    dueOn: plannedDay.optional(),
  }),
]);

const gatheringRule = z
  .object({ count: z.int().min(1).max(100), minDays: z.int().min(1).max(31), maxDays: z.int().min(1).max(31) })
  .refine(({ minDays, maxDays }) => minDays <= maxDays, 'flere dager minst enn mest');

const course = z.object({
  courseCode: code.optional(),
  ectsCredits: points,
  ectsRule: z.object({ minAttendance: share, assessment: code.optional() }),
  requirements: z
    .array(requirement)
    .max(100)
    .refine((all) => unique(all.map((one) => one.code)), 'kravkodene er ikke ulike')
    .optional(),
  gatherings: gatheringRule,
  organiser: organisation,
  courseApproval: courseApproval.optional(),
  sharingBasis: sharingBasis.optional(),
  recipient: organisation.optional(),
});

export const commissionBasis = z.object({
  kind: z.literal('COMMISSION'),
  municipalityCode: z.string().regex(/^\d{4}$/, 'et kommunenummer på fire siffer'),
  commissionedBy: organisation,
});

const basis = z.discriminatedUnion('kind', [z.object({ kind: z.literal('INTAKE') }), commissionBasis]);

/** A class without its gatherings. */
export const classDetails = z.object({ code, site: code, capacity, startsOn: plannedDay, endsOn: plannedDay });

const classYear = z
  .object({ ...classDetails.shape, gatherings: z.array(gathering).max(100) })
  .refine(endsAfterStart, 'slutter før den begynner')
  .refine(({ gatherings }) => unique(gatherings.map(({ number }) => number)), 'samlingsnumrene er ikke ulike');

/** A whole cohort: where it comes from, what it teaches, its classes, and where and when each of them meets. */
export const cohortDocument = z.object({
  cohort: z.object({ code, commissionedPlaces: capacity, basis, copiedFrom: code.optional() }),
  programme,
  course,
  classes: z
    .array(classYear)
    .min(1)
    .max(100)
    .refine((classes) => unique(classes.map((one) => one.code)), 'klassekodene er ikke ulike'),
});

export class CohortDocument extends createZodDto(cohortDocument) {}
