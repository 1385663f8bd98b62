import { type LocalDate, localDateInOslo } from '@kull/kernel';
import type { Period, Session } from '@kull/teaching/contracts';

/** Who has ever been a student of a class, and who comes as a guest. */
export interface Roll {
  readonly students: readonly { readonly studentNo: string; readonly periods: readonly Period[] }[];
  readonly guests: readonly { readonly studentNo: string; readonly gathering: number }[];
}

/** Whether the day lies in one of the periods; `until` is the first day outside. */
export const isWithin = (periods: readonly Period[], day: LocalDate): boolean =>
  periods.some(({ from, until }) => (from ?? day) <= day && (until === undefined || day < until));

/**
 * The student numbers that a session's register expects, in order: who is a student of the class on that day, on leave
 * or not, and the guests of its gathering.
 */
export const expectedAt = ({ startsAt, gathering }: Session, { students, guests }: Roll): readonly string[] => {
  const day = localDateInOslo(startsAt);
  const own = students.filter(({ periods }) => isWithin(periods, day));
  const visiting = guests.filter((guest) => guest.gathering === gathering);
  return [...new Set([...own, ...visiting].map(({ studentNo }) => studentNo))].sort();
};
