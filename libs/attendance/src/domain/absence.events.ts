import type { DomainEvent, Instant, LocalDate } from '@kull/kernel';
import type { ExcuseCode } from './mark';

/** What an absence was excused on: a document sent in, one that was shown, or the student's word. */
export const excuseBases = ['DOCUMENT_ATTACHED', 'DOCUMENT_SHOWN', 'STATEMENT'] as const;
export type ExcuseBasis = (typeof excuseBases)[number];

/** Why an absence was not excused: a class of reasons. */
export const refusalReasons = ['NO_EVIDENCE', 'EVIDENCE_INSUFFICIENT', 'REASON_NOT_VALID'] as const;
export type RefusalReason = (typeof refusalReasons)[number];

/** What evidence may be. */
export const evidenceTypes = ['application/pdf', 'image/jpeg', 'image/png'] as const;
export type EvidenceType = (typeof evidenceTypes)[number];

/** Which report, of whom, about which sessions of the class. */
interface Told {
  readonly absenceId: string;
  readonly classId: string;
  readonly studentNo: string;
  readonly sessions: readonly string[];
}

/** A student will be, or was, away from sessions of the class, and said so. */
export type AbsenceReported = DomainEvent<
  'AbsenceReported',
  Told & {
    readonly personId: string;
    /** Those that were over when it was said. */
    readonly sessionsOver: readonly string[];
    readonly reasonCode: ExcuseCode;
    readonly reportedBy: string;
    readonly reportedAt: Instant;
    readonly evidenceDueOn: LocalDate;
    readonly answerDueOn: LocalDate;
  }
>;

/** A document was sent in. Its bytes are kept under the person's key; `documentHash` is keyed and tells nothing. */
export type EvidenceAttached = DomainEvent<
  'EvidenceAttached',
  {
    readonly documentHash: string;
    readonly mediaType: EvidenceType;
    readonly attachedBy: string;
    readonly attachedAt: Instant;
  }
>;

/** The document is gone for good; that there was one stays known. */
export type EvidenceDeleted = DomainEvent<
  'EvidenceDeleted',
  { readonly documentHash: string; readonly deletedBy: string }
>;

/** A person found the absence excused. No requirement becomes lower (I-32). */
export type AbsenceExcused = DomainEvent<
  'AbsenceExcused',
  Told & {
    readonly reasonCode: ExcuseCode;
    readonly basis: ExcuseBasis;
    readonly decidedBy: string;
    readonly decidedAt: Instant;
  }
>;

export type AbsenceNotExcused = DomainEvent<
  'AbsenceNotExcused',
  Told & {
    readonly reasonClass: RefusalReason;
    readonly decidedBy: string;
    readonly decidedAt: Instant;
  }
>;

/** The student took the report back before it was decided. */
export type AbsenceWithdrawn = DomainEvent<
  'AbsenceWithdrawn',
  Told & {
    readonly withdrawnBy: string;
    readonly withdrawnAt: Instant;
  }
>;

/** Work was done in place of sessions that were missed: on record and explained, but it counts no hours (I-32). */
export type CompensationApproved = DomainEvent<
  'CompensationApproved',
  {
    readonly sessions: readonly string[];
    readonly taskCode: string;
    readonly approvedBy: string;
    readonly approvedAt: Instant;
  }
>;

export type AbsenceEvent =
  | AbsenceReported
  | EvidenceAttached
  | EvidenceDeleted
  | AbsenceExcused
  | AbsenceNotExcused
  | AbsenceWithdrawn
  | CompensationApproved;
