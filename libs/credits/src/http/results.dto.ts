import { isCode, parseInstant } from '@kull/kernel';
import { createZodDto } from 'nestjs-zod';
import { z } from 'zod';

const code = z.string().refine(isCode, 'en kode på 1–64 tegn');
const instant = z.string().refine((text) => parseInstant(text) !== undefined, 'et tidspunkt med forskyvning fra UTC');

/** Results by name, or every result of an assessment that waits. Who attests: the caller, unless somebody is named. */
export class AttestationBody extends createZodDto(
  z
    .strictObject({
      results: z
        .array(z.strictObject({ studentNo: code, assessment: code }))
        .max(10_000)
        .optional(),
      assessment: code.optional(),
      attestedBy: code.optional(),
      attestedAt: instant.optional(),
    })
    .refine(
      ({ results, assessment }) => (results === undefined) !== (assessment === undefined),
      'enten resultatene ved navn eller én vurdering',
    ),
) {}

export class FulfilmentBody extends createZodDto(
  z.strictObject({
    part: code,
    by: z.enum(['STUDENT_DECLARATION', 'LECTURE_WATCHED', 'EVALUATION_ANSWERED']),
    at: instant.optional(),
    reportedBy: code.optional(),
  }),
) {}

export class WithdrawalBody extends createZodDto(
  z.strictObject({ reasonClass: z.enum(['REPORTED_BY_MISTAKE', 'NOT_DONE', 'OTHER']) }),
) {}

export class ReasonsBody extends createZodDto(
  z.strictObject({ givenBy: code.optional(), givenAt: instant.optional() }),
) {}
