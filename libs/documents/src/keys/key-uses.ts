import { es256KeyFrom, newEs256Key } from './es256';
import { type JwsKey, jwsKeyFrom, newJwsKey } from './jws-key';
import { type KeyKind, KeyRing, type RingKey } from './key-ring';
import { newSigningKey, type SigningKey, signingKeyFrom } from './signing-key';

/** What a key signs: each use has keys of its own, so that one that is lost spoils no other. */
export interface KeyByUse {
  /** Certificates as PDF: P-256 with a certificate. */
  readonly DOCUMENT: SigningKey;
  /** Manifests of deliveries: Ed25519. */
  readonly MANIFEST: JwsKey;
  /** Open Badges and status lists: P-256, which every receiver of VC-JWT knows. */
  readonly BADGE: JwsKey;
  /** The facts in a certificate's QR code: Ed25519. */
  readonly CODE: JwsKey;
}

export type KeyUse = keyof KeyByUse;

export const keyUses: readonly KeyUse[] = ['DOCUMENT', 'MANIFEST', 'BADGE', 'CODE'];

export type KeyRings = { readonly [Use in KeyUse]: KeyRing<KeyByUse[Use]> };

const ofJws = (key: JwsKey): RingKey<JwsKey> => ({
  kid: key.kid,
  fingerprint: Buffer.from(key.kid, 'base64url').toString('hex'),
  publicPart: { jwk: key.publicJwk },
  key,
});

const documents: KeyKind<SigningKey> = {
  name: 'signing-key',
  ending: '.pem',
  make: () => newSigningKey(),
  read: async (text) => {
    const key = signingKeyFrom(text);
    const x5c = [Buffer.from(key.certificate).toString('base64')];
    return { kid: key.fingerprint, fingerprint: key.fingerprint, publicPart: { x5c }, key };
  },
};

const ed25519 = (name: string): KeyKind<JwsKey> => ({
  name,
  ending: '.json',
  make: newJwsKey,
  read: async (text) => ofJws(await jwsKeyFrom(text)),
});

const badges: KeyKind<JwsKey> = {
  name: 'badge-key',
  ending: '.json',
  make: newEs256Key,
  read: async (text) => ofJws(await es256KeyFrom(text)),
};

/** The rings of a folder. A folder from before there were rings has the first key of each. */
export const keyRingsIn = (folder: string): KeyRings => ({
  DOCUMENT: new KeyRing(folder, documents),
  MANIFEST: new KeyRing(folder, ed25519('manifest-key')),
  BADGE: new KeyRing(folder, badges),
  CODE: new KeyRing(folder, ed25519('certificate-code-key')),
});
