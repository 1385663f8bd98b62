import { createZodDto } from 'nestjs-zod';
import { z } from 'zod';

/** What a mark says is judged mark by mark, so that one that cannot be taken never stops the others. */
const mark = z.strictObject({
  /** Made by the device, a UUID: the same mark sent again is one. */
  id: z.string().max(64),
  session: z.string().max(64),
  studentNo: z.string().max(64),
  presence: z.string().max(16),
  lateHours: z.number().optional(),
  leftEarlyHours: z.number().optional(),
  excuse: z.string().max(16).optional(),
  observedAt: z.string().max(40),
  replaces: z.string().max(64).optional(),
  source: z.string().max(16).optional(),
});

/** Marks that one device sends. */
export class MarkBatch extends createZodDto(
  z.strictObject({
    device: z
      .string()
      .regex(/^[\w.:-]{1,64}$/)
      .optional(),
    /** Who saw the students, when it is not the caller. */
    observedBy: z.string().min(1).max(64).optional(),
    marks: z.array(mark).min(1).max(500),
  }),
) {}
