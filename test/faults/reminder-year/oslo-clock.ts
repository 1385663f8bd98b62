import type { Instant, LocalDate } from '@kull/kernel';

const format = new Intl.DateTimeFormat('sv-SE', {
  timeZone: 'Europe/Oslo',
  dateStyle: 'short',
  timeStyle: 'medium',
  hourCycle: 'h23',
});

/** What a clock on a wall in Oslo shows: by the calendar of the machine, not by the service's own. */
export const onTheWall = (at: Instant | number): { readonly date: LocalDate; readonly hour: number } => {
  const [date, time] = format.format(typeof at === 'number' ? at : Date.parse(at)).split(' ');
  return { date: date!, hour: Number(time!.slice(0, 2)) };
};

/** So many days on, by counting them. */
export const daysOn = (date: LocalDate, days: number): LocalDate =>
  new Date(Date.parse(`${date}T12:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);

const HOUR = 3_600_000;

/** Mail is sent from seven to nine in the evening. */
export const peopleSleep = (at: number): boolean => {
  const { hour } = onTheWall(at);
  return hour < 7 || hour >= 21;
};

/** The first full hour from then on at which nobody sleeps. */
export const whenAwake = (at: number): number => {
  let hour = at;
  while (peopleSleep(hour)) hour = Math.floor(hour / HOUR) * HOUR + HOUR;
  return hour;
};

/** When collected letters go that are due then: at nine, when nobody sleeps. */
export const nextNine = (at: number): number => {
  let hour = whenAwake(at);
  while (onTheWall(hour).hour !== 9 || hour % HOUR !== 0) hour = Math.floor(hour / HOUR) * HOUR + HOUR;
  return hour;
};
