import type { JwsKey } from '@kull/documents';
import type { Instant } from '@kull/kernel';
import type { SigningKeyRings } from './signing-key-rings';

/** The keys that QR codes and manifests of certificates are signed with. */
export interface CodeKeys {
  /** The key that something dated then is signed with, whenever it is asked for: the same bytes again. */
  keyFor(dated: Instant): Promise<JwsKey>;
}

/** Those of the ring. */
export const codeKeysOf = (rings: SigningKeyRings): CodeKeys => ({
  keyFor: async (dated) => (await rings.keyFor('CODE', dated)).key,
});
