import type { Recorded } from '@kull/event-store';
import type { Occasion } from './domain/occasion';
import type { Plan } from './domain/plan';
import type { OccasionSource } from './occasion-source';

/**
 * A source that also hears of what is told at once: a gathering was changed, a certificate issued. Which events those
 * are is said in its `SubjectPart`. What fell due before the plan was switched on, or is not valid any more, is left out
 * by whoever asks: taking in history tells nobody anything.
 */
export interface EventSource extends OccasionSource {
  /** The occasions of the plan's programme that the event makes; none, when it is another programme's. */
  fromEvent(plan: Plan, event: Recorded): Promise<readonly Occasion[]>;
}

export const hearsEvents = (source: OccasionSource): source is EventSource => 'fromEvent' in source;
