import { addDays, type Instant, inOslo, instantInOslo, type LocalDate } from '@kull/kernel';
import type { Session } from './class-plan';
import { type Gathering, periodOf } from './gathering';

/** How a gathering is to be moved: as it shall stand; by so many days; or so that it begins on that day. */
export type Move =
  | { readonly gathering: Omit<Gathering, 'number'> }
  | { readonly days: number }
  | { readonly startsOn: LocalDate };

const daysBetween = (from: LocalDate, to: LocalDate): number => (Date.parse(to) - Date.parse(from)) / 86_400_000;

/** The same time of day in Oslo so many days later (earlier, when negative): the clock change is no move. */
export const daysLater = (instant: Instant, days: number): Instant => {
  const { date, time } = inOslo(instant);
  return instantInOslo(addDays(date, days), time);
};

export const sessionsLater = (sessions: readonly Session[], days: number): readonly Session[] =>
  sessions.map((session) => ({ ...session, startsAt: daysLater(session.startsAt, days) }));

/** The gathering as the move would have it. */
export const movedGathering = (there: Gathering, move: Move): Gathering => {
  const { number, title, venue, sessions } = there;
  if ('gathering' in move) return { number, ...move.gathering };
  const days = 'days' in move ? move.days : daysBetween(periodOf(there).startsOn, move.startsOn);
  return { number, title, venue, sessions: sessionsLater(sessions, days) };
};
