import { z } from 'zod';

const ledger = z.strictObject({
  status: z.enum(['AWARDED', 'HELD', 'NOT_MET', 'NOT_APPLICABLE']),
  points: z.number(),
  reasons: z.array(z.string()),
});
const ledgerChange = z.strictObject({ before: ledger, after: ledger });
const acting = z.strictObject({
  action: z.enum(['ADD', 'CORRECT', 'REVOKE']),
  version: z.int(),
  points: z.number(),
  reasonCode: z.string().optional(),
});
const nextLine = z.union([acting, z.strictObject({ version: z.int(), keptOut: z.array(z.string()).min(1) })]);
const letter = z.strictObject({
  language: z.enum(['nb', 'nn', 'en']).optional(),
  heading: z.string().optional(),
  notSent: z.string().optional(),
});
const count = z.int().min(0);

/** What `POST /classes/{id}/correction-previews` answers, as a program that follows the description reads it. */
export const correctionPreviewForm = z.strictObject({
  version: z.int(),
  rows: z.array(
    z.strictObject({
      row: z.int().min(1),
      studentNo: z.string(),
      outcome: z.string().regex(/^[A-Z_]+$/),
      message: z.string().regex(/^[A-ZÆØÅ].*\.$/),
      coursePoints: ledgerChange.optional(),
      ectsCredits: ledgerChange.optional(),
      certificates: z.array(
        z.strictObject({
          certificateNo: z.string(),
          change: z.enum(['ISSUED', 'REPLACED', 'REVOKED', 'REISSUED']),
          version: z.int(),
          reasonCode: z.string().optional(),
        }),
      ),
      certificateRefused: z.string().optional(),
      lines: z.array(
        z.strictObject({
          certificateNo: z.string(),
          lineNo: z.int(),
          delivered: acting.omit({ reasonCode: true }).optional(),
          without: nextLine.optional(),
          next: nextLine.optional(),
          waitsUntil: z.iso.datetime().optional(),
        }),
      ),
      letters: z.array(
        z.union([
          letter.extend({
            certificateNo: z.string(),
            version: z.int(),
            subject: z.enum(['CERTIFICATE_ISSUED', 'CERTIFICATE_REPLACED', 'CERTIFICATE_REVOKED']),
          }),
          letter.extend({ award: z.enum(['ectsCredits', 'coursePoints']), subject: z.literal('ATTENDANCE_AT_RISK') }),
        ]),
      ),
    }),
  ),
  totals: z.strictObject({
    rows: count,
    applied: count,
    unchanged: count,
    refused: count,
    certificates: z.strictObject({ issued: count, replaced: count, revoked: count }),
    lines: z.strictObject({ add: count, correct: count, revoke: count, keptOut: count, dropped: count }),
    letters: z.strictObject({ sent: count, notSent: count }),
  }),
});
