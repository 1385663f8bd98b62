import { type Allocation, allocateRound } from './allocation';
import { afterRound, type RecordedOffer, settledAsRecorded } from './answers';
import type { Field } from './field';
import { releaseEarmarked } from './release';
import type { Standing } from './standing';

/** One round as it was or, for the first, as it would be. */
export interface RoundSoFar {
  readonly round: number;
  /** Where all stood when its offers were made, released places included. */
  readonly before: Standing;
  readonly allocation: Allocation;
  /** Absent while the round is open. */
  readonly after?: Standing;
}

/** What the log knows of a round: whether it is closed, and its offers. */
export interface RecordedRound {
  readonly round: number;
  readonly isClosed: boolean;
  readonly offers: readonly RecordedOffer[];
}

/**
 * Goes through the rounds that have been made, with the answers as they were given, which leads to the same offers
 * (selection.md 5). Before any has been made, the first as it would be. Only the last may be open.
 */
export const roundsSoFar = (
  field: Field,
  atFirst: Standing,
  recorded: readonly RecordedRound[],
  releaseBeforeRound: number | undefined,
): readonly RoundSoFar[] => {
  const rounds: RoundSoFar[] = [];
  let standing = atFirst;
  const made = recorded.length > 0 ? recorded : [{ round: 1, isClosed: false, offers: [] }];
  for (const { round, isClosed, offers } of made) {
    const before = round === releaseBeforeRound ? releaseEarmarked(field, standing).standing : standing;
    const allocation = allocateRound(field, before);
    if (!isClosed) {
      rounds.push({ round, before, allocation });
      return rounds;
    }
    standing = afterRound(before, settledAsRecorded(field, allocation.offers, offers));
    rounds.push({ round, before, allocation, after: standing });
  }
  return rounds;
};
