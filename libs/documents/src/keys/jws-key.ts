import { CompactSign, calculateJwkThumbprint, exportJWK, generateKeyPair, importJWK, type JWK } from 'jose';
import { readOrCreateSecret } from './kept-file';

/** A key that signs JSON: Ed25519, or P-256 where receivers know nothing else. `privateJwk` is secret: never log it. */
export interface JwsKey {
  readonly privateJwk: JWK;
  readonly publicJwk: JWK;
  /** RFC 7638 thumbprint of the public key. */
  readonly kid: string;
}

/** The text of a new Ed25519 key, as its file holds it. */
export const newJwsKey = async (): Promise<string> => {
  const { privateKey } = await generateKeyPair('EdDSA', { crv: 'Ed25519', extractable: true });
  return JSON.stringify(await exportJWK(privateKey));
};

/** The Ed25519 key in such a text. */
export const jwsKeyFrom = async (text: string): Promise<JwsKey> => {
  const { kty, crv, x, d } = JSON.parse(text) as JWK;
  const publicJwk: JWK = { kty, crv, x };
  return { privateJwk: { ...publicJwk, d }, publicJwk, kid: await calculateJwkThumbprint(publicJwk) };
};

/** The key kept in the file of that name in the folder; made at first use. Safe when several processes start at once. */
export const loadOrCreateJwsKey = async (folder: string, file: string): Promise<JwsKey> =>
  jwsKeyFrom(await readOrCreateSecret(folder, file, newJwsKey));

/**
 * The payload as compact JWS (EdDSA). The same payload, its keys in the same order, gives the same text for ever.
 * `typ` says what kind of thing was signed, where one key signs several (RFC 8725, 3.11).
 */
export const signJws = async (payload: object, key: JwsKey, typ?: string): Promise<string> =>
  new CompactSign(new TextEncoder().encode(JSON.stringify(payload)))
    .setProtectedHeader({ alg: 'EdDSA', kid: key.kid, ...(typ !== undefined && { typ }) })
    .sign(await importJWK(key.privateJwk, 'EdDSA'));
