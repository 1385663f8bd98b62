import { isCode, isLocalDate } from '@kull/kernel';
import { createZodDto } from 'nestjs-zod';
import { z } from 'zod';

export const classId = z.string().min(1).max(64);
export const studentNo = z.string().refine(isCode, 'et studentnummer på 1–64 tegn');
export const day = z.string().refine(isLocalDate, 'en dag, ÅÅÅÅ-MM-DD');

const text = z.string().max(200);
const reason = z.string().trim().max(1_000).optional();
const reasonClass = z.enum(['ILLNESS', 'PARENTAL_LEAVE', 'WORK', 'FAMILY', 'NEW_JOB', 'PROGRAMME_NOT_SUITED', 'OTHER']);

/** Somebody who enters a class late or by invitation; the columns of `participants.csv`, and the first day. */
export class EnrolmentBody extends createZodDto(
  z.strictObject({
    studentNo,
    familyName: z.string().min(1).max(100),
    givenNames: z.string().min(1).max(100),
    nationalId: z.string().regex(/^\d{11}$/, 'elleve sifre'),
    email: text.optional(),
    phone: text.optional(),
    language: z.enum(['nb', 'nn', 'en']).optional(),
    hprNumber: text.optional(),
    participantStatus: z.string().refine(isCode, 'en kode på 1–64 tegn'),
    enteredOn: day,
  }),
) {}

export class TransferBody extends createZodDto(z.strictObject({ to: classId, on: day, reason })) {}

export class TransferUndoBody extends createZodDto(z.strictObject({ reason })) {}

export class LeaveBody extends createZodDto(z.strictObject({ from: day, until: day.optional(), reasonClass })) {}

export class LeaveEndBody extends createZodDto(z.strictObject({ on: day })) {}

export class WithdrawalBody extends createZodDto(z.strictObject({ on: day, reasonClass, reason })) {}

export class StudentPath extends createZodDto(z.object({ studentNo })) {}
