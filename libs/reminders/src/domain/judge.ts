import type { Instant } from '@kull/kernel';
import type { Standing } from '../occasion-source';
import type { CancelReason, Occasion } from './occasion';
import type { Channel, Plan } from './plan';
import { afterQuietHours } from './quiet-hours';

/** What is to become of a reminder whose time has come, as the state is now. */
export type Verdict =
  | { readonly send: Occasion }
  | { readonly cancel: CancelReason }
  /** Not before then: it has been moved, or people sleep. */
  | { readonly wait: Instant };

export interface Circumstances {
  readonly dueAt: Instant;
  readonly channel: Channel;
  /** Absent: nobody has set one. */
  readonly plan: Plan | undefined;
  readonly standing: Standing;
  /** Whether the recipient has declined this subject. */
  readonly declined: boolean;
  readonly recipient: 'reachable' | 'no address' | 'forgotten';
  readonly now: Instant;
}

/** Decides at the last moment, so that nothing is told that is no longer so (I-55, peers.md 3 no. 13). */
export const judge = ({ dueAt, channel, plan, standing, declined, recipient, now }: Circumstances): Verdict => {
  if (plan?.onSince === undefined || dueAt < plan.onSince) return { cancel: 'SWITCHED_OFF' };
  if ('cancelled' in standing) return { cancel: standing.cancelled };
  if (recipient === 'forgotten') return { cancel: 'FORGOTTEN' };
  if (declined && plan.mayBeDeclined) return { cancel: 'DECLINED' };
  const occasion = standing.stands;
  if (occasion.dueAt > now) return { wait: afterQuietHours(channel, occasion.dueAt) };
  if (now >= occasion.validUntil) return { cancel: 'TOO_LATE' };
  if (recipient === 'no address') return { cancel: 'NO_ADDRESS' };
  const earliest = afterQuietHours(channel, now);
  return earliest > now ? { wait: earliest } : { send: occasion };
};
