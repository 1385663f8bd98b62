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
