import type { OfferOutcome } from './answers';
import type { HalfPoints } from './assessments';
import type { Quota } from './quota';
import type { ApplicationStatus, Verdict } from './ranking-run';
import type { SmallestChange } from './smallest-change';
import type { Tier } from './verified-physician';
import type { WaitingPosition } from './waiting-lists';

/** The warning of a qualified applicant who says physician and is not verified (selection.md 3). */
export const hprUnverified = 'HPR_UNVERIFIED';

/** The codes of a decision: all shortcomings, or the warning of a qualified one; sorted. */
export const codesOf = (verdict: Verdict): readonly string[] => {
  switch (verdict.status) {
    case 'SUPERSEDED':
      return [];
    case 'NOT_QUALIFIED':
    case 'NEEDS_MORE':
      return [...verdict.codes].sort();
    case 'QUALIFIED':
      return verdict.hpr === undefined || verdict.hpr === 'VERIFIED' ? [] : [hprUnverified];
  }
};

/** The quotas an application competes in. */
export const quotasOf = (verdict: Verdict): readonly Quota[] => {
  if (verdict.status !== 'QUALIFIED') return [];
  return verdict.tier === undefined ? ['GENERAL'] : ['EARMARKED_PHYSICIAN', 'GENERAL'];
};

/** An offer that was made and what came of it. */
export interface OfferMadeToApplicant {
  readonly round: number;
  readonly class: string;
  readonly wishNo: number;
  readonly quota: Quota;
  readonly outcome?: OfferOutcome;
}

/** A place that is held. */
export interface PlaceHeld {
  readonly class: string;
  readonly wishNo: number;
  readonly quota: Quota;
}

/** How every application ends (selection.md 6). */
export interface ApplicationDecision {
  readonly applicationNo: string;
  readonly status: ApplicationStatus;
  readonly codes: readonly string[];
  readonly score?: HalfPoints;
  readonly lotteryNumber?: string;
  readonly quotas: readonly Quota[];
  readonly verifiedPhysician: boolean;
  readonly tier?: Tier;
  readonly place?: PlaceHeld;
  readonly waiting: readonly WaitingPosition[];
  /** Only for the qualified without a place. Empty where no change of score and no single place would have done. */
  readonly smallestChange?: SmallestChange;
}
