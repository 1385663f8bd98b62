import type { Sealed } from '@kull/event-store/contracts';
import type { CertificateNumber } from './certificate-number';
import type { Statement } from './statement';

/** A certificate that holds. */
export interface LiveCertificate {
  readonly status: 'live';
  readonly number: CertificateNumber;
  readonly version: number;
  readonly ordinal: number;
  readonly statement: Statement;
}

/** What the entitlement's latest certificate is. */
export type LatestCertificate =
  | { readonly status: 'none' }
  | LiveCertificate
  | { readonly status: 'revoked'; readonly number: CertificateNumber; readonly version: number };

/** What was put on record and is not issued yet. */
export interface PreparedVersion {
  readonly number: CertificateNumber;
  readonly version: number;
  readonly ordinal: number;
  readonly factVersion: number;
  readonly record: Sealed;
  readonly unsignedSha256: string;
}

/** All certificates of one entitlement: at most the latest is live. */
export interface Certificates {
  readonly latest: LatestCertificate;
  /** Numbers used so far, whether or not their certificate was issued. */
  readonly ordinal: number;
  /** Version of the student-course stream up to which facts are handled; 0 at first. */
  readonly settledTo: number;
  readonly prepared?: PreparedVersion;
}

export const noCertificates: Certificates = { latest: { status: 'none' }, ordinal: 0, settledTo: 0 };
