import { isCode, isLocalDate } from '@kull/kernel';
import { createZodDto } from 'nestjs-zod';
import { z } from 'zod';

const code = z.string().refine(isCode, 'en kode på 1–64 tegn');
const day = z.string().refine(isLocalDate, 'en dato, ÅÅÅÅ-MM-DD');
const name = z.string().trim().min(1).max(100);

/** A number that somebody is about to enter, and of whom. It stands in the body, never in an address. */
export class NumberCheckBody extends createZodDto(
  z.strictObject({
    number: z.string().trim().min(1).max(20),
    birthDate: day.optional(),
    familyName: name.optional(),
    givenNames: name.optional(),
    /** Whose register counts; absent: HPR's open API. */
    class: z.string().max(64).optional(),
    /** The day on which the authorisation must hold; absent: today. */
    on: day.optional(),
  }),
) {}

/** What was seen of the student's line in HPR, and how. The number is the one that the student has. */
export class VerificationBody extends createZodDto(
  z.strictObject({
    line: z.strictObject({
      familyName: name,
      givenNames: name,
      birthDate: day.optional(),
      profession: code,
      authorisedFrom: day.optional(),
      authorisedTo: day.optional(),
    }),
    evidenceClass: z.enum(['AUTHORISATION_LETTER', 'REGISTER_EXTRACT', 'REGISTER_PHONED', 'OTHER']),
    documentHash: z
      .string()
      .regex(/^[\da-f]{64}$/, 'SHA-256 med små bokstaver')
      .optional(),
    note: z.string().trim().min(1).max(2_000).optional(),
    proposedBy: code.optional(),
  }),
) {}

export class VerificationApprovalBody extends createZodDto(z.strictObject({ approvedBy: code.optional() })) {}
