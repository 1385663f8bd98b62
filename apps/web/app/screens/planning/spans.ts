import { addDays } from '@kull/kernel/time';
import { longDay, plainDay } from '../../kit/dates';
import { type InLanguages, inLanguage, language } from '../../kit/texts';
import type { Days } from './gathering-days';

// Month names are the same in nynorsk, and of its days this shows the number only (kit/dates.ts says why that matters).
const format = new Intl.DateTimeFormat(language === 'en' ? 'en-GB' : 'nb-NO', {
  day: 'numeric',
  month: 'short',
  timeZone: 'UTC',
});

/** `7.–10. sep.` */
export const span = ({ startsOn, endsOn }: Days): string => format.formatRange(new Date(startsOn), new Date(endsOn));

const to: InLanguages<string> = { nb: 'til', nn: 'til', en: 'to' };

/** `mandag 7. september 2026 til torsdag 10. september 2026` */
export const longSpan = ({ startsOn, endsOn }: Days): string =>
  startsOn === endsOn ? longDay(startsOn) : `${longDay(startsOn)} ${inLanguage(to)} ${longDay(endsOn)}`;

/** `06.09.2027–25.05.2028`: from the first day of all to the last. */
export const wholeSpan = (all: readonly Days[]): string => {
  const first = all.map(({ startsOn }) => startsOn).sort()[0];
  const last = all
    .map(({ endsOn }) => endsOn)
    .sort()
    .at(-1);
  return first && last ? `${plainDay(first)}–${plainDay(last)}` : '';
};

/** A day that has been typed whole: years are typed digit by digit. */
export const isWholeDay = (day: string): boolean => /^20\d\d-\d\d-\d\d$/.test(day);

/** The same weekday so many weeks later. */
export const weeksLater = (day: string, weeks: number): string => addDays(day, 7 * weeks);
