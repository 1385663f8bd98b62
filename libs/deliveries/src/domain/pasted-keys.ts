import { z } from 'zod';
import { areUsableKeys, type PublicKey } from './public-keys';

/**
 * Why what somebody pasted gives no keys.
 * - `KEYS_UNREADABLE`: no JSON, or no JWK Set (RFC 7517) of public keys.
 * - `PRIVATE_KEY`: a private or secret key is among them; it is not kept, and should not be used any more.
 * - `KEYS_UNUSABLE`: not P-256, Ed25519 or RSA of 2048 bits, two of one name, or more than five.
 */
export type KeyFault = 'KEYS_UNREADABLE' | 'PRIVATE_KEY' | 'KEYS_UNUSABLE';

const MOST = 5;
const part = z
  .string()
  .regex(/^[\w-]{1,1400}$/)
  .optional();

/** As RFC 7517 has it; what says how a key is used is passed over. */
const publicKey = z.object({
  kid: z.string().regex(/^[\w.:-]{1,128}$/),
  kty: z.enum(['EC', 'RSA', 'OKP']),
  alg: z.enum(['ES256', 'PS256', 'EdDSA']),
  crv: z.enum(['P-256', 'Ed25519']).optional(),
  x: part,
  y: part,
  n: part,
  e: part,
});

const isPrivate = (key: unknown): boolean =>
  typeof key === 'object' && key !== null && ['d', 'p', 'q', 'k'].some((name) => name in key);

const jsonIn = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
};

/** The public keys in a JWK Set or a JWK, and those to keep beside them that have other names. */
export const keysIn = (
  text: string,
  keep: readonly PublicKey[] = [],
): { readonly jwks: readonly PublicKey[] } | { readonly fault: KeyFault } => {
  const json = jsonIn(text.trim());
  if (typeof json !== 'object' || json === null) return { fault: 'KEYS_UNREADABLE' };
  const given: unknown = 'keys' in json ? json.keys : [json];
  if (!Array.isArray(given)) return { fault: 'KEYS_UNREADABLE' };
  if (given.some(isPrivate)) return { fault: 'PRIVATE_KEY' };
  const read = z.array(publicKey).safeParse(given);
  if (!read.success) return { fault: 'KEYS_UNREADABLE' };
  // Absent parts are left out, as they are where the API takes keys.
  const fresh = read.data.map((key) => JSON.parse(JSON.stringify(key)) as PublicKey);
  const names = new Set(fresh.map(({ kid }) => kid));
  const jwks = [...fresh, ...keep.filter(({ kid }) => !names.has(kid))];
  return jwks.length <= MOST && areUsableKeys(fresh) ? { jwks } : { fault: 'KEYS_UNUSABLE' };
};
