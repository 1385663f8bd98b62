import { type Instant, instantInOslo, type LocalDate } from '@kull/kernel';
import type { Chance } from '../../data/chance';

/** Half past an hour in Oslo. */
export const halfPast = (date: LocalDate, hour: number): Instant =>
  instantInOslo(date, `${String(hour).padStart(2, '0')}:30:00`);

/** At half past some hour in Oslo, by day or by night, but not in the hours that a change of the clock takes. */
export const someTime = (date: LocalDate, chance: Chance): Instant => halfPast(date, (chance.between(0, 19) + 5) % 24);
