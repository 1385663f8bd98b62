import { type CodeKey, type JwsKey, loadOrCreateJwsKey } from '@kull/documents';
import type { Instant } from '@kull/kernel';

/** The keys that QR codes and manifests of certificates are signed with. */
export interface CodeKeys {
  /** The key that something dated then is signed with, whenever it is asked for: the same bytes again. */
  keyFor(dated: Instant): Promise<JwsKey>;
  /** All that codes may have been signed with. */
  all(): Promise<readonly CodeKey[]>;
}

/** One key, kept in `certificate-code-key.json` of the folder; made at first use. */
export const loadOrCreateCodeKeys = async (folder: string): Promise<CodeKeys> => {
  const key = await loadOrCreateJwsKey(folder, 'certificate-code-key.json');
  return { keyFor: async () => key, all: async () => [{ kid: key.kid, publicJwk: key.publicJwk }] };
};
