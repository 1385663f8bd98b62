import { parseInstant } from '@kull/kernel';
import { createZodDto } from 'nestjs-zod';
import { z } from 'zod';
import { callOffReasons } from '../domain/call-off-reason';
import type { Move } from '../domain/moved-gathering';
import type { SessionChange } from '../domain/session-change';
import { gathering, gatheringDetails, gatheringSession } from './cohort-document.dto';
import { gatheringOf } from './cohort-plan-of';
import { sessionOf } from './course-of';
import { code, plannedDay, plannedInstant } from './course-parts.dto';

export class GatheringDocument extends createZodDto(gathering) {}

const reasonClass = z.enum(callOffReasons);

/** Why a gathering is called off. */
export class CancellationDocument extends createZodDto(z.strictObject({ reasonClass })) {}

const where = { startsAt: plannedInstant, room: code.optional(), teachers: gatheringSession.shape.teachers };

const sessionChange = z
  .strictObject({
    add: gatheringSession.omit({ code: true }).strict().optional(),
    move: z.strictObject({ code, ...where }).optional(),
    callOff: z.strictObject({ code, reasonClass }).optional(),
  })
  .refine((said) => Object.keys(said).length === 1, 'add, move eller callOff: ett av dem');

/** What becomes of one session of a gathering. A move says the whole of when and where: a room left out is none. */
export class SessionChangeDocument extends createZodDto(z.strictObject({ change: sessionChange })) {}

/** The change that a checked document asks for. */
export const sessionChangeOf = ({ change }: SessionChangeDocument): SessionChange => {
  const { add, move: moved, callOff } = change;
  if (add) {
    const { code: _, ...session } = sessionOf({ code: '', ...add });
    return { kind: 'ADDED', session };
  }
  if (callOff) return { kind: 'CALLED_OFF', ...callOff };
  const { startsAt, ...said } = moved!;
  return { kind: 'MOVED', session: { ...said, startsAt: parseInstant(startsAt)! } };
};

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
