import { createHash, randomUUID } from 'node:crypto';

/** A UUID in its usual text form. */
export type Uuid = string;

export const newUuid = (): Uuid => randomUUID();

/**
 * The UUID (version 5 layout, SHA-256 shortened) that belongs to this name in this name space:
 * the same name gives the same id on any machine, for ever.
 */
export const uuidOf = (...name: readonly (string | number)[]): Uuid => {
  const bytes = createHash('sha256').update(name.join('\u001f')).digest().subarray(0, 16);
  bytes[6] = (bytes[6]! & 0x0f) | 0x50;
  bytes[8] = (bytes[8]! & 0x3f) | 0x80;
  const hex = bytes.toString('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
};

const alphabet = '0123456789abcdefghjkmnpqrstvwxyz';

/**
 * An opaque id with a prefix that says its kind: `app_` + 26 characters of Crockford base32 (ux.md 3.1).
 * It is made from the name of the thing, so the same thing has the same id wherever it is taken in.
 */
export const idOf = (prefix: string, ...name: readonly (string | number)[]): string => {
  let bits = BigInt(`0x${createHash('sha256').update(name.join('\u001f')).digest('hex').slice(0, 34)}`);
  let text = '';
  for (let i = 0; i < 26; i++) {
    text = alphabet[Number(bits & 31n)] + text;
    bits >>= 5n;
  }
  return `${prefix}_${text}`;
};
