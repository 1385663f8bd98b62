import { keysIn } from './pasted-keys';
import type { PublicKey } from './public-keys';

const key = (kid: string): PublicKey => ({
  kid,
  kty: 'EC',
  alg: 'ES256',
  crv: 'P-256',
  x: 'a'.repeat(43),
  y: 'b'.repeat(43),
});

describe('keys that somebody pastes', () => {
  it('are taken as a set or alone, and what says how they are used is passed over', () => {
    expect(keysIn(`\n ${JSON.stringify({ keys: [{ ...key('a'), use: 'sig', key_ops: ['verify'] }] })}`)).toEqual({
      jwks: [key('a')],
    });
    expect(keysIn(JSON.stringify(key('a')))).toEqual({ jwks: [key('a')] });
  });

  it('stand beside the old ones in between, and replace the one of the same name', () => {
    const other = { ...key('a'), x: 'c'.repeat(43) };
    expect(keysIn(JSON.stringify(other), [key('a'), key('b')])).toEqual({ jwks: [other, key('b')] });
  });

  it.each([
    ['no JSON', '-----BEGIN PUBLIC KEY-----', 'KEYS_UNREADABLE'],
    ['nothing', '', 'KEYS_UNREADABLE'],
    ['no set', '{"keys":"x"}', 'KEYS_UNREADABLE'],
    ['no name', JSON.stringify({ ...key('a'), kid: undefined }), 'KEYS_UNREADABLE'],
    ['a private key', JSON.stringify({ ...key('a'), d: 'e'.repeat(43) }), 'PRIVATE_KEY'],
    ['an empty set', '{"keys":[]}', 'KEYS_UNUSABLE'],
    ['a point with one coordinate', JSON.stringify({ ...key('a'), y: undefined }), 'KEYS_UNUSABLE'],
    ['one name twice', JSON.stringify({ keys: [key('a'), key('a')] }), 'KEYS_UNUSABLE'],
    ['too many', JSON.stringify({ keys: ['a', 'b', 'c', 'd', 'e', 'f'].map(key) }), 'KEYS_UNUSABLE'],
  ])('are refused when they are %s', (_, text, fault) => expect(keysIn(text)).toEqual({ fault }));
});
