import type { Sealed } from '@kull/event-store/contracts';
import type { Command, Rejection } from '@kull/kernel';
import type { RevocationReason } from './certificate.events';
import type { CertificateNumber } from './certificate-number';
import type { Awarded, Corrected, Reversed } from './entitlement-fact';

/** Puts on record what is about to be signed. */
export type PrepareCertificate = Command<
  'PrepareCertificate',
  {
    readonly fact: Awarded | Corrected;
    readonly number: CertificateNumber;
    readonly ordinal: number;
    readonly record: Sealed;
    readonly unsignedSha256: string;
  }
>;

/** Issues what was prepared, once it is signed and its document stored. */
export type IssueCertificate = Command<
  'IssueCertificate',
  {
    readonly fact: Awarded | Corrected;
    readonly number: CertificateNumber;
    readonly sha256: string;
    /** Fingerprint of the key that signed the document. */
    readonly signedBy?: string;
  }
>;

/** Revokes the live certificate because the award fell away. */
export type RevokeWithAward = Command<'RevokeWithAward', { readonly fact: Reversed }>;

/** Revokes a certificate by the decision of two administrators. */
export type RevokeCertificate = Command<
  'RevokeCertificate',
  {
    readonly number: CertificateNumber;
    readonly reasonCode: RevocationReason;
    readonly recordedBy: string;
    readonly approvedBy: string;
  }
>;

export type CertificateCommand = PrepareCertificate | IssueCertificate | RevokeWithAward | RevokeCertificate;

/**
 * - `NUMBER_TAKEN`: another certificate has the number; the entitlement's next one is tried.
 * - `OTHER_CERTIFICATE_LIVE`: the person has a live certificate for the class and approval by another way.
 * - `NOT_PREPARED`: nothing may be issued that was not put on record first.
 * - `SECOND_APPROVER_REQUIRED`: one administrator revokes nothing alone.
 * - `CERTIFICATE_NOT_LIVE`: what is revoked, stays revoked.
 */
export type CertificateRejection = Rejection<
  'NUMBER_TAKEN' | 'OTHER_CERTIFICATE_LIVE' | 'NOT_PREPARED' | 'SECOND_APPROVER_REQUIRED' | 'CERTIFICATE_NOT_LIVE'
>;
