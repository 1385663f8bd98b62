/** A public key as RFC 7517 writes it: elliptic curve, RSA or Ed25519. */
export interface PublicKey {
  readonly kid: string;
  readonly kty: 'EC' | 'RSA' | 'OKP';
  readonly alg: 'ES256' | 'PS256' | 'EdDSA';
  readonly crv?: 'P-256' | 'Ed25519';
  readonly x?: string;
  readonly y?: string;
  readonly n?: string;
  readonly e?: string;
}

/** Characters of base64url for so many bytes. */
const lengthOf = (bytes: number): number => Math.ceil((bytes * 4) / 3);

const RSA_BYTES = 256;

/** Whether its parts are those of its kind: P-256 with both coordinates, Ed25519 with one, RSA of 2048 bits or more. */
const isWhole = ({ kty, alg, crv, x, y, n, e }: PublicKey): boolean => {
  switch (kty) {
    case 'EC':
      return alg === 'ES256' && crv === 'P-256' && x?.length === lengthOf(32) && y?.length === lengthOf(32) && !n && !e;
    case 'OKP':
      return alg === 'EdDSA' && crv === 'Ed25519' && x?.length === lengthOf(32) && !y && !n && !e;
    case 'RSA':
      return alg === 'PS256' && !crv && !x && !y && (n?.length ?? 0) >= lengthOf(RSA_BYTES) && Boolean(e);
  }
};

/** Whether these are keys that a client may log in with: whole, and each with a name of its own. */
export const areUsableKeys = (keys: readonly PublicKey[]): boolean =>
  keys.length > 0 && keys.every(isWhole) && new Set(keys.map(({ kid }) => kid)).size === keys.length;
