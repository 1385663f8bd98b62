import type { AsOf } from '@kull/event-store';
import { addDays, instantInOslo, isLocalDate, parseInstant } from '@kull/kernel';
import { createZodDto } from 'nestjs-zod';
import { z } from 'zod';

/** Which state of a list: as it was known at an instant, as it was true at the end of a day, or as it is now (W31). */
export class AsOfQuery extends createZodDto(
  z.strictObject({
    knownAt: z
      .string()
      .refine((text) => parseInstant(text) !== undefined, 'Et tidspunkt med tidssone, som 2026-09-09T10:00:00Z')
      .optional(),
    validOn: z
      .string()
      .refine((text) => isLocalDate(text), 'En dag, som 2026-09-09')
      .optional(),
  }),
) {}

/** The last millisecond of a day in Norway. */
const endOfDay = (day: string): string => new Date(Date.parse(instantInOslo(addDays(day, 1))) - 1).toISOString();

/** The instants that were asked for; undefined when it is now. */
export const asOfIn = ({ knownAt, validOn }: AsOfQuery): AsOf | undefined =>
  knownAt === undefined && validOn === undefined
    ? undefined
    : {
        ...(knownAt !== undefined && { knownAt: parseInstant(knownAt) }),
        ...(validOn !== undefined && { validOn: endOfDay(validOn) }),
      };
