import { addDays, type LocalDate } from './time';

/** Easter Sunday in the Gregorian calendar (the anonymous computus). */
const easterSunday = (year: number): LocalDate => {
  const a = year % 19;
  const b = Math.floor(year / 100);
  const c = year % 100;
  const d = (19 * a + b - Math.floor(b / 4) - Math.floor((b - Math.floor((b + 8) / 25) + 1) / 3) + 15) % 30;
  const e = (32 + 2 * (b % 4) + 2 * Math.floor(c / 4) - d - (c % 4)) % 7;
  const f = d + e - 7 * Math.floor((a + 11 * d + 22 * e) / 451) + 114;
  return `${year}-${String(Math.floor(f / 31)).padStart(2, '0')}-${String((f % 31) + 1).padStart(2, '0')}`;
};

const holidaysOf = (year: number): readonly (readonly [LocalDate, string])[] => {
  const easter = easterSunday(year);
  return [
    [`${year}-01-01`, 'NEW_YEARS_DAY'],
    [addDays(easter, -3), 'MAUNDY_THURSDAY'],
    [addDays(easter, -2), 'GOOD_FRIDAY'],
    [easter, 'EASTER_SUNDAY'],
    [addDays(easter, 1), 'EASTER_MONDAY'],
    [`${year}-05-01`, 'LABOUR_DAY'],
    [`${year}-05-17`, 'CONSTITUTION_DAY'],
    [addDays(easter, 39), 'ASCENSION_DAY'],
    [addDays(easter, 49), 'WHIT_SUNDAY'],
    [addDays(easter, 50), 'WHIT_MONDAY'],
    [`${year}-12-25`, 'CHRISTMAS_DAY'],
    [`${year}-12-26`, 'BOXING_DAY'],
  ];
};

/** The twelve public holidays of Norway in a year (domain.md 6). 24 and 31 December are none. */
export const publicHolidays = (year: number): ReadonlyMap<LocalDate, string> => new Map(holidaysOf(year));

/** All that a day is: 17 May 2027 is Constitution Day and Whit Monday. */
export const holidaysOn = (day: LocalDate): readonly string[] =>
  holidaysOf(Number(day.slice(0, 4))).flatMap(([on, name]) => (on === day ? [name] : []));

/** Monday to Friday and no public holiday. */
export const isWorkingDay = (date: LocalDate): boolean => {
  const weekday = new Date(`${date}T00:00:00Z`).getUTCDay();
  return weekday !== 0 && weekday !== 6 && !publicHolidays(Number(date.slice(0, 4))).has(date);
};

/** The last day of a deadline counted in whole weeks: the same weekday, moved on to the next working day (I-18). */
export const deadlineInWeeks = (from: LocalDate, weeks: number): LocalDate => {
  let day = addDays(from, weeks * 7);
  while (!isWorkingDay(day)) day = addDays(day, 1);
  return day;
};
