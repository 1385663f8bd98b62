import { listQuery } from '@kull/http';
import { parseInstant } from '@kull/kernel';
import { createZodDto } from 'nestjs-zod';
import { z } from 'zod';
import type { SignedVersion } from '../read-models/issued-version.query';
import type { KnownKey } from '../signing-key-rings';

const use = z.enum(['DOCUMENT', 'MANIFEST', 'BADGE', 'CODE']);
const who = z.string().regex(/^\P{Cc}{1,64}$/u);
const instant = z
  .string()
  .refine((text) => parseInstant(text) !== undefined, 'skal være et tidspunkt med forskyvning fra UTC')
  .transform((text) => parseInstant(text)!);

export class ActivationBody extends createZodDto(z.strictObject({ use })) {}

export class KeyRevocationBody extends createZodDto(
  z.strictObject({
    reasonCode: z.enum(['COMPROMISED', 'LOST', 'SUPERSEDED']),
    compromisedSince: instant.optional(),
    /** Who withdraws it; the caller, when it is left out. */
    recordedBy: who.optional(),
    approvedBy: who,
  }),
) {}

export class SignedVersionsQuery extends createZodDto(
  z.strictObject({ ...listQuery.shape, scope: z.enum(['affected', 'all']).default('affected') }),
) {}

const key = z.strictObject({
  use,
  kid: z.string(),
  fingerprint: z.string(),
  state: z.enum(['ACTIVE', 'RETIRED', 'REVOKED']),
  activatedAt: z.string().optional(),
  revokedAt: z.string().optional(),
  reasonCode: z.string().optional(),
  compromisedSince: z.string().optional(),
  /** Versions of certificates that it signed; only of keys that sign certificates. */
  signed: z.int().optional(),
});

export class SigningKeyView extends createZodDto(key) {}
export class SigningKeyList extends createZodDto(z.strictObject({ data: z.array(key) })) {}

const signedVersion = z.strictObject({
  certificateNo: z.string(),
  version: z.int(),
  classId: z.string(),
  studentNo: z.string(),
  issuedAt: z.string(),
  recordedAt: z.string(),
  endedAt: z.string().optional(),
});

export class SignedVersionView extends createZodDto(signedVersion) {}
export class SignedVersionPage extends createZodDto(
  z.strictObject({ data: z.array(signedVersion), nextCursor: z.string().nullable() }),
) {}

export const signingKeyExample: SigningKeyView = {
  use: 'DOCUMENT',
  kid: 'c3'.repeat(32),
  fingerprint: 'c3'.repeat(32),
  state: 'ACTIVE',
  activatedAt: '2026-08-02T08:00:00.000Z',
  signed: 216,
};

export const signedVersionExample: SignedVersionView = {
  certificateNo: '7Q4K-9M2X-T',
  version: 1,
  classId: 'cls_01jx8m2v7k3q5n9r4t6w8y0z2b',
  studentNo: 'S260001',
  issuedAt: '2026-06-19T10:00:00.000Z',
  recordedAt: '2026-08-03T09:12:00.000Z',
};

/** A key as the API shows it: nothing secret. */
export const signingKeyView = (
  { standing, isFirst }: KnownKey,
  counts: ReadonlyMap<string | undefined, number>,
): SigningKeyView => ({
  ...standing,
  ...(standing.use === 'DOCUMENT' && {
    signed: (counts.get(standing.fingerprint) ?? 0) + (isFirst ? (counts.get(undefined) ?? 0) : 0),
  }),
});

export const signedVersionView = ({ seq: _, number, ...rest }: SignedVersion): SignedVersionView => ({
  certificateNo: number,
  ...rest,
});

/** A key as anybody may know it: enough to verify with, and whether it is trusted. */
export const publishedKey = ({ standing, ringKey: { publicPart } }: KnownKey): object => ({
  ...standing,
  ...('jwk' in publicPart ? { jwk: { ...publicPart.jwk, kid: standing.kid } } : { x5c: publicPart.x5c }),
});
