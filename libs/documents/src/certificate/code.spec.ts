import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { type JwsKey, loadOrCreateJwsKey } from '../keys/jws-key';
import { type CodeFacts, signedCode, verifyCode } from './code';

const address = 'https://kull.example/v/7Q4K-9M2X-T?k=q1w2e3r4t5y6';
const facts: CodeFacts = {
  version: 2,
  approvalId: 'LF-TEST-0001',
  points: 60,
  completedOn: '2026-06-19',
  familyName: 'Testesen Prøve',
  givenNames: 'Kari',
};

let folder: string;
let key: JwsKey;
let other: JwsKey;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'kull-keys-'));
  key = await loadOrCreateJwsKey(folder, 'certificate-code-key.json');
  other = await loadOrCreateJwsKey(folder, 'other.json');
});
afterAll(() => rmSync(folder, { recursive: true }));

const text = fc.string({ minLength: 1, maxLength: 40, unit: 'grapheme' });
const anyFacts: fc.Arbitrary<CodeFacts> = fc.record({
  version: fc.integer({ min: 1, max: 9999 }),
  approvalId: text,
  points: fc.integer({ min: 0, max: 9999 }).map((tenths) => tenths / 10),
  completedOn: fc.constantFrom('2026-06-19', '2028-02-29'),
  familyName: text,
  givenNames: text,
});

describe('the text of a QR code', () => {
  it('states what was signed, whatever the names, with nothing but the public key', () => {
    fc.assert(
      fc.property(anyFacts, (stated) => {
        const { publicJwk, kid } = key;
        expect(verifyCode(signedCode(address, stated, key), [other, { publicJwk, kid }])).toEqual({
          outcome: 'SIGNED',
          address,
          kid,
          facts: stated,
        });
      }),
    );
  });

  it('is the same each time, and small enough to be scanned from paper', () => {
    expect(signedCode(address, facts, key)).toBe(signedCode(address, { ...facts }, key));
    expect(signedCode(address, facts, key).length).toBeLessThan(251);
  });

  it('is told to be no good when any one of its characters is another', () => {
    const code = signedCode(address, facts, key);
    const sign = fc.integer({ min: 0x20, max: 0x7e }).map((point) => String.fromCharCode(point));
    fc.assert(
      fc.property(fc.nat(code.length - 1), sign, (at, put) => {
        fc.pre(code[at] !== put);
        const altered = `${code.slice(0, at)}${put}${code.slice(at + 1)}`;
        expect(verifyCode(altered, [key, other]).outcome).not.toBe('SIGNED');
      }),
      { numRuns: 2000 },
    );
  });

  it('is told to be no good when characters are put in, left out, or turned', () => {
    const code = signedCode(address, facts, key);
    fc.assert(
      fc.property(fc.nat(code.length - 1), fc.constantFrom('cut', 'double', 'turn'), (at, how) => {
        const [before, here, after] = [code.slice(0, at), code[at]!, code.slice(at + 1)];
        const altered =
          how === 'cut'
            ? before + after
            : how === 'double'
              ? before + here + here + after
              : before + (after[0] ?? '') + here + after.slice(1);
        fc.pre(altered !== code);
        expect(verifyCode(altered, [key]).outcome).not.toBe('SIGNED');
      }),
    );
  });

  it('names a key that is not known, and never takes another for it', () => {
    const code = signedCode(address, facts, key);
    expect(verifyCode(code, [other])).toEqual({ outcome: 'UNKNOWN_KEY', kid: key.kid.slice(0, 11) });
    expect(verifyCode(code, [{ kid: key.kid, publicJwk: other.publicJwk }])).toEqual({ outcome: 'ALTERED' });
  });

  it.each(['', 'https://kull.example/v/7Q4K-9M2X-T', 'https://x/#a.b.c', 'kursbevis'])('is none: %s', (nothing) =>
    expect(verifyCode(nothing, [key])).toEqual({ outcome: 'NO_CODE' }),
  );
});
