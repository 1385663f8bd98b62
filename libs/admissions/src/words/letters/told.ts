import type { Explanation, Instant, LocalDate, Requirement } from '@kull/kernel';
import type { AppealOutcome } from '../../domain/appeal.events';
import type { Quota } from '../../domain/quota';
import type { DecidedOutcome } from './letter-words';

interface Told {
  readonly applicationNo: string;
  readonly intake: string;
  readonly programme: string;
  /** The date of the letter. */
  readonly on: LocalDate;
}

/** A class as letters tell of it. */
export interface PlaceTold {
  readonly class: string;
  readonly site: string;
  readonly startsOn: LocalDate;
}

/** What the letter with an offer is made from. */
export interface OfferTold extends Told {
  readonly kind: 'OFFER';
  readonly place: PlaceTold;
  readonly wishNo: number;
  readonly quota: Quota;
  readonly replyBy: Instant;
  /** The wishes that they would rather have. */
  readonly better: readonly string[];
  /** The class of the place that they hold. */
  readonly held?: string;
  /** How the score came about. Absent: not ranked. */
  readonly ranked?: Requirement;
  /** The last day to appeal, as the intake's dates have it; it may become later. */
  readonly appealBy: LocalDate;
}

/** What the letter with a decision is made from. */
export interface DecisionTold extends Told {
  readonly kind: 'DECISION';
  readonly wishes: readonly string[];
  readonly outcome: DecidedOutcome;
  readonly requirements: Explanation['requirements'];
  readonly place?: PlaceTold;
  readonly ruleSet: number;
  readonly appealBy: LocalDate;
}

/** What the letter about an appeal is made from. */
export interface AppealTold extends Told {
  readonly kind: 'APPEAL_DECISION';
  readonly filedOn: LocalDate;
  readonly outcome: AppealOutcome;
  readonly reasons: string;
}

/** What the letter about a place after an appeal is made from. */
export interface PlaceOnAppealTold extends Told {
  readonly kind: 'PLACE_ON_APPEAL';
  readonly place: PlaceTold;
  readonly ruleSet: number;
}

export type LetterTold = OfferTold | DecisionTold | AppealTold | PlaceOnAppealTold;
