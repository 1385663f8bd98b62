import { addDays, instantInOslo, type LocalDate, publicHolidays } from '@kull/kernel';
import type { Session } from './class-plan';
import type { ClassYear } from './cohort-plan';
import { type Gathering, periodOf } from './gathering';
import { nationalGatherings } from './national-programme';
import { isWinterHoliday, mondayOf, usualWinterHolidays, type WinterHolidays } from './winter-holidays';

/** Where in a year of forty weeks the six gatherings lie: three before Christmas, three after. */
const WEEKS_OF_FORTY = [0, 5, 10, 23, 27, 35];

const halves = [
  { letter: 'F', time: '09:00:00' },
  { letter: 'E', time: '13:00:00' },
] as const;

const HALF_DAY = 8;

/** A class meets within two years at the most; the rest of a longer period is left alone. */
const MOST_WEEKS = 104;

/** Half-day sessions from nine and from one o'clock, four hours each: `1-1F` is the morning of the first day. */
const halfDaySessions = (number: number, title: string, monday: LocalDate, days: number): readonly Session[] =>
  Array.from({ length: days }, (_, day) =>
    halves.map(({ letter, time }) => ({
      code: `${number}-${day + 1}${letter}`,
      title,
      startsAt: instantInOslo(addDays(monday, day), time),
      halfHours: HALF_DAY,
      gathering: number,
    })),
  ).flat();

const firstMondayFrom = (day: LocalDate): LocalDate => {
  const monday = mondayOf(Number(day.slice(0, 4)), 1);
  const weeks = Math.ceil((Date.parse(day) - Date.parse(monday)) / 604_800_000);
  return addDays(monday, 7 * weeks);
};

/** Whether all of Monday to Friday of the week are ordinary days of work at the site. */
const isOrdinaryWeek = (monday: LocalDate, site: string, holidays: WinterHolidays): boolean =>
  Array.from({ length: 5 }, (_, i) => addDays(monday, i)).every(
    (day) => !publicHolidays(Number(day.slice(0, 4))).has(day) && !isWinterHoliday(day, site, holidays),
  );

/** The Mondays of a class's period that a gathering can begin on. */
const mondaysFor = ({ site, startsOn, endsOn }: Omit<ClassYear, 'gatherings'>, holidays: WinterHolidays) => {
  const first = firstMondayFrom(startsOn);
  const within = Math.floor((Date.parse(endsOn) - Date.parse(first)) / 604_800_000) + 1;
  const weeks = Math.min(Math.max(0, within), MOST_WEEKS);
  const all = Array.from({ length: weeks }, (_, week) => addDays(first, 7 * week));
  return { first, weeks, free: all.filter((monday) => isOrdinaryWeek(monday, site, holidays)) };
};

/**
 * A first calendar for classes that have none: six gatherings from Monday on, in weeks without holidays, classes of one
 * site in different weeks. Where the period is too short for all of them, the last are left out.
 */
export const withSuggestedCalendar = (
  classes: readonly Omit<ClassYear, 'gatherings'>[],
  holidays: WinterHolidays = usualWinterHolidays,
): readonly ClassYear[] => {
  const taken = new Set<string>();
  const years = classes.map((one) => ({ ...one, ...mondaysFor(one, holidays), gatherings: [] as Gathering[] }));
  for (const [i, { title, days }] of nationalGatherings.entries()) {
    for (const { site, endsOn, first, weeks, free, gatherings } of years) {
      const before = gatherings.at(-1);
      const wanted = addDays(first, 7 * Math.round((WEEKS_OF_FORTY[i]! * weeks) / 40));
      const from = before && periodOf(before).endsOn >= wanted ? addDays(periodOf(before).endsOn, 1) : wanted;
      const monday = free.find(
        (day) => day >= from && addDays(day, days - 1) <= endsOn && !taken.has(`${site}:${day}`),
      );
      if (monday === undefined) continue;
      taken.add(`${site}:${monday}`);
      const number = i + 1;
      gatherings.push({ number, title, venue: site, sessions: halfDaySessions(number, title, monday, days) });
    }
  }
  return classes.map((one, i) => ({ ...one, gatherings: years[i]!.gatherings }));
};
