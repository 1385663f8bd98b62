import { createZodDto } from 'nestjs-zod';
import { z } from 'zod';
import type { Move } from '../domain/moved-gathering';
import { gathering, gatheringDetails } from './cohort-document.dto';
import { gatheringOf } from './cohort-plan-of';
import { plannedDay } from './course-parts.dto';

export class GatheringDocument extends createZodDto(gathering) {}

/** Ten years either way. */
const MOST_DAYS = 3_650;

const move = z
  .strictObject({
    gathering: gatheringDetails.optional(),
    days: z.int().min(-MOST_DAYS).max(MOST_DAYS).optional(),
    startsOn: plannedDay.optional(),
  })
  .refine((said) => Object.keys(said).length === 1, 'gathering, days eller startsOn: ett av dem');

/** How a gathering is to be moved: as it shall stand, by so many days, or so that it begins on a day. */
export class MoveDocument extends createZodDto(move) {}

/** The move that a checked document asks for. */
export const moveOf = ({ gathering: wanted, days, startsOn }: MoveDocument, number: number): Move => {
  if (wanted) return { gathering: gatheringOf({ number, ...wanted }) };
  return days === undefined ? { startsOn: startsOn! } : { days };
};
