import { type Allocation, closedFromStart, type Pass, stayedOpen } from './allocation';
import type { HalfPoints } from './assessments';
import { classOfWish, type Field, pairOfWish, wishCount } from './field';
import { scoreToPass } from './orders';
import type { Quota } from './quota';
import type { Standing } from './standing';

/** The lowest score that would have led to an offer, and of what. */
export interface ScoreNeeded {
  readonly score: HalfPoints;
  readonly class: string;
  readonly wishNo: number;
  readonly quota: Quota;
  readonly round: number;
}

/** The class that with one place more would have gone to this applicant in the last round. */
export interface OneMorePlace {
  readonly class: string;
  readonly wishNo: number;
  readonly quota: Quota;
}

/** The smallest change that would have given a place (selection.md 6): either will do where both are named. */
export interface SmallestChange {
  readonly scoreNeeded?: ScoreNeeded;
  readonly oneMorePlace?: OneMorePlace;
}

/** Whether competitor `a` was asked in this pass of the round. */
const wasAsked = (field: Field, { offeredFirst }: Allocation, { quota }: Pass, a: number): boolean =>
  quota === 'GENERAL' ? offeredFirst[a] === 0 : field.competitors[a]!.tier !== undefined;

/** The score that would have put competitor `a` before the one who took the last place, or the last room, in a pass. */
const scoreNeededIn = (field: Field, pass: Pass, a: number, wishNo: number): HalfPoints | undefined => {
  const at = Math.min(pass.filledAt[classOfWish(field, a, wishNo)]!, pass.cappedAt[pairOfWish(field, a, wishNo)]!);
  if (at === closedFromStart || at === stayedOpen) return undefined;
  const rival = field.competitors[pass.order[at]!]!;
  return scoreToPass(field.competitors[a]!, rival, pass.quota === 'EARMARKED_PHYSICIAN');
};

/**
 * The smallest change that would have given competitor `a`, who holds no place, one of the wishes still below the
 * limit. A pass asks everybody in order, so what is free for somebody depends only on those before: the score needed
 * is exact, all else equal. The lowest score over all rounds, quotas and wishes is named; at the same score the better
 * wish. One more place is named where nobody else stood between the applicant and it in the last round.
 */
export const smallestChange = (
  field: Field,
  standing: Standing,
  rounds: readonly Allocation[],
  a: number,
): SmallestChange => {
  let scoreNeeded: ScoreNeeded | undefined;
  let oneMorePlace: OneMorePlace | undefined;
  const last = Math.min(standing.limit[a]! - 1, wishCount(field, a));
  for (let wishNo = 1; wishNo <= last; wishNo++) {
    const c = classOfWish(field, a, wishNo);
    for (let r = 0; r < rounds.length; r++) {
      for (const pass of rounds[r]!.passes) {
        if (!wasAsked(field, rounds[r]!, pass, a)) continue;
        const score = scoreNeededIn(field, pass, a, wishNo);
        if (score !== undefined && (scoreNeeded === undefined || score < scoreNeeded.score)) {
          scoreNeeded = { score, class: field.classes[c]!, wishNo, quota: pass.quota, round: r + 1 };
        }
        if (oneMorePlace === undefined && r === rounds.length - 1 && pass.firstInLine[c] === a) {
          oneMorePlace = { class: field.classes[c]!, wishNo, quota: pass.quota };
        }
      }
    }
  }
  const change: { scoreNeeded?: ScoreNeeded; oneMorePlace?: OneMorePlace } = {};
  if (scoreNeeded) change.scoreNeeded = scoreNeeded;
  if (oneMorePlace) change.oneMorePlace = oneMorePlace;
  return change;
};
