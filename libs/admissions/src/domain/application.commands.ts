import type { Command, Rejection } from '@kull/kernel';
import type { Answer } from './answers';
import type {
  ApplicationDecided,
  ApplicationSubmitted,
  AssessorDisqualified,
  DisqualificationLifted,
  OfferMade,
  PlaceGivenOnAppeal,
} from './application.events';
import type { Assessment } from './assessments';
import type { Rank } from './ranking';
import type { Verdict } from './ranking-run';
import type { WaitingPosition } from './waiting-lists';

export type SubmitApplication = Command<'SubmitApplication', Omit<ApplicationSubmitted['data'], 'submission'>>;

export type ScoreApplication = Command<'ScoreApplication', { readonly assessments: readonly Assessment[] }>;

export type DisqualifyAssessor = Command<
  'DisqualifyAssessor',
  Pick<AssessorDisqualified['data'], 'assessor' | 'ground' | 'explanation' | 'fingerprint'>
>;

/** `by`: who takes it back. */
export type LiftDisqualification = Command<
  'LiftDisqualification',
  Pick<DisqualificationLifted['data'], 'assessor' | 'reason'> & { readonly by: string }
>;

/** The verdict and the rank that a ranking run came to for the application as submitted under `fingerprint`. */
export type JudgeApplication = Command<
  'JudgeApplication',
  { readonly fingerprint: string; readonly verdict: Verdict; readonly rank?: Rank }
>;

export type MakeOffer = Command<'MakeOffer', OfferMade['data']>;

export type AnswerOffer = Command<'AnswerOffer', Answer & { readonly round: number }>;

/** Keeps an answer that came too late, so that it can be shown to have been late. */
export type RefuseLateAnswer = Command<'RefuseLateAnswer', Answer & { readonly round: number }>;

export type LapseOffer = Command<'LapseOffer', { readonly round: number }>;

export type DecideApplication = Command<
  'DecideApplication',
  ApplicationDecided['data'] & { readonly waiting: readonly WaitingPosition[] }
>;

/** `notBy`: who scored the application or decided it, and so has no part in what comes of its appeal (I-20). */
export type GivePlaceOnAppeal = Command<
  'GivePlaceOnAppeal',
  {
    readonly place: PlaceGivenOnAppeal['data'];
    readonly isUpheld: boolean;
    readonly by: string;
    readonly notBy: readonly string[];
  }
>;

export type ApplicationCommand =
  | SubmitApplication
  | ScoreApplication
  | DisqualifyAssessor
  | LiftDisqualification
  | JudgeApplication
  | MakeOffer
  | AnswerOffer
  | RefuseLateAnswer
  | LapseOffer
  | DecideApplication
  | GivePlaceOnAppeal;

/** Which assessor takes no part in which application. */
export interface AssessorIsDisqualified extends Rejection<'ASSESSOR_DISQUALIFIED'> {
  readonly applicationNo: string;
  readonly assessor: string;
}

/**
 * - `APPLICATION_UNKNOWN`: no application has come in under this number.
 * - `APPLICATION_CHANGED`: another submission counts now than the one that was judged.
 * - `ASSESSOR_DISQUALIFIED`: the assessor is partial, and gives this application no score.
 * - `NOT_DISQUALIFIED`, `OWN_IMPARTIALITY`: nothing to take back, or not by whom it is about.
 * - `OFFERS_MADE`: the application has had offers; it does not change any more.
 * - `NOT_RANKED`: only qualified and ranked applicants get offers (I-04).
 * - `OTHER_OFFER_OPEN`: an applicant has at most one open offer (I-08).
 * - `WISH_NOT_OPEN`: not a wish of theirs, or at or above their limit (I-09).
 * - `NOT_A_VERIFIED_PHYSICIAN`: earmarked places are for verified physicians (I-14).
 * - `NO_FREE_PLACE`, `MUNICIPALITY_CAP_REACHED`: by the counts that the log holds (I-16, I-17).
 * - `OFFER_NOT_MADE`: there was no offer to answer.
 * - `OFFER_ALREADY_ANSWERED`: the offer has had another answer.
 * - `OFFER_LAPSED`: the round was closed before the answer was brought.
 * - `ANSWER_TOO_LATE`: after replyBy (I-10).
 * - `OFFER_OPEN`: not decided while an offer can be answered.
 * - `NOT_DECIDED`, `NOT_UPHELD`: a place outside of the rounds follows from an upheld appeal alone.
 * - `PLACE_HELD`: they have one already.
 * - `OWN_DECISION`: not by who scored or decided the application (I-20).
 */
export type ApplicationRejection =
  | Rejection<
      | 'APPLICATION_UNKNOWN'
      | 'APPLICATION_CHANGED'
      | 'NOT_DISQUALIFIED'
      | 'OWN_IMPARTIALITY'
      | 'OFFERS_MADE'
      | 'NOT_RANKED'
      | 'OTHER_OFFER_OPEN'
      | 'WISH_NOT_OPEN'
      | 'NOT_A_VERIFIED_PHYSICIAN'
      | 'NO_FREE_PLACE'
      | 'MUNICIPALITY_CAP_REACHED'
      | 'OFFER_NOT_MADE'
      | 'OFFER_ALREADY_ANSWERED'
      | 'OFFER_LAPSED'
      | 'OFFER_OPEN'
      | 'NOT_DECIDED'
      | 'NOT_UPHELD'
      | 'PLACE_HELD'
      | 'OWN_DECISION'
    >
  | AssessorIsDisqualified
  | (Rejection<'ANSWER_TOO_LATE'> & { readonly replyBy: string });
