import { createZodDto } from 'nestjs-zod';
import { z } from 'zod';
import type { SaidOfAttendance } from '../commands/change-attendance';
import { changeReasons, excuseCodes, presenceKinds } from '../domain/mark';

const hours = z.number().min(0).max(24).multipleOf(0.5).default(0);

const said = z.strictObject({
  studentNo: z.string().min(1).max(64),
  presence: z.enum(presenceKinds),
  lateHours: hours,
  leftEarlyHours: hours,
  /** Of an excused absence; the category and nothing more. */
  excuse: z.enum(excuseCodes).optional(),
  reasonClass: z.enum(changeReasons),
  /** What somebody wrote about it. Kept sealed under the student's key. */
  reason: z.string().trim().min(1).max(500).optional(),
});

type Said = z.infer<typeof said>;

const fits = ({ presence, lateHours, leftEarlyHours, excuse }: Said): boolean =>
  (presence === 'PRESENT' || lateHours + leftEarlyHours === 0) && (presence === 'EXCUSED' || excuse === undefined);

const mismatch = {
  message: 'Timer hører til den som var til stede, og en fraværsgrunn til gyldig fravær',
  path: ['presence'],
};

/** A change of one student's attendance. */
export class AttendanceChange extends createZodDto(said.refine(fits, mismatch)) {}

/** What is right about marks that disagree. */
export class ConflictSettlement extends createZodDto(
  z.strictObject({ ...said.shape, marks: z.array(z.string().min(1).max(64)).min(1).max(50) }).refine(fits, mismatch),
) {}

/** What was said, in half hours; an excuse that is not named is `OTHER`. */
export const saidIn = ({ lateHours, leftEarlyHours, excuse, reason, ...rest }: Said): SaidOfAttendance => ({
  ...rest,
  lateHalfHours: lateHours * 2,
  leftEarlyHalfHours: leftEarlyHours * 2,
  ...(rest.presence === 'EXCUSED' && { excuse: excuse ?? 'OTHER' }),
  ...(reason !== undefined && { reason }),
});
