import { addDays, type Instant, inOslo, instantInOslo } from '@kull/kernel';
import type { Plan } from './plan';

/** However the steps of a plan lie, its source is asked so often. */
const AT_LEAST_EVERY_MS = 3_600_000;

/**
 * When the source of a plan is to be asked again: at the next time of day of one of its steps, in an hour at the latest.
 * In between nothing falls due, and nobody has to be asked.
 */
export const nextAskingTime = ({ steps }: Pick<Plan, 'steps'>, now: Instant): Instant => {
  const { date } = inOslo(now);
  const times = [date, addDays(date, 1)].flatMap((day) => steps.map(({ at }) => instantInOslo(day, at)));
  const latest = new Date(Date.parse(now) + AT_LEAST_EVERY_MS).toISOString();
  return times.filter((time) => time > now).reduce((first, time) => (time < first ? time : first), latest);
};
