import { createZodDto } from 'nestjs-zod';
import { z } from 'zod';
import { outcomeTexts, pointsTexts } from './points-texts';

const texts = z.strictObject({ nb: z.string(), nn: z.string(), en: z.string() });

const requirement = z.strictObject({
  code: z.string(),
  status: z.enum(['met', 'not_met', 'waiting']),
  evidence: z.array(
    z.strictObject({
      record: z.string(),
      value: z.union([z.string(), z.number()]).optional(),
      who: z.string().optional(),
      at: z.string().optional(),
    }),
  ),
  actor: z.string().optional(),
  dueAt: z.string().optional(),
  action: z.string().optional(),
  text: texts,
});

const coursePoints = z.strictObject({
  /** These two for the organiser's own people: the recipient knows physicians by HPR number (domain.md 9.2). */
  studentCourseId: z.string().optional(),
  studentNo: z.string().optional(),
  classCode: z.string(),
  outcome: z.enum(['POSTED', 'RECEIVED', 'SENT', 'DUE', 'NOT_DUE', 'NOT_AWARDED']),
  text: texts,
  requirements: z.array(requirement),
  warnings: z.array(z.string()),
  /** The first requirement that is not met; null exactly when the points are posted. */
  blocking: requirement.nullable(),
});
export class CoursePointsView extends createZodDto(coursePoints) {}
export class CoursePointsList extends createZodDto(z.strictObject({ data: z.array(coursePoints) })) {}

/** By one of the two. */
export class LookUpBody extends createZodDto(
  z
    .strictObject({
      hprNumber: z
        .string()
        .regex(/^\d{1,9}$/)
        .optional(),
      certificateNumber: z.string().min(1).max(64).optional(),
    })
    .refine(({ hprNumber, certificateNumber }) => (hprNumber === undefined) !== (certificateNumber === undefined), {
      error: 'hprNumber or certificateNumber, one of them',
    }),
) {}

const waiting = {
  code: 'RECEIPT_MISSING',
  status: 'waiting' as const,
  evidence: [{ record: 'BATCH', value: 19, at: '2026-07-08T04:00:00.000Z' }],
  actor: 'ASSOCIATION',
  action: 'SEND_RECEIPT',
  dueAt: '2026-07-22',
};
const waitingInWords = { ...waiting, text: pointsTexts(waiting)! };

export const coursePointsExample: CoursePointsView = {
  studentCourseId: 'stc_3f8h2k6m9q1s4v7x0z2b5d8g1j',
  studentNo: 'S260007',
  classCode: 'NLA-2026V-1',
  outcome: 'SENT',
  text: outcomeTexts.SENT,
  requirements: [waitingInWords],
  warnings: [],
  blocking: waitingInWords,
};
