/** A point in time, UTC, ISO 8601 with milliseconds: `2026-03-31T21:59:59.000Z`. Text order = order in time. */
export type Instant = string;

/** A day in Norway, `2026-03-31`. Text order = order in time. */
export type LocalDate = string;

/**
 * Where the time comes from. The only place that may ask the machine is `systemClock`; what serves people asks the
 * `Clock` that it is given, which may have been moved for a demonstration.
 */
export abstract class Clock {
  abstract now(): Instant;
}

export const systemClock: Clock = { now: () => new Date().toISOString() };

const isoWithOffset = /^(\d{4})-(\d{2})-(\d{2})T(\d{2}):(\d{2}):(\d{2})(\.\d{1,9})?(Z|[+-]\d{2}:\d{2})$/;

/** The instant that an ISO 8601 text with an offset names, or undefined when it names none (selection.md 1, order 4). */
export const parseInstant = (text: string): Instant | undefined => {
  const match = isoWithOffset.exec(text);
  if (!match) return undefined;
  const [, year, month, day, hour, minute, second, , offset] = match;
  if (!isLocalDate(`${year}-${month}-${day}`)) return undefined;
  if (Number(hour) > 23 || Number(minute) > 59 || Number(second) > 59) return undefined;
  if (offset !== 'Z' && (Number(offset!.slice(1, 3)) > 23 || Number(offset!.slice(4)) > 59)) return undefined;
  return new Date(text).toISOString();
};

/** Whether the text is a day that exists, `YYYY-MM-DD`. */
export const isLocalDate = (text: string): text is LocalDate => {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const date = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text);
};

const osloParts = new Intl.DateTimeFormat('en-CA', {
  timeZone: 'Europe/Oslo',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
  hour: '2-digit',
  minute: '2-digit',
  second: '2-digit',
  hourCycle: 'h23',
});

/** Day and time of day in Europe/Oslo: `{ date: '2026-03-31', time: '23:59:59' }`. */
export const inOslo = (instant: Instant): { readonly date: LocalDate; readonly time: string } => {
  const parts = Object.fromEntries(osloParts.formatToParts(new Date(instant)).map(({ type, value }) => [type, value]));
  return {
    date: `${parts.year}-${parts.month}-${parts.day}`,
    time: `${parts.hour}:${parts.minute}:${parts.second}`,
  };
};

/** The day in Europe/Oslo on which the instant lies. */
export const localDateInOslo = (instant: Instant): LocalDate => inOslo(instant).date;

/** The instant of a time of day in Europe/Oslo. A time that the clock change skips is taken one hour later. */
export const instantInOslo = (date: LocalDate, time = '00:00:00'): Instant => {
  const asUtc = new Date(`${date}T${time}Z`).getTime();
  for (const offsetHours of [2, 1]) {
    const candidate = new Date(asUtc - offsetHours * 3_600_000).toISOString();
    const local = inOslo(candidate);
    if (local.date === date && local.time === time) return candidate;
  }
  return new Date(asUtc - 3_600_000).toISOString();
};

/** The day `days` after (before, when negative). */
export const addDays = (date: LocalDate, days: number): LocalDate =>
  new Date(Date.parse(`${date}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);

/** Whole years from the day of birth to the day. Born on 29 February: a year older on 1 March in common years. */
export const ageOn = (birthDate: LocalDate, date: LocalDate): number =>
  Number(date.slice(0, 4)) - Number(birthDate.slice(0, 4)) - (date.slice(5) < birthDate.slice(5) ? 1 : 0);
