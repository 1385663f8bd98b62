import { addDays, type Instant, inOslo, instantInOslo } from '@kull/kernel';
import type { Plan } from './plan';

const HOUR_MS = 3_600_000;

/**
 * When the source of a plan is to be asked again: at the next time of day of one of its steps, at the next full hour at the
 * latest. In between nothing falls due, and nobody has to be asked. Full hours, and not an hour from now: each asking
 * would otherwise be a little later than the one before.
 */
export const nextAskingTime = ({ steps }: Pick<Plan, 'steps'>, now: Instant): Instant => {
  const { date } = inOslo(now);
  const times = [date, addDays(date, 1)].flatMap((day) => steps.map(({ at }) => instantInOslo(day, at)));
  const latest = new Date((Math.floor(Date.parse(now) / HOUR_MS) + 1) * HOUR_MS).toISOString();
  return times.filter((time) => time > now).reduce((first, time) => (time < first ? time : first), latest);
};
