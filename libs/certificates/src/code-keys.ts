import type { CodeKey, JwsKey } from '@kull/documents';
import { loadOrCreateJwsKey } from '@kull/documents';

/** The keys that QR codes and manifests of certificates are signed with. */
export interface CodeKeys {
  /** The key to sign with now. */
  current(): JwsKey;
  /** All that codes may have been signed with. */
  published(): readonly CodeKey[];
}

/** One key, kept in `certificate-code-key.json` of the folder; made at first use. */
export const loadOrCreateCodeKeys = async (folder: string): Promise<CodeKeys> => {
  const key = await loadOrCreateJwsKey(folder, 'certificate-code-key.json');
  return { current: () => key, published: () => [{ kid: key.kid, publicJwk: key.publicJwk }] };
};
