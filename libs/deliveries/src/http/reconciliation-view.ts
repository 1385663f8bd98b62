import { createZodDto } from 'nestjs-zod';
import { z } from 'zod';
import { buckets } from '../domain/reconciliation';

const codeInWords = z.strictObject({ code: z.string(), means: z.string(), action: z.string() });
const line = z.strictObject({
  studentNo: z.string(),
  studentCourseId: z.string(),
  certificateNo: z.string().nullable(),
  version: z.int().nullable(),
  lineNo: z.int(),
  bucket: z.enum(buckets),
  points: z.number(),
  exportId: z.string().nullable(),
  seq: z.int().nullable(),
  codes: z.array(codeInWords),
  awaitsRepair: z.boolean(),
  deliverBy: z.string(),
  /** null: nothing has to leave any more. */
  daysLeft: z.int().nullable(),
});
const sums = z.strictObject(
  Object.fromEntries(buckets.map((bucket) => [bucket, z.number()])) as Record<(typeof buckets)[number], z.ZodNumber>,
);
const reconciliation = z.strictObject({
  /** Course points in each bucket. */
  sums,
  entitlement: z.number(),
  /** Whether the sums come to the entitlement. */
  addsUp: z.boolean(),
  lines: z.array(line),
});
/** Where every course point of a class is. */
export class ReconciliationView extends createZodDto(reconciliation) {}
