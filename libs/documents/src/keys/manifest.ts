import { calculateJwkThumbprint, compactVerify, errors, importJWK, type JWK } from 'jose';
import { type JwsKey, loadOrCreateJwsKey, signJws } from './jws-key';

/** The key that delivery manifests are signed with. */
export type ManifestKey = JwsKey;

/** What a JWS turned out to be. */
export type ManifestVerification =
  | { readonly valid: true; readonly payload: Readonly<Record<string, unknown>> }
  | { readonly valid: false };

/** The manifest key kept in `manifest-key.json` of the folder; made at first use. */
export const loadOrCreateManifestKey = (folder: string): Promise<ManifestKey> =>
  loadOrCreateJwsKey(folder, 'manifest-key.json');

/** The manifest as compact JWS: the same manifest gives the same text for ever. */
export const signManifest = (payload: object, key: ManifestKey): Promise<string> => signJws(payload, key);

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
