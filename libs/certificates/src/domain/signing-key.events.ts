import type { DomainEvent, Instant } from '@kull/kernel';

/** What a key signs. Each use has its own ring of keys, and one stream: `signing-keys-<use>`. */
export type SigningUse = 'DOCUMENT' | 'MANIFEST' | 'BADGE' | 'CODE';

/** Why a key may not be trusted for anything new. */
export type KeyRevocationReason = 'COMPROMISED' | 'LOST' | 'SUPERSEDED';

/** From here on this key of the ring signs. The key before it is retired: it verifies for ever, and signs no more. */
export type SigningKeyActivated = DomainEvent<
  'SigningKeyActivated',
  {
    readonly use: SigningUse;
    readonly kid: string;
    /** SHA-256, hex: of the certificate where the key has one, else of the public key (RFC 7638). */
    readonly fingerprint: string;
    readonly at: Instant;
  }
>;

/** Two people withdrew a key. What it signed before stands; what it signs from here on, nobody here signed. */
export type SigningKeyRevoked = DomainEvent<
  'SigningKeyRevoked',
  {
    readonly use: SigningUse;
    readonly kid: string;
    readonly at: Instant;
    readonly reasonCode: KeyRevocationReason;
    /** Somebody else may have had the key from here on; what was signed since then is doubtful. */
    readonly compromisedSince?: Instant;
    readonly recordedBy: string;
    readonly approvedBy: string;
  }
>;

export type SigningKeyEvent = SigningKeyActivated | SigningKeyRevoked;
