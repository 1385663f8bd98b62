import { createZodDto } from 'nestjs-zod';
import { z } from 'zod';
import type { VerificationReport } from '../read-models/verification.query';

const question = z.object({
  version: z.coerce.number().int().min(1).max(10_000).optional(),
  sha256: z
    .union([z.literal(''), z.string().regex(/^[0-9a-fA-F]{64}$/)])
    .optional()
    .transform((text) => text || undefined),
  k: z.string().max(40).optional(),
  lang: z.string().max(10).optional(),
});

export class VerificationQuestion extends createZodDto(question) {}
export class TypedNumber extends createZodDto(question.extend({ no: z.string().max(40).default('') })) {}
export class PageQuestion extends createZodDto(question.pick({ lang: true })) {}

/** A form: everything comes as text. */
export class NameForm extends createZodDto(
  z.strictObject({
    name: z.string().max(210),
    day: z.coerce.number().int().min(1).max(31),
    month: z.coerce.number().int().min(1).max(12),
    lang: z.string().max(10).optional(),
  }),
) {}

export interface NameAnswer {
  readonly matches: boolean;
}

/** The example that the API's description shows. */
export const verificationExample: VerificationReport = {
  number: '7Q4K-9M2X-T',
  verification: { answer: 'VALID', version: 2, issuedAt: '2026-07-01T07:00:00.000Z' },
  facts: {
    maskedName: 'K*** T***',
    courseTitle: 'Nettbasert lederutdanning for allmennleger',
    organiserName: 'Handelshøyskolen BI',
    organiserOrgNumber: '971228865',
    approvalId: 'LF-TEST-0001',
    coursePoints: 60,
    completionDate: '2026-06-19',
  },
};
