import { type InLanguages, inLanguage, language } from './texts';

/**
 * Chromium on Debian has no data for nynorsk and would write English (ux.md 0.3): the patterns are bokmål's, and the
 * names of the days are ours.
 */
const LOCALE = language === 'en' ? 'en-GB' : 'nb-NO';

const NYNORSK_DAYS: Readonly<Record<string, string>> = {
  mandag: 'måndag',
  tirsdag: 'tysdag',
  lørdag: 'laurdag',
  søndag: 'sundag',
  'man.': 'mån.',
  'tirs.': 'tys.',
  'lør.': 'laur.',
  'søn.': 'sun.',
};

const written = (options: Intl.DateTimeFormatOptions): ((at: Date) => string) => {
  const format = new Intl.DateTimeFormat(LOCALE, { ...options, timeZone: 'Europe/Oslo' });
  if (language !== 'nn') return (at) => format.format(at);
  return (at) =>
    format
      .formatToParts(at)
      .map(({ type, value }) => (type === 'weekday' ? (NYNORSK_DAYS[value] ?? value) : value))
      .join('');
};

const dayLong = written({ weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' });
const dayShort = written({ weekday: 'short', day: 'numeric', month: 'short' });
const dayPlain = written({ day: '2-digit', month: '2-digit', year: 'numeric' });
const clock = written({ hour: '2-digit', minute: '2-digit' });

/** Noon, so that no zone moves the day. */
const noon = (day: string): Date => new Date(`${day}T12:00:00Z`);

const at: InLanguages<string> = { nb: 'kl.', nn: 'kl.', en: 'at' };

/** `onsdag 24. juni 2026`, of a day `2026-06-24`. */
export const longDay = (day: string): string => dayLong(noon(day));

/** `ons. 24. juni`. */
export const shortDay = (day: string): string => dayShort(noon(day));

/** `24.06.2026`. */
export const plainDay = (day: string): string => dayPlain(noon(day));

const isoDay = new Intl.DateTimeFormat('sv-SE', {
  timeZone: 'Europe/Oslo',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
});

/** The day that an instant falls on in Norway: `2026-06-24`. */
export const dayInOslo = (instant: string): string => isoDay.format(new Date(instant));

/** `09:00`, in Norway, of an instant. */
export const clockTime = (instant: string): string => clock(new Date(instant));

/** `24.06.2026 kl. 09:00`, in Norway. */
export const dayAndTime = (instant: string): string => {
  const then = new Date(instant);
  return `${dayPlain(then)} ${inLanguage(at)} ${clock(then)}`;
};

const numbers = new Intl.NumberFormat(LOCALE, { maximumFractionDigits: 2 });

/** `1 296` or `58,5`. */
export const number = (value: number): string => numbers.format(value);

/** `92 %`, of a share between 0 and 1. */
export const percent = (share: number): string => `${numbers.format(Math.round(share * 100))}\u00a0%`;

const collator = new Intl.Collator('nb');

/** In the order of the Norwegian alphabet: Zakarias, Ærlig, Ørjan, Åse. */
export const byAlphabet = (one: string, other: string): number => collator.compare(one, other);
