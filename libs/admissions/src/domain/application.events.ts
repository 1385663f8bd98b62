import type { Sealed } from '@kull/event-store/contracts';
import type { DomainEvent, Instant, LocalDate } from '@kull/kernel';
import type { Answer } from './answers';
import type { ApplicationDecision, PlaceHeld } from './application-decision';
import type { ApplicationFacts } from './application-facts';
import type { Assessment } from './assessments';
import type { Shortcoming } from './eligibility';
import type { PartialityGround } from './impartiality';
import type { PlaceUsed } from './places-rules';
import type { Rank } from './ranking';
import type { HprCheck, Tier } from './verified-physician';
import type { WaitingPosition } from './waiting-lists';

interface OfApplication {
  readonly intake: string;
  readonly applicationNo: string;
  readonly personId: string;
}

/** An application was sent; the same number again with other content is the next `submission` (I-03). */
export type ApplicationSubmitted = DomainEvent<
  'ApplicationSubmitted',
  OfApplication & {
    readonly submission: number;
    readonly facts: ApplicationFacts;
    /** Keyed, of the whole row: the same row again changes nothing. */
    readonly fingerprint: string;
    /** An `ApplicationDetails`. */
    readonly details: Sealed;
  }
>;

/** An assessor gave a score, or another one than before. */
export type ApplicationScored = DomainEvent<'ApplicationScored', OfApplication & Assessment>;

/** An assessor is partial to the applicant: from now on they take no part, and what they gave does not count. */
export type AssessorDisqualified = DomainEvent<
  'AssessorDisqualified',
  OfApplication & {
    readonly assessor: string;
    readonly ground: PartialityGround;
    /** In their words, for the office alone. */
    readonly explanation: Sealed;
    /** Keyed, of the explanation: the same again changes nothing. */
    readonly fingerprint: string;
  }
>;

/** The assessor takes part after all, and what they gave before counts again. */
export type DisqualificationLifted = DomainEvent<
  'DisqualificationLifted',
  OfApplication & { readonly assessor: string; readonly reason: Sealed }
>;

/** The same person sent a later application, which counts instead. */
export type ApplicationSuperseded = DomainEvent<'ApplicationSuperseded', OfApplication & { readonly by: string }>;

export type ApplicantNotQualified = DomainEvent<
  'ApplicantNotQualified',
  OfApplication & { readonly codes: readonly Shortcoming[] }
>;

export type ApplicantNeedsMore = DomainEvent<
  'ApplicantNeedsMore',
  OfApplication & { readonly codes: readonly Shortcoming[] }
>;

/** `hpr`: what the register said of somebody who says physician. Only the verified have a tier. */
export type ApplicantQualified = DomainEvent<
  'ApplicantQualified',
  OfApplication & { readonly hpr?: HprCheck; readonly tier?: Tier }
>;

export type ApplicationRanked = DomainEvent<'ApplicationRanked', OfApplication & Pick<Rank, 'score' | 'lotteryNumber'>>;

/** The place that an offer is of, and by what it was counted. */
interface OfOffer extends OfApplication, PlaceUsed {
  readonly offerId: string;
  readonly round: number;
  readonly wishNo: number;
}

export type OfferMade = DomainEvent<'OfferMade', OfOffer & { readonly replyBy: Instant }>;

/** `limit`: the wish number from which nothing can be offered any more (selection.md 5). */
export type OfferAccepted = DomainEvent<
  'OfferAccepted',
  OfOffer & Pick<Answer, 'keepWaiting' | 'answeredAt'> & { readonly limit: number; readonly verifiedPhysician: boolean }
>;

export type OfferDeclined = DomainEvent<
  'OfferDeclined',
  OfOffer & Pick<Answer, 'keepWaiting' | 'answeredAt'> & { readonly limit: number }
>;

export type OfferLapsed = DomainEvent<'OfferLapsed', OfOffer & { readonly limit: number }>;

/** By accepting another one, at the same instant. */
export type HeldPlaceGivenUp = DomainEvent<'HeldPlaceGivenUp', OfApplication & PlaceUsed & { readonly wishNo: number }>;

/** An answer came after the deadline and changed nothing. */
export type LateAnswerRefused = DomainEvent<
  'LateAnswerRefused',
  OfApplication & Answer & { readonly offerId: string; readonly round: number }
>;

export type PlacedOnWaitingList = DomainEvent<
  'PlacedOnWaitingList',
  OfApplication & { readonly positions: readonly WaitingPosition[] }
>;

/** How the application ended, by which rules, and until when that can be appealed (I-18). */
export interface Decided
  extends Omit<ApplicationDecision, 'applicationNo' | 'waiting'>,
    Pick<OfApplication, 'intake' | 'applicationNo' | 'personId'> {
  readonly place?: PlaceHeld;
  readonly ruleSet: number;
  readonly availableOn: LocalDate;
  readonly appealBy: LocalDate;
}

export type ApplicationDecided = DomainEvent<'ApplicationDecided', Decided>;

/** After an upheld appeal, outside of the rounds: the place is held at once, and is within all counts of selection.md 6. */
export type PlaceGivenOnAppeal = DomainEvent<
  'PlaceGivenOnAppeal',
  OfApplication & PlaceUsed & { readonly wishNo: number; readonly on: LocalDate }
>;

export type VerdictEvent = ApplicationSuperseded | ApplicantNotQualified | ApplicantNeedsMore | ApplicantQualified;

export type ApplicationEvent =
  | ApplicationSubmitted
  | ApplicationScored
  | AssessorDisqualified
  | DisqualificationLifted
  | VerdictEvent
  | ApplicationRanked
  | OfferMade
  | OfferAccepted
  | OfferDeclined
  | OfferLapsed
  | HeldPlaceGivenUp
  | LateAnswerRefused
  | PlacedOnWaitingList
  | ApplicationDecided
  | PlaceGivenOnAppeal;

/** The purposes under which what is said about impartiality is sealed. */
export const partialityPurpose = 'AssessorDisqualified.explanation';
export const liftingPurpose = 'DisqualificationLifted.reason';
