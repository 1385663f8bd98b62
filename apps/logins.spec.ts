import { generateKeyPairSync } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { loginsIn } from './logins';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'kull-logins-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

const feide = {
  id: 'feide',
  names: { nb: 'Feide', nn: 'Feide', en: 'Feide' },
  issuer: 'https://auth.dataporten.no',
  clientId: 'kull',
  clientSecret: 'a secret that is told nobody',
  knows: 'account',
  claim: 'https://n.feide.no/claims/eduPersonPrincipalName',
};

const { clientSecret: _, ...withoutProof } = feide;
const jwk = generateKeyPairSync('rsa', { modulusLength: 2_048 }).privateKey.export({ format: 'jwk' });
const clientKey = { ...jwk, kid: 'kull-1', alg: 'RS256' };

const read = (content: unknown) => {
  const file = join(folder, 'logins.json');
  writeFileSync(file, typeof content === 'string' ? content : JSON.stringify(content));
  return loginsIn(file);
};

describe('the file of log-ins', () => {
  it('is read, with what need not be said', () => {
    expect(read([feide])).toEqual([{ ...feide, scope: 'openid', acr: [] }]);
  });

  it('may have a key in place of a secret', () => {
    expect(read([{ ...withoutProof, clientKey }])).toEqual([{ ...withoutProof, clientKey, scope: 'openid', acr: [] }]);
  });

  it.each([
    ['neither secret nor key', [withoutProof], 'one of them'],
    ['both', [{ ...feide, clientKey }], 'one of them'],
    ['a key without its name', [{ ...withoutProof, clientKey: { ...clientKey, kid: undefined } }], '0.clientKey.kid'],
    ['a key that is none', [{ ...withoutProof, clientKey: { ...clientKey, kty: 'EC' } }], '0.clientKey'],
    ['no JSON', '[', 'cannot be read as JSON'],
    ['two of one id', [feide, feide], 'two log-ins have one id'],
    ['plain http to elsewhere', [{ ...feide, issuer: 'http://auth.dataporten.no' }], '0.issuer'],
    ['no openid', [{ ...feide, scope: 'profile' }], '0.scope'],
    ['a language left out', [{ ...feide, names: { nb: 'Feide', en: 'Feide' } }], '0.names.nn'],
    ['a kind that is none', [{ ...feide, knows: 'everybody' }], '0.knows'],
    ['an id for no address', [{ ...feide, id: 'Feide!' }], '0.id'],
  ])('is refused with %s, and its secret is not told', (_, content, says) => {
    const refused = () => read(content);
    expect(refused).toThrow(says);
    expect(refused).not.toThrow(feide.clientSecret);
    expect(refused).not.toThrow(String(jwk.d));
  });

  it('is missed by its name', () => {
    expect(() => loginsIn(join(folder, 'not-there.json'))).toThrow('not-there.json cannot be read');
  });
});
