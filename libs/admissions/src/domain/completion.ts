import { type Allocation, allocateRound } from './allocation';
import { afterRound, type SettledOffer } from './answers';
import { type ApplicationDecision, codesOf, quotasOf } from './application-decision';
import type { HalfPoints } from './assessments';
import { classOfWish, type Field } from './field';
import type { Verdict } from './ranking-run';
import { releaseEarmarked } from './release';
import { smallestChange } from './smallest-change';
import { heldBy, type Standing } from './standing';
import type { Tier } from './verified-physician';
import { type WaitingPosition, waitingLists } from './waiting-lists';

/** An application as it was judged: what its decision is made of besides the rounds. */
export interface ToDecide {
  readonly applicationNo: string;
  readonly verdict: Verdict;
  readonly score?: HalfPoints;
  readonly lotteryNumber?: string;
}

const tierOf = (verdict: Verdict): Tier | undefined => (verdict.status === 'QUALIFIED' ? verdict.tier : undefined);

const nowhere: readonly WaitingPosition[] = [];

/** All rounds as they went: the allocations, for explaining, and where everybody stood afterwards. */
export interface RoundsGone {
  readonly rounds: readonly Allocation[];
  readonly standing: Standing;
}

/** Carries out one step after another from the start; the same offers come out as were made. */
export const replayRounds = (
  field: Field,
  atFirst: Standing,
  rounds: number,
  releaseBeforeRound: number | undefined,
  settled: (round: number, allocation: Allocation) => readonly SettledOffer[],
): RoundsGone => {
  const allocations: Allocation[] = [];
  let standing = atFirst;
  for (let round = 1; round <= rounds; round++) {
    if (round === releaseBeforeRound) standing = releaseEarmarked(field, standing).standing;
    const allocation = allocateRound(field, standing);
    allocations.push(allocation);
    standing = afterRound(standing, settled(round, allocation));
  }
  return { rounds: allocations, standing };
};

/**
 * The decision on every application after the last round, in the order of `judged`. The field's competitors must be
 * the qualified among them, by application number.
 */
export const decideApplications = (
  judged: readonly ToDecide[],
  field: Field,
  { rounds, standing }: RoundsGone,
): readonly ApplicationDecision[] => {
  const competitor = new Map(field.competitors.map(({ applicationNo }, a) => [applicationNo, a]));
  const waiting = waitingLists(field, standing);
  return judged.map(({ applicationNo, verdict, score, lotteryNumber }): ApplicationDecision => {
    const a = competitor.get(applicationNo);
    const held = a === undefined ? undefined : heldBy(standing, a);
    return {
      applicationNo,
      status: verdict.status,
      codes: codesOf(verdict),
      quotas: quotasOf(verdict),
      verifiedPhysician: tierOf(verdict) !== undefined,
      score,
      lotteryNumber,
      tier: tierOf(verdict),
      waiting: a === undefined ? nowhere : waiting[a]!,
      place:
        a === undefined || held === undefined
          ? undefined
          : { class: field.classes[classOfWish(field, a, held.wishNo)]!, wishNo: held.wishNo, quota: held.quota },
      smallestChange: a === undefined || held ? undefined : smallestChange(field, standing, rounds, a),
    };
  });
};
