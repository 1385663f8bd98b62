import { createHash } from 'node:crypto';
import { verifyManifest } from '@kull/documents/keys/manifest';
import { z } from 'zod';
import type { TrustedKeys } from './trusted-keys';

/** What is read of a manifest (domain.md 9.1); the signature covers the rest too. */
const manifestForm = z.looseObject({
  batchId: z.string(),
  batchSeq: z.number(),
  createdAt: z.string(),
  recordCount: z.number(),
  dataFile: z.string(),
  sha256: z.string(),
  signature: z.string(),
});

export type DeliveryManifest = z.infer<typeof manifestForm>;

export type CheckedDelivery =
  | { readonly outcome: 'GENUINE'; readonly manifest: DeliveryManifest }
  /** Signed and whole, with a key that was revoked since. */
  | { readonly outcome: 'KEY_REVOKED'; readonly manifest: DeliveryManifest; readonly revokedAt: string }
  | { readonly outcome: 'UNKNOWN_KEY'; readonly kid: string }
  | { readonly outcome: 'ALTERED'; readonly what: 'DATA' | 'MANIFEST' };

/** As it stands, its keys in their order. */
const parsed = (text: string): DeliveryManifest | undefined => {
  try {
    const read: unknown = JSON.parse(text);
    return manifestForm.safeParse(read).success ? (read as DeliveryManifest) : undefined;
  } catch {
    return undefined;
  }
};

const kidOf = (jws: string): string | undefined => {
  try {
    const { kid } = JSON.parse(Buffer.from(jws.split('.')[0]!, 'base64url').toString('utf8')) as { kid?: string };
    return kid;
  } catch {
    return undefined;
  }
};

/** Whether every part is written as it is by whoever signs: some other signs would be read as the same bytes. */
const isAsWritten = (jws: string): boolean =>
  jws.split('.').every((part) => Buffer.from(part, 'base64url').toString('base64url') === part);

/**
 * Checks the two files of a delivery with nothing but themselves and keys: the manifest is to the last byte what was
 * signed, and the rows are those that it was signed for.
 */
export const checkedDelivery = async (
  data: Uint8Array,
  manifestBytes: Uint8Array,
  keys: TrustedKeys,
): Promise<CheckedDelivery> => {
  const altered = { outcome: 'ALTERED', what: 'MANIFEST' } as const;
  const text = Buffer.from(manifestBytes).toString('utf8');
  const manifest = parsed(text);
  if (!manifest || text !== `${JSON.stringify(manifest, null, 2)}\n`) return altered;
  const { signature, ...rest } = manifest;
  if (!isAsWritten(signature)) return altered;
  const kid = kidOf(signature);
  const key = keys.manifests.find((one) => one.kid === kid);
  if (!key) return kid === undefined ? altered : { outcome: 'UNKNOWN_KEY', kid };
  const found = await verifyManifest(signature, key.publicJwk);
  if (!found.valid || JSON.stringify(found.payload) !== JSON.stringify(rest)) return altered;
  if (createHash('sha256').update(data).digest('hex') !== manifest.sha256) return { outcome: 'ALTERED', what: 'DATA' };
  const { revokedAt } = key;
  return revokedAt === undefined ? { outcome: 'GENUINE', manifest } : { outcome: 'KEY_REVOKED', manifest, revokedAt };
};
