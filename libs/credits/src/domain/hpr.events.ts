import type { Sealed } from '@kull/event-store/contracts';
import type { DomainEvent, Instant } from '@kull/kernel';
import type { HprFinding, HprReason, HprSource, Unanswered } from './hpr';

/** What two people saw when they verified a number without the register. */
export type EvidenceClass = 'AUTHORISATION_LETTER' | 'REGISTER_EXTRACT' | 'REGISTER_PHONED' | 'OTHER';

/** The two people behind a manual verification. */
export interface VerifiedBy {
  readonly verificationId: string;
  readonly proposedBy: string;
  readonly approvedBy: string;
}

interface LookedUp {
  readonly finding: HprFinding;
  readonly verifiedAt: Instant;
  /** Absent: the register file of the class. */
  readonly source?: Exclude<HprSource, 'FILE'>;
  /** When it is the approval of a manual verification. */
  readonly verification?: VerifiedBy;
}

/** The HPR number is that of a physician who was authorised on the completion date. */
export type HprVerified = DomainEvent<'HprVerified', LookedUp>;

export type HprVerificationFailed = DomainEvent<
  'HprVerificationFailed',
  LookedUp & { readonly reasons: readonly HprReason[] }
>;

/** Somebody says what the register has under the student's number, on evidence. It counts when a second one agrees. */
export type HprVerificationProposed = DomainEvent<
  'HprVerificationProposed',
  {
    readonly verificationId: string;
    readonly evidenceClass: EvidenceClass;
    /** Of the document that was seen, SHA-256. */
    readonly documentHash?: string;
    readonly note?: Sealed;
    /** The line as the register has it, with number and names. */
    readonly entry: Sealed;
    readonly proposedBy: string;
    readonly proposedAt: Instant;
  }
>;

/** The register was asked and did not answer: nothing is judged, and it is asked again. */
export type HprLookUpUnanswered = DomainEvent<
  'HprLookUpUnanswered',
  {
    readonly why: Unanswered;
    readonly at: Instant;
    /** How many times on end. */
    readonly attempts: number;
  }
>;

export type HprEvent = HprVerified | HprVerificationFailed | HprVerificationProposed | HprLookUpUnanswered;
