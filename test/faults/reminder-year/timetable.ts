import { addDays, instantInOslo, type LocalDate } from '@kull/kernel';
import type { Gathering } from '@kull/teaching/contracts';
import { gatheringLengths } from './scenario';

/** What each class teaches. */
export const course = {
  ectsCredits: 30,
  ectsRule: { minAttendance: { numerator: 75, denominator: 100 } },
  gatherings: { count: 6, minDays: 3, maxDays: 4 },
  organiser: { name: 'Handelshøyskolen BI', orgNumber: '971228865' },
};

/** The gathering of that number from that day on: mornings from eight, afternoons from one. */
export const gatheringFrom = (number: number, first: LocalDate): Gathering => ({
  number,
  title: `Samling ${number}`,
  venue: 'BI',
  sessions: Array.from({ length: gatheringLengths[number - 1]! }, (_, day) =>
    (['F', 'E'] as const).map((half) => ({
      code: `G${number}D${day + 1}${half}`,
      title: `Samling ${number}, dag ${day + 1}`,
      startsAt: instantInOslo(addDays(first, day), half === 'F' ? '08:00:00' : '13:00:00'),
      halfHours: 8,
      gathering: number,
    })),
  ).flat(),
});
