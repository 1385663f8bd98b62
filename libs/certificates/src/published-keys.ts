import type { JWK } from 'jose';

/** A public key of this installation, for whoever checks what it has signed. */
export interface PublishedKey {
  /** `certificate`: signs documents (X.509). `certificate-code`: signs QR codes and manifests of certificates (Ed25519). */
  readonly use: 'certificate' | 'certificate-code';
  /** `certificate`: SHA-256 of the certificate, hex. `certificate-code`: RFC 7638 thumbprint. */
  readonly kid: string;
  readonly jwk?: JWK;
  /** The certificate, DER in base64 (RFC 7517, 4.7). */
  readonly x5c?: readonly string[];
  readonly activatedAt?: string;
  readonly revokedAt?: string;
}

/** Says which keys those are. */
export abstract class PublishedKeys {
  abstract all(): readonly PublishedKey[];
}
