import { randomBytes } from 'node:crypto';
import { mkdtempSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { canonicalJson } from './canonical';
import { loadPeopleKeys, peopleKeysFrom } from './keys';

const emptyFolder = () => join(mkdtempSync(join(tmpdir(), 'kull-keys-')), 'keys');

describe('the keys of people', () => {
  it('are made at the first start, for the owner only, and found again', () => {
    const folder = emptyFolder();
    const first = loadPeopleKeys({ folder });
    expect(readdirSync(folder)).toEqual(['people.key']);
    expect(statSync(join(folder, 'people.key')).mode & 0o777).toBe(0o600);
    expect(loadPeopleKeys({ folder }).wrappingKey).toEqual(first.wrappingKey);
  });

  it('come from the environment when it has them', () => {
    const secret = randomBytes(32);
    expect(loadPeopleKeys({ key: secret.toString('base64'), folder: '/nowhere' }).wrappingKeyId).toBe(
      peopleKeysFrom(secret).wrappingKeyId,
    );
  });

  it('are refused when they are short', () => {
    const folder = mkdtempSync(join(tmpdir(), 'kull-keys-'));
    writeFileSync(join(folder, 'people.key'), 'short');
    expect(() => loadPeopleKeys({ folder })).toThrow('32 bytes');
    expect(() => loadPeopleKeys({ key: 'short', folder })).toThrow('KULL_PEOPLE_KEY');
  });

  it('are of one use each', () => {
    const keys = peopleKeysFrom(randomBytes(32));
    expect(keys.wrappingKey).not.toEqual(keys.registerKey);
    expect(keys.hprNumberIndex('a', '1')).not.toEqual(keys.hprNumberIndex('b', '1'));
    expect(keys.nationalIdIndex('1')).not.toEqual(keys.hprNumberIndex('', '1'));
  });
});

describe('a fingerprint', () => {
  const keys = peopleKeysFrom(Buffer.alloc(32, 7));
  const of = (content: unknown) => keys.fingerprint(canonicalJson(content));

  it('is the same for equal content, whatever the order of its members', () => {
    expect(of({ a: 1, b: { c: [1, 2], d: null } })).toBe(of({ b: { d: null, c: [1, 2] }, a: 1 }));
    expect(of({ a: 1 })).toMatch(/^[0-9a-f]{64}$/);
  });

  it('differs with the content and with the key', () => {
    expect(of([1, 2])).not.toBe(of([2, 1]));
    expect(of({ a: '1' })).not.toBe(of({ a: 1 }));
    expect(peopleKeysFrom(Buffer.alloc(32, 8)).fingerprint('x')).not.toBe(keys.fingerprint('x'));
  });
});
