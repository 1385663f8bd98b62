import { checkedCode, parseCheckedCode } from '@kull/kernel';
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

const SYMBOLS = 8;

const grouped = (code: string): CertificateNumber => `${code.slice(0, 4)}-${code.slice(4, 8)}-${code.slice(8)}`;

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
  return grouped(checkedCode(symbols));
};

/** The number as somebody typed it, or undefined when it is none: case, spaces and hyphens do not matter, O is 0, I and L are 1. */
export const parseCertificateNumber = (text: string): CertificateNumber | undefined => {
  const code = parseCheckedCode(text, SYMBOLS);
  return code === undefined ? undefined : grouped(code);
};
