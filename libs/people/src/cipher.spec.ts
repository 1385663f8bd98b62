import { randomBytes } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import { freshNonce, openBytes, openJson, sealBytes, sealJson } from './cipher';

const key = randomBytes(32);
const place = 'per_1/LeaveGranted.note';

describe('sealed values', () => {
  it('open where they belong', () => {
    expect(openJson(key, place, sealJson(key, place, { note: 'Blåbærgrøt' }))).toEqual({ note: 'Blåbærgrøt' });
  });

  it.each(['per_2/LeaveGranted.note', 'per_1/LeaveGranted.reason', 'per_1/LeaveGranted', ''])(
    'do not open at %s',
    (elsewhere) => {
      const sealed = sealJson(key, place, 'note');
      expect(() => openJson(key, elsewhere, sealed)).toThrow();
    },
  );

  it('do not open with another key, one bit changed, or cut short', () => {
    const sealed = sealBytes(key, place, Buffer.from('note'));
    expect(() => openBytes(randomBytes(32), place, sealed)).toThrow();
    for (let at = 0; at < sealed.length; at++) {
      const changed = Buffer.from(sealed);
      changed[at]! ^= 1;
      expect(() => openBytes(key, place, changed)).toThrow();
    }
    expect(() => openBytes(key, place, sealed.subarray(0, sealed.length - 1))).toThrow();
    expect(() => openBytes(key, place, sealed.subarray(0, 10))).toThrow();
  });

  it('have a nonce of their own, each of a million', () => {
    const seen = new Set<string>();
    for (let n = 0; n < 1_000_000; n++) seen.add(freshNonce().toString('latin1'));
    expect(seen.size).toBe(1_000_000);
  });

  it('carry that nonce', () => {
    const sealed = Array.from({ length: 3_000 }, () => sealBytes(key, place, Buffer.from('x')));
    expect(new Set(sealed.map((bytes) => bytes.subarray(1, 13).toString('hex'))).size).toBe(3_000);
  });
});
