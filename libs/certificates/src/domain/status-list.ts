import { hmac } from '@noble/hashes/hmac.js';
import { sha256 } from '@noble/hashes/sha2.js';
import { utf8ToBytes } from '@noble/hashes/utils.js';
import { gzipSync } from 'fflate';

const BITS = 17;
const LEFT = 9;
const RIGHT = BITS - LEFT;
const ROUNDS = 10;

/** Entries of one list: the least that the standard allows, so that one certificate hides among many (W3C, 131,072). */
export const LIST_LENGTH = 2 ** BITS;

/** In which list the n-th version is (1, 2 …), and as which of it (from 0). */
export const listOf = (seq: number): { readonly list: number; readonly place: number } => ({
  list: Math.floor((seq - 1) / LIST_LENGTH) + 1,
  place: (seq - 1) % LIST_LENGTH,
});

/** So many pseudo-random numbers below 2^16: HMACs over a counter. */
const numbers = (key: Uint8Array, name: string, count: number): Uint16Array => {
  const found = new Uint16Array(count);
  for (let block = 0; block * 16 < count; block++) {
    const bytes = hmac(sha256, key, utf8ToBytes(`${name}\u001f${block}`));
    for (let i = 0; i < 16 && block * 16 + i < count; i++) {
      found[block * 16 + i] = (bytes[2 * i]! << 8) | bytes[2 * i + 1]!;
    }
  }
  return found;
};

/**
 * Where in a list its entries stand: a permutation of all places (a Feistel network whose round functions are HMACs), so
 * that no two meet, the same place always gives the same index, and nobody without the key can tell from an index when
 * a certificate was issued or who comes next to it.
 */
export const statusIndexes = (key: Uint8Array, list: number): ((place: number) => number) => {
  const rounds = Array.from({ length: ROUNDS }, (_, round) =>
    numbers(key, `status list\u001f${list}\u001f${round}`, 2 ** (round % 2 === 0 ? RIGHT : LEFT)),
  );
  return (place) => {
    let left = place >> RIGHT;
    let right = place & (2 ** RIGHT - 1);
    for (const [round, table] of rounds.entries()) {
      if (round % 2 === 0) left ^= table[right]! & (2 ** LEFT - 1);
      else right ^= table[left]! & (2 ** RIGHT - 1);
    }
    return (left << RIGHT) | right;
  };
};

const base64url = (bytes: Uint8Array): string =>
  btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '');

/** The list with these indexes set, as the standard writes it: first bit = index 0, GZIP, base64url under multibase `u`. */
export const encodedList = (indexes: Iterable<number>): string => {
  const bits = new Uint8Array(LIST_LENGTH / 8);
  for (const index of indexes) bits[index >> 3]! |= 0x80 >> (index & 7);
  return `u${base64url(gzipSync(bits, { mtime: 0 }))}`;
};
