import {
  type Instant,
  inOslo,
  type LocalDate,
  writtenDayAndMonth,
  writtenDayOfWeek,
  writtenTime,
  writtenWeekday,
} from '@kull/kernel';
import type { LetterLanguage } from '@kull/mail/contracts';

const dayAndMonth = (language: LetterLanguage, date: LocalDate): string =>
  `${writtenWeekday(language, date)} ${writtenDayAndMonth(language, date)}`;

/** `fredag 8. mai 2026`. */
export const dayText: (language: LetterLanguage, date: LocalDate) => string = writtenDayOfWeek;

/** `23:59`, in Oslo. */
export const clockText = (instant: Instant): string => inOslo(instant).time.slice(0, 5);

/** `fredag 8. mai 2026 kl. 23:59`, in Oslo. */
export const timeText: (language: LetterLanguage, instant: Instant) => string = writtenTime;

/** `tirsdag 16. februar – fredag 19. februar 2027`; one day when they are the same. */
export const periodText = (language: LetterLanguage, startsOn: LocalDate, endsOn: LocalDate): string =>
  startsOn === endsOn
    ? dayText(language, startsOn)
    : `${startsOn.slice(0, 4) === endsOn.slice(0, 4) ? dayAndMonth(language, startsOn) : dayText(language, startsOn)} – ${dayText(language, endsOn)}`;
