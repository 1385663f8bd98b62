import { attachedFacts } from '@kull/documents/pdf/attachment';
import { type PdfVerification, verifyPdf } from '@kull/documents/pdf/verify';
import { z } from 'zod';
import type { TrustedKeys } from './trusted-keys';

/** What a certificate says, as far as anybody who checks it needs it. */
const stated = z.object({
  certificateNumber: z.string(),
  version: z.number(),
  issuedAt: z.string(),
  holder: z.object({ givenName: z.string(), familyName: z.string() }),
  course: z.object({ title: z.string(), approvalId: z.string(), completedOn: z.string() }),
  organiser: z.object({ name: z.string() }),
  creditLines: z.array(z.object({ points: z.number() })),
  verificationAddress: z.string(),
});

export type Stated = z.infer<typeof stated>;

/** Whose the key is: `known` and `revoked` are of the keys given, `other` is none of them, `unknown`: none were given. */
export type KeyFinding = 'known' | 'revoked' | 'other' | 'unknown';

export interface CheckedDocument {
  readonly genuine: boolean;
  readonly key: KeyFinding;
  readonly revokedAt?: string;
  readonly found: PdfVerification;
  /** Only of an unaltered file. */
  readonly states?: Stated;
}

const keyFinding = (
  fingerprint: string | undefined,
  expected: string | undefined,
  { documents }: TrustedKeys,
): { readonly key: KeyFinding; readonly revokedAt?: string } => {
  if (expected !== undefined) return { key: fingerprint === expected ? 'known' : 'other' };
  if (documents.length === 0) return { key: 'unknown' };
  const known = documents.find((one) => one.fingerprint === fingerprint);
  if (!known) return { key: 'other' };
  return known.revokedAt === undefined ? { key: 'known' } : { key: 'revoked', revokedAt: known.revokedAt };
};

/**
 * Checks a file with nothing but itself and keys.
 * @param expected the fingerprint that the issuer made known, hex in lower case
 */
export const checkedDocument = (
  bytes: Uint8Array,
  expected: string | undefined,
  keys: TrustedKeys,
): CheckedDocument => {
  const found = verifyPdf(bytes);
  const finding = keyFinding(found.certificateFingerprint, expected, keys);
  const isStrict = expected !== undefined || keys.isNamed;
  const isTrusted = finding.key === 'known' || (!isStrict && finding.key !== 'revoked');
  const facts = found.unaltered ? stated.safeParse(attachedFacts(bytes)).data : undefined;
  return { genuine: found.unaltered && isTrusted, ...finding, found, ...(facts && { states: facts }) };
};
