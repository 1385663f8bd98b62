import type { KeyByUse, KeyUse, RingKey } from '@kull/documents';
import { type Instant, idOf } from '@kull/kernel';
import type { KeyRevocationReason } from './domain/signing-key.events';

export type {
  CertificateCorrected,
  CertificateEvent,
  CertificateIssued,
  CertificateRevoked,
  CorrectionReason,
  RevocationReason,
} from './domain/certificate.events';
export type { CertificateNumber } from './domain/certificate-number';
export type { KeyRevocationReason, SigningKeyActivated, SigningKeyRevoked } from './domain/signing-key.events';
export type { Organisation, StatedLine, Statement } from './domain/statement';

/** The stream of an entitlement's certificates is `certificate-<id>`; this is the id. */
export const certificateStreamId = (studentCourseId: string, approvalId: string): string =>
  idOf('crt', studentCourseId, approvalId);

/** Bytes that were handed out, or are about to be: kept by their SHA-256 and never changed. */
export abstract class DocumentStore {
  /** Keeps the bytes and answers their SHA-256 (hex). The same bytes again change nothing. */
  abstract keep(bytes: Uint8Array, contentType: string): Promise<string>;
  /**
   * The bytes with this SHA-256, checked against it.
   * @throws Error when they are not there, or are not what was kept
   */
  abstract read(sha256: string): Promise<{ readonly bytes: Uint8Array; readonly contentType: string }>;
}

/** How a key stands. Retired: it verifies what it signed, and signs no more. */
export interface KeyStanding {
  readonly use: KeyUse;
  readonly kid: string;
  readonly fingerprint: string;
  readonly state: 'ACTIVE' | 'RETIRED' | 'REVOKED';
  readonly activatedAt?: Instant;
  readonly revokedAt?: Instant;
  readonly reasonCode?: KeyRevocationReason;
  /** What was signed since then is doubtful, though the revocation came later. */
  readonly compromisedSince?: Instant;
}

/** The keys that sign. One of each use is active; all others verify what they signed. */
export abstract class SigningKeys {
  /** The key that signs now: asked for at every signature, so that a key is changed while everybody runs. */
  abstract active<Use extends KeyUse>(use: Use): Promise<RingKey<KeyByUse[Use]>>;
  /** All keys of a use, the oldest first: what signatures are verified with. */
  abstract all<Use extends KeyUse>(use: Use): Promise<readonly RingKey<KeyByUse[Use]>[]>;
  /** How the key with this fingerprint (or kid) stands; undefined when it is none of ours. */
  abstract keyStanding(fingerprint: string): Promise<KeyStanding | undefined>;
}
