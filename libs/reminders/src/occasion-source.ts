import type { Instant } from '@kull/kernel';
import type { CancelReason, Occasion, OccasionName, Subject } from './domain/occasion';
import type { Plan } from './domain/plan';

/** Either it is still to be told, as the state now is, or why not. */
export type Standing = { readonly stands: Occasion } | { readonly cancelled: CancelReason };

/** Where the occasions of one subject come from. Asks the directories of other contexts; stores nothing. */
export interface OccasionSource {
  readonly subject: Subject;
  /**
   * The occasions of the plan that fall due after `from` and not after `to`, as the state is now: for the tick (what has
   * become due) and for the calendar (what will). A fixed number of queries, whatever there is.
   */
  between(plan: Plan, from: Instant, to: Instant): Promise<readonly Occasion[]>;
  /** Judges occasions again when they are about to be sent. In the order asked. */
  standing(plan: Plan, names: readonly OccasionName[]): Promise<readonly Standing[]>;
}
