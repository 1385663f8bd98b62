import type { Instant } from '@kull/kernel';
import type { HprLookUpUnanswered } from './hpr.events';

const FIRST_MINUTES = 1;
const LONGEST_MINUTES = 6 * 60;

/**
 * When a register that did not answer is asked again: after a minute, then twice as long each time, six hours at most.
 * One that refuses us is not asked before somebody has mended that and asks.
 */
export const askAgainAt = ({ why, at, attempts }: HprLookUpUnanswered['data']): Instant | undefined => {
  if (why === 'REFUSED') return undefined;
  const minutes = Math.min(FIRST_MINUTES * 2 ** Math.min(attempts - 1, 20), LONGEST_MINUTES);
  return new Date(Date.parse(at) + minutes * 60_000).toISOString();
};
