import type { DomainEvent, Instant } from '@kull/kernel';
import type { PartRequirement } from '@kull/teaching/contracts';

/** How a part comes to be done: the student says so, or a system reports it. */
export type Way = PartRequirement['fulfilledBy'];

/** A part was done: how, when, and who reported it. */
export interface PartFulfilment {
  readonly by: Way;
  readonly at: Instant;
  readonly reportedBy: string;
}

/** A mandatory part of the course is done. */
export type PartFulfilled = DomainEvent<'PartFulfilled', PartFulfilment & { readonly part: string }>;

/** Why a part that was reported as done does not count: a class of reasons, never the reason itself. */
export type WithdrawalReason = 'REPORTED_BY_MISTAKE' | 'NOT_DONE' | 'OTHER';

/** The part counts as not done again. */
export type PartWithdrawn = DomainEvent<
  'PartWithdrawn',
  { readonly part: string; readonly reasonClass: WithdrawalReason; readonly by: string }
>;
