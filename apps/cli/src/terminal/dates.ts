import { type Instant, inOslo, type LocalDate } from '@kull/kernel';

const format = (options: Intl.DateTimeFormatOptions): ((day: LocalDate) => string) => {
  const formatter = new Intl.DateTimeFormat('nb-NO', { timeZone: 'UTC', ...options });
  return (day) => formatter.format(new Date(`${day}T00:00:00Z`));
};

const weekday = format({ weekday: 'short' });
const dayAndMonth = format({ day: 'numeric', month: 'long' });
const year = (day: LocalDate): string => day.slice(0, 4);

/** `tir. 16. februar 2027`. */
export const dayText = (day: LocalDate): string => `${weekday(day)} ${dayAndMonth(day)} ${year(day)}`;

/** `16.–19. februar 2027`; `29. september–1. oktober 2026`. */
export const periodText = (from: LocalDate, to: LocalDate): string => {
  if (from === to) return dayText(from);
  const sameMonth = from.slice(0, 7) === to.slice(0, 7);
  const start = sameMonth ? `${Number(from.slice(8))}.` : dayAndMonth(from);
  return `${start}–${dayAndMonth(to)} ${year(to)}`;
};

/** `16.02.2027 kl. 09:00`, in Oslo. */
export const timeText = (instant: Instant): string => {
  const { date, time } = inOslo(instant);
  const [y, m, d] = date.split('-');
  return `${d}.${m}.${y} kl. ${time.slice(0, 5)}`;
};
