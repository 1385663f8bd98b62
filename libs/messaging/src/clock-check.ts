import type { Tx } from '@kull/event-store';
import { type Clock, systemClock } from '@kull/kernel';

const MOST_SECONDS = 2;

/** Refuses a machine whose clock is off: locks of the queue and times in documents follow it (reliability.md D8, T31). */
export const checkClock = async (db: Tx, clock: Clock = systemClock): Promise<void> => {
  const before = clock.now();
  const [row] = await db.query<{ now: Date }>('select clock_timestamp() as now');
  const after = clock.now();
  const database = row!.now.getTime();
  const off = Math.max(Date.parse(before) - database, database - Date.parse(after));
  if (off > MOST_SECONDS * 1_000) {
    throw new Error(
      `This machine's clock and the database's are ${(off / 1_000).toFixed(1)} s apart; ${MOST_SECONDS} s are allowed`,
    );
  }
};
