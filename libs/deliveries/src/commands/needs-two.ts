import { lowers } from '../domain/draft';
import { baseOf } from '../domain/feed.state';
import type { FeedPlan } from './feed-planner';

/** Whether two people have to stand behind what is planned: it takes points away, or that is how the feed is set (I-51). */
export const needsTwo = ({ state, prepared }: Pick<FeedPlan, 'state' | 'prepared'>): boolean =>
  state.terms.approval === 'ALWAYS_TWO' || lowers(prepared.lines, (line) => baseOf(state, line)?.points);
