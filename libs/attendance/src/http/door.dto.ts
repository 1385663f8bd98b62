import { createZodDto } from 'nestjs-zod';
import { z } from 'zod';

/** Why a door code is revoked. */
export class DoorCodeRevocation extends createZodDto(
  z.strictObject({ reasonClass: z.enum(['LOST', 'MISUSED', 'OTHER']) }),
) {}

/** Which gathering the door is for. Absent: a course of sessions that stand by themselves. */
export class DoorRosterQuery extends createZodDto(
  z.strictObject({ gathering: z.coerce.number().int().min(1).max(99).optional() }),
) {}

/** Codes that one device read, each with an id of the device's own. */
export class DoorScans extends createZodDto(
  z.strictObject({
    device: z.string().regex(/^[\w.:-]{1,64}$/),
    scans: z
      .array(
        z.strictObject({
          id: z.string().max(64),
          session: z.string().max(64),
          /** The text of the QR, whatever it is. */
          code: z.string().max(4000),
          observedAt: z.string().max(40),
        }),
      )
      .min(1)
      .max(500),
  }),
) {}

/** A student's own mark. `session` absent: the one that is running. */
export class OwnCheckIn extends createZodDto(
  z.strictObject({
    id: z.uuid(),
    code: z.string().min(1).max(4000),
    session: z.string().min(1).max(64).optional(),
  }),
) {}
