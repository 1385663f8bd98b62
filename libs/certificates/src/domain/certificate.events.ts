import type { Sealed } from '@kull/event-store/contracts';
import type { DomainEvent, HalfHours } from '@kull/kernel';
import type { CertificateNumber } from './certificate-number';
import type { Statement } from './statement';

/** Why a correction replaced or revoked a certificate (credits.md 4). */
export type CorrectionReason = 'NAME_CHANGE' | 'ATTENDANCE_RECOUNT' | 'DATA_ERROR' | 'RESULT_CHANGED';

/** Why an administrator, with a second one, may revoke a certificate (credits.md 4). */
export type RevocationReason = 'FRAUD' | 'WRONG_PERSON' | 'APPROVAL_WITHDRAWN' | 'SUBJECT_REQUEST';

/** What a certificate is for: a student, a class, an approval. At most one certificate of it is live. */
export interface Entitlement {
  readonly studentCourseId: string;
  readonly classId: string;
  readonly personId: string;
  readonly approvalId: string;
}

/** The intent (reliability.md D5): under this number and version exactly these bytes are going to be signed. */
export type CertificatePrepared = DomainEvent<
  'CertificatePrepared',
  Entitlement & {
    readonly number: CertificateNumber;
    readonly version: number;
    /** How many numbers the entitlement has used, this one included. */
    readonly ordinal: number;
    /** The version of the student-course stream that it answers. */
    readonly factVersion: number;
    /** The whole content of the document, under the holder's key. */
    readonly record: Sealed;
    /** SHA-256 of the document before it is signed. */
    readonly unsignedSha256: string;
  }
>;

interface IssuedVersion {
  readonly number: CertificateNumber;
  readonly version: number;
  readonly ordinal: number;
  readonly factVersion: number;
  /** SHA-256 of the signed document. */
  readonly sha256: string;
  /** Fingerprint of the key that signed it. Absent: it was issued when there was one key only, the ring's first. */
  readonly signedBy?: string;
  readonly statement: Statement;
}

/** Version 1 was issued, at the instant of the award. */
export type CertificateIssued = DomainEvent<'CertificateIssued', IssuedVersion>;

/** Version n + 1 took the place of version n. */
export type CertificateCorrected = DomainEvent<
  'CertificateCorrected',
  IssuedVersion & { readonly reasonCode: CorrectionReason }
>;

/** The certificate no longer holds. A version without a document; the number is never used again. */
export type CertificateRevoked = DomainEvent<
  'CertificateRevoked',
  Entitlement & {
    readonly number: CertificateNumber;
    readonly version: number;
    readonly ordinal: number;
    /** Absent: an administrator revoked it, and no correction. */
    readonly factVersion?: number;
    readonly reasonCode: CorrectionReason | RevocationReason;
    readonly recordedBy: string;
    readonly approvedBy?: string;
    /** As they were when it was revoked. */
    readonly attendedHalfHours: HalfHours;
    readonly assessmentPassed?: boolean;
  }
>;

export type CertificateEvent = CertificatePrepared | CertificateIssued | CertificateCorrected | CertificateRevoked;
