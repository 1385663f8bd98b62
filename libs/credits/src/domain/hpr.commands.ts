import type { Sealed } from '@kull/event-store/contracts';
import type { Command, Instant } from '@kull/kernel';
import type { HprFinding, Provenance } from './hpr';
import type { HprLookUpUnanswered, HprVerificationProposed } from './hpr.events';

/** Says on evidence what the register has under the student's number; a second person has to approve. */
export type ProposeHprVerification = Command<
  'ProposeHprVerification',
  HprVerificationProposed['data'] & {
    /** The holder that the line was compared with, and what came of it. */
    readonly from: Sealed;
    readonly hpr: HprFinding;
  }
>;

/** Agrees, as another person than the one who proposed. From then on it counts as the register's answer. */
export type ApproveHprVerification = Command<
  'ApproveHprVerification',
  {
    readonly verificationId: string;
    readonly approvedBy: string;
    readonly from: Sealed;
    readonly hpr: HprFinding;
    readonly at: Instant;
  }
>;

/** Judges held course points again by what a look-up found now. Whatever is not held is left as it is. */
export type ReleaseHold = Command<
  'ReleaseHold',
  {
    readonly hpr: HprFinding;
    /** Absent: the class's register file, at `at`. */
    readonly lookedUp?: Provenance;
    readonly at: Instant;
  }
>;

/** Puts on record that the register gave no answer about a student who waits for one. */
export type RecordUnansweredLookUp = Command<'RecordUnansweredLookUp', Pick<HprLookUpUnanswered['data'], 'why' | 'at'>>;

export type HprCommand = ProposeHprVerification | ApproveHprVerification | ReleaseHold | RecordUnansweredLookUp;

/**
 * - `HPR_NOT_ASKED_FOR`: no physician, or no course points to give: nobody is looked up.
 * - `HPR_MISSING`: there is no number to verify. `HPR_ALREADY_VERIFIED`: course points stand on it.
 * - `VERIFICATION_NOT_PROPOSED`: no such proposal, or another one has taken its place.
 * - `HPR_NUMBER_CHANGED`: the student has another number than the one it is about.
 */
export type HprRejectionCode =
  | 'HPR_NOT_ASKED_FOR'
  | 'HPR_MISSING'
  | 'HPR_ALREADY_VERIFIED'
  | 'VERIFICATION_NOT_PROPOSED'
  | 'HPR_NUMBER_CHANGED';
