import type { StatedLine, Statement } from '@kull/certificates/contracts';
import type { HalfHours, Instant } from '@kull/kernel';

/** A version of a certificate with a document. */
export interface IssuedVersion {
  readonly kind: 'issued';
  readonly version: number;
  readonly at: Instant;
  readonly sha256: string;
  readonly statement: Statement;
  /** Absent: the first. */
  readonly reasonCode?: string;
}

/** The version that says that the certificate no longer holds. */
export interface RevokedVersion {
  readonly kind: 'revoked';
  readonly version: number;
  readonly at: Instant;
  readonly reasonCode: string;
  readonly attendedHalfHours: HalfHours;
  readonly assessmentPassed?: boolean;
}

export type CertificateVersion = IssuedVersion | RevokedVersion;

/** A certificate with all its versions in order; the first always has a document. */
export interface DeliverableCertificate {
  readonly number: string;
  /** Which of the student's certificates for the class it is, from 1. */
  readonly ordinal: number;
  readonly versions: readonly CertificateVersion[];
}

export type RecordAction = 'ADD' | 'CORRECT' | 'REVOKE';

/** One line that is owed to the receiver. */
export interface DueLine {
  readonly action: RecordAction;
  readonly number: string;
  readonly ordinal: number;
  readonly version: number;
  /** When this version was issued or revoked. */
  readonly at: Instant;
  /** What the line says of holder and course: a REVOKE repeats what was delivered. */
  readonly statement: Statement;
  readonly line: StatedLine;
  readonly attendedHalfHours: HalfHours;
  readonly assessmentPassed?: boolean;
  /** SHA-256 of the last document issued. */
  readonly sha256: string;
  /** Absent on an ADD. */
  readonly reasonCode?: string;
}
