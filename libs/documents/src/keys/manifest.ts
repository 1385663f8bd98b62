import {
  CompactSign,
  calculateJwkThumbprint,
  compactVerify,
  errors,
  exportJWK,
  generateKeyPair,
  importJWK,
  type JWK,
} from 'jose';
import { readOrCreateSecret } from './kept-file';

/** An Ed25519 key for delivery manifests. `privateJwk` is secret: never log it. */
export interface ManifestKey {
  readonly privateJwk: JWK;
  readonly publicJwk: JWK;
  /** RFC 7638 thumbprint of the public key. */
  readonly kid: string;
}

/** What a JWS turned out to be. */
export type ManifestVerification =
  | { readonly valid: true; readonly payload: Readonly<Record<string, unknown>> }
  | { readonly valid: false };

/** The manifest key kept in `manifest-key.json` of the folder; made at first use. Safe when several processes start at once. */
export const loadOrCreateManifestKey = async (folder: string): Promise<ManifestKey> => {
  const kept = await readOrCreateSecret(folder, 'manifest-key.json', async () => {
    const { privateKey } = await generateKeyPair('EdDSA', { crv: 'Ed25519', extractable: true });
    return JSON.stringify(await exportJWK(privateKey));
  });
  const { kty, crv, x, d } = JSON.parse(kept) as JWK;
  const publicJwk: JWK = { kty, crv, x };
  return { privateJwk: { ...publicJwk, d }, publicJwk, kid: await calculateJwkThumbprint(publicJwk) };
};

/** The payload as compact JWS (EdDSA). The same payload, its keys in the same order, gives the same text for ever. */
export const signManifest = async (payload: object, key: ManifestKey): Promise<string> =>
  new CompactSign(new TextEncoder().encode(JSON.stringify(payload)))
    .setProtectedHeader({ alg: 'EdDSA', kid: key.kid })
    .sign(await importJWK(key.privateJwk, 'EdDSA'));

/** The payload, if the key that belongs to `publicJwk` signed it just so. */
export const verifyManifest = async (jws: string, publicJwk: JWK): Promise<ManifestVerification> => {
  try {
    const key = await importJWK(publicJwk, 'EdDSA');
    const { payload, protectedHeader } = await compactVerify(jws, key, { algorithms: ['EdDSA'] });
    if (protectedHeader.kid !== (await calculateJwkThumbprint(publicJwk))) return { valid: false };
    return { valid: true, payload: JSON.parse(new TextDecoder().decode(payload)) };
  } catch (error) {
    if (error instanceof errors.JOSEError) return { valid: false };
    throw error;
  }
};
