import { hmac } from '@noble/hashes/hmac.js';
import { sha256 } from '@noble/hashes/sha2.js';
import { concatBytes, utf8ToBytes } from '@noble/hashes/utils.js';

/** `7Q4K-9M2X-T`: 40 bits in Crockford's base32, and a check character. Never used for two certificates. */
export type CertificateNumber = string;

/** What a number is made from: the same entitlement and ordinal give the same number on the same key. */
export interface NumberSource {
  readonly studentCourseId: string;
  readonly classId: string;
  readonly approvalId: string;
  /** 1 for the entitlement's first certificate, 2 for the one after it. */
  readonly ordinal: number;
}

const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const SYMBOLS = 8;

/** Product in the field of 32 elements, modulo x⁵ + x² + 1. */
const times = (a: number, b: number): number => {
  let product = 0;
  for (let bit = 0; bit < 5; bit++) if ((b >> bit) & 1) product ^= a << bit;
  for (let bit = 8; bit >= 5; bit--) if ((product >> bit) & 1) product ^= 0b100101 << (bit - 5);
  return product;
};

/** Each place has a weight of its own in a field, so any one wrong character and any two swapped ones are noticed. */
const checkOf = (symbols: readonly number[]): number => {
  let sum = 0;
  let weight = 1;
  for (const symbol of symbols) {
    weight = times(weight, 2);
    sum ^= times(symbol, weight);
  }
  return sum;
};

const written = (symbols: readonly number[]): CertificateNumber => {
  const text = [...symbols, checkOf(symbols)].map((symbol) => alphabet[symbol]).join('');
  return `${text.slice(0, 4)}-${text.slice(4, 8)}-${text.slice(8)}`;
};

/** The number of a certificate. Without the key nobody can tell which numbers there are. */
export const certificateNumber = (
  key: Uint8Array,
  { studentCourseId, classId, approvalId, ordinal }: NumberSource,
): CertificateNumber => {
  const name = [studentCourseId, classId, approvalId, String(ordinal)].join('\u001f');
  const bytes = hmac(sha256, key, concatBytes(utf8ToBytes('certificate number'), utf8ToBytes(name)));
  let bits = 0n;
  for (const byte of bytes.subarray(0, 5)) bits = (bits << 8n) | BigInt(byte);
  const symbols = Array.from({ length: SYMBOLS }, (_, place) => Number((bits >> BigInt(5 * (7 - place))) & 31n));
  return written(symbols);
};

/** The number as somebody typed it, or undefined when it is none: case, spaces and hyphens do not matter, O is 0, I and L are 1. */
export const parseCertificateNumber = (text: string): CertificateNumber | undefined => {
  const plain = text.toUpperCase().replace(/[\s-]/g, '').replace(/O/g, '0').replace(/[IL]/g, '1');
  if (plain.length !== SYMBOLS + 1) return undefined;
  const symbols = [...plain].map((character) => alphabet.indexOf(character));
  if (symbols.includes(-1)) return undefined;
  const number = written(symbols.slice(0, SYMBOLS));
  return number.endsWith(plain.slice(-1)) ? number : undefined;
};
