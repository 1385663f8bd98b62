import type { Instant } from '@kull/kernel';

const MINUTE_MS = 60_000;

/** Patience with a server that does not take a letter now; greylisting ends within minutes, a full mailbox within hours. */
const WAITS_MINUTES = [5, 30, 120, 360] as const;

/** When the attempt after the `attempt`th may be made; the last wait repeats for as long as the letter is valid. */
export const nextAttemptAt = (attempt: number, now: Instant): Instant => {
  const minutes = WAITS_MINUTES[Math.min(attempt, WAITS_MINUTES.length) - 1]!;
  return new Date(Date.parse(now) + minutes * MINUTE_MS).toISOString();
};
