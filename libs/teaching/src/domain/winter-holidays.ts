import { addDays, type LocalDate } from '@kull/kernel';
import type { Site } from './class-plan';

/** In which week of the year (ISO 8601) the schools at a site have winter holidays. Counties decide it, so it is data. */
export interface WinterHolidays {
  readonly bySite: Readonly<Record<Site, number>>;
  /** The week at every site that is not named. */
  readonly elsewhere: number;
}

/** Oslo, Akershus and Trøndelag have week 8, the rest of the country week 9 unless somebody says otherwise. */
export const usualWinterHolidays: WinterHolidays = {
  bySite: { OSLO: 8, AKERSHUS: 8, TRONDHEIM: 8, TRØNDELAG: 8 },
  elsewhere: 9,
};

/** Monday of a week of the year; week 1 is the one that holds 4 January. */
export const mondayOf = (year: number, week: number): LocalDate => {
  const fourth = `${year}-01-04`;
  const weekday = (new Date(`${fourth}T00:00:00Z`).getUTCDay() + 6) % 7;
  return addDays(fourth, 7 * (week - 1) - weekday);
};

/** Whether the day lies in the winter holidays of the site, Monday to Friday. */
export const isWinterHoliday = (
  day: LocalDate,
  site: Site,
  { bySite, elsewhere }: WinterHolidays = usualWinterHolidays,
): boolean => {
  const monday = mondayOf(Number(day.slice(0, 4)), bySite[site.toUpperCase()] ?? elsewhere);
  return monday <= day && day <= addDays(monday, 4);
};
