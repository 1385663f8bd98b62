import { gunzipSync } from 'node:zlib';
import { verifyEs256 } from '@kull/documents';
import type { Instant } from '@kull/kernel';
import { z } from 'zod';
import type { PublishedKey } from './trusted-keys';

/** What is read of an Open Badge; the signature covers the rest too. */
const badgeForm = z.looseObject({
  type: z.array(z.string()).refine((types) => types.includes('OpenBadgeCredential')),
  name: z.string(),
  issuer: z.looseObject({ name: z.string() }),
  awardedDate: z.string(),
  credentialSubject: z.looseObject({ creditsEarned: z.number() }),
  evidence: z.array(z.looseObject({ name: z.string() })).min(1),
  credentialStatus: z.looseObject({ statusListCredential: z.string(), statusListIndex: z.coerce.number() }),
});

/** What is read of a status list. */
const statusListForm = z.looseObject({
  id: z.string(),
  type: z.array(z.string()).refine((types) => types.includes('BitstringStatusListCredential')),
  validFrom: z.string(),
  validUntil: z.string(),
  credentialSubject: z.looseObject({ encodedList: z.string() }),
});

export type Badge = z.infer<typeof badgeForm>;
export type StatusList = z.infer<typeof statusListForm>;

export type Credential =
  | { readonly kind: 'BADGE'; readonly badge: Badge }
  | { readonly kind: 'STATUS_LIST'; readonly list: StatusList };

export type CheckedCredential =
  | { readonly outcome: 'GENUINE'; readonly credential: Credential }
  /** Signed and whole, with a key that was revoked since. */
  | { readonly outcome: 'KEY_REVOKED'; readonly credential: Credential; readonly revokedAt: string }
  | { readonly outcome: 'UNKNOWN_KEY'; readonly kid: string }
  | { readonly outcome: 'ALTERED' }
  /** No badge and no status list. */
  | { readonly outcome: 'NO_CREDENTIAL' };

const kidForm = z.looseObject({ kid: z.string() });

/** The id of the key, which the header names as a part of the issuer: `did:web:…#<kid>`. */
const kidOf = (jwt: string): string | undefined => {
  try {
    const header: unknown = JSON.parse(Buffer.from(jwt.split('.')[0]!, 'base64url').toString('utf8'));
    return kidForm.safeParse(header).data?.kid.split('#').at(-1);
  } catch {
    return undefined;
  }
};

const credentialIn = (payload: unknown): Credential | undefined => {
  const badge = badgeForm.safeParse(payload).data;
  if (badge) return { kind: 'BADGE', badge };
  const list = statusListForm.safeParse(payload).data;
  return list && { kind: 'STATUS_LIST', list };
};

/** Checks an Open Badge or a status list (VC-JWT) with nothing but itself and keys. */
export const checkedCredential = (jwt: string, keys: readonly PublishedKey[]): CheckedCredential => {
  if (jwt.split('.').length !== 3) return { outcome: 'NO_CREDENTIAL' };
  const kid = kidOf(jwt);
  if (kid === undefined) return { outcome: 'ALTERED' };
  const key = keys.find((one) => one.kid === kid);
  if (!key) return { outcome: 'UNKNOWN_KEY', kid };
  const found = verifyEs256(jwt, key.publicJwk);
  if (!found.valid) return { outcome: 'ALTERED' };
  const credential = credentialIn(found.payload);
  if (!credential) return { outcome: 'NO_CREDENTIAL' };
  const { revokedAt } = key;
  return revokedAt === undefined
    ? { outcome: 'GENUINE', credential }
    : { outcome: 'KEY_REVOKED', credential, revokedAt };
};

/** Whether the list may still be used at that time. One from the future may: the clock of a demonstration can be ahead. */
export const isCurrent = (list: StatusList, now: Instant): boolean => Date.parse(now) < Date.parse(list.validUntil);

/** Whether the list says that the badge is revoked; undefined when it is not the list that the badge names. */
export const isRevokedIn = (badge: Badge, list: StatusList): boolean | undefined => {
  const { statusListCredential, statusListIndex } = badge.credentialStatus;
  if (statusListCredential !== list.id) return undefined;
  const bits = gunzipSync(Buffer.from(list.credentialSubject.encodedList.slice(1), 'base64url'));
  const byte = bits[statusListIndex >> 3];
  return byte === undefined ? undefined : ((byte >> (7 - (statusListIndex & 7))) & 1) === 1;
};
