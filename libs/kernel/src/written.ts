import type { Language } from './language';
import { type Instant, inOslo, type LocalDate } from './time';

/** The languages in which people are written to. */
export type WrittenLanguage = Language;

const norwegian = 'januar,februar,mars,april,mai,juni,juli,august,september,oktober,november,desember'.split(',');
const english = 'January,February,March,April,May,June,July,August,September,October,November,December'.split(',');

/** Written here: a signed document may not change with the names that a machine happens to know. */
const months: Readonly<Record<WrittenLanguage, readonly string[]>> = { nb: norwegian, nn: norwegian, en: english };

/** `19. juni`, `19 June`. */
export const writtenDayAndMonth = (language: WrittenLanguage, date: LocalDate): string => {
  const [, month, day] = date.split('-').map(Number) as [number, number, number];
  return `${day}${language === 'en' ? '' : '.'} ${months[language][month - 1]!}`;
};

/** `19. juni 2026`, `19 June 2026`. */
export const writtenDay = (language: WrittenLanguage, date: LocalDate): string =>
  `${writtenDayAndMonth(language, date)} ${date.slice(0, 4)}`;

const weekdays: Readonly<Record<WrittenLanguage, readonly string[]>> = {
  nb: ['søndag', 'mandag', 'tirsdag', 'onsdag', 'torsdag', 'fredag', 'lørdag'],
  nn: ['sundag', 'måndag', 'tysdag', 'onsdag', 'torsdag', 'fredag', 'laurdag'],
  en: ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'],
};

/** `fredag`. Nynorsk has names of its own for the days, which not every machine knows (ux.md 0.3). */
export const writtenWeekday = (language: WrittenLanguage, date: LocalDate): string =>
  weekdays[language][new Date(`${date}T00:00:00Z`).getUTCDay()]!;

/** `fredag 8. mai 2026`, as a deadline is told. */
export const writtenDayOfWeek = (language: WrittenLanguage, date: LocalDate): string =>
  `${writtenWeekday(language, date)} ${writtenDay(language, date)}`;

/** `fredag 8. mai 2026 kl. 23:59`, in Oslo. */
export const writtenTime = (language: WrittenLanguage, instant: Instant): string => {
  const { date, time } = inOslo(instant);
  return `${writtenDayOfWeek(language, date)} ${language === 'en' ? 'at' : 'kl.'} ${time.slice(0, 5)}`;
};

/** `971 228 865`, with spaces that no line breaks at. */
export const writtenOrgNumber = (orgNumber: string): string => orgNumber.replace(/(\d{3})(?=\d)/g, '$1\u00a0');
