import type { JWK } from 'jose';

/** A public key of this installation, for whoever checks what it has signed. */
export interface PublishedKey {
  /** `DOCUMENT`: signs certificates (X.509). `CODE`: signs QR codes and manifests of certificates (Ed25519). */
  readonly use: 'DOCUMENT' | 'CODE';
  /** `DOCUMENT`: SHA-256 of the certificate, hex. `CODE`: RFC 7638 thumbprint. */
  readonly kid: string;
  readonly jwk?: JWK;
  /** The certificate, DER in base64 (RFC 7517, 4.7). */
  readonly x5c?: readonly string[];
  readonly activatedAt?: string;
  readonly revokedAt?: string;
}

/** Says which keys those are. */
export abstract class PublishedKeys {
  abstract all(): Promise<readonly PublishedKey[]>;
}
