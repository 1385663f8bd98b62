import { createPublicKey } from 'node:crypto';
import { mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { type JwtPayload, verify } from 'jsonwebtoken';
import { signEs256, verifyEs256 } from './es256';
import { keyRingsIn, keyUses } from './key-uses';
import { loadOrCreateManifestKey } from './manifest';
import { loadOrCreateSigningKey } from './signing-key';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'kull-keys-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

describe('A ring of keys', () => {
  it('begins with the key that a folder had before there were rings', async () => {
    const signing = await loadOrCreateSigningKey(folder);
    const manifest = await loadOrCreateManifestKey(folder);
    const rings = keyRingsIn(folder);
    expect((await rings.DOCUMENT.first()).key).toEqual(signing);
    expect((await rings.MANIFEST.all()).map(({ kid, fingerprint }) => [kid, fingerprint.length])).toEqual([
      [manifest.kid, 64],
    ]);
    expect(readdirSync(folder).sort()).toEqual(['manifest-key.json', 'signing-key.pem']);
  });

  it.each(keyUses)('of use %s gets one key per name, which other processes find', async (use) => {
    const [here, there] = [keyRingsIn(folder)[use], keyRingsIn(folder)[use]];
    const first = await here.first();
    await there.all();
    const added = await Promise.all([here.add('second'), there.add('second'), here.add('third')]);
    expect(added[1]!.kid).toBe(added[0]!.kid);
    expect(new Set([first, ...added].map(({ kid }) => kid)).size).toBe(3);
    expect((await there.find(added[2]!.kid))?.fingerprint).toBe(added[2]!.fingerprint);
    expect(await there.find('nobody')).toBeUndefined();
    for (const file of readdirSync(folder)) expect(statSync(join(folder, file)).mode & 0o777).toBe(0o600);
  });

  it('takes no name that leads out of the folder', () =>
    expect(() => keyRingsIn(folder).BADGE.add('../badge')).toThrow('letters'));
});

describe('A JWT signed with ES256', () => {
  it('is the same every time, and another library agrees that it is valid', async () => {
    const { key } = await keyRingsIn(folder).BADGE.first();
    const jwt = signEs256({ iss: 'did:web:kull.example.no', nbf: 1 }, key, { typ: 'vc+jwt', kid: key.kid });
    expect(signEs256({ iss: 'did:web:kull.example.no', nbf: 1 }, key, { typ: 'vc+jwt', kid: key.kid })).toBe(jwt);
    const publicKey = createPublicKey({ key: key.publicJwk as never, format: 'jwk' });
    const payload = verify(jwt, publicKey, { algorithms: ['ES256'] }) as JwtPayload;
    expect(payload.iss).toBe('did:web:kull.example.no');
    expect(verifyEs256(jwt, key.publicJwk)).toMatchObject({ valid: true, payload, header: { typ: 'vc+jwt' } });
  });

  it('is not valid when any character of it is another', async () => {
    const { key } = await keyRingsIn(folder).BADGE.first();
    const jwt = signEs256({ iss: 'did:web:kull.example.no', nbf: 1 }, key, { kid: key.kid });
    fc.assert(
      fc.property(fc.nat(jwt.length - 1), fc.integer({ min: 33, max: 126 }), (place, code) => {
        const changed = `${jwt.slice(0, place)}${String.fromCharCode(code)}${jwt.slice(place + 1)}`;
        expect(verifyEs256(changed, key.publicJwk).valid).toBe(changed === jwt);
      }),
      { numRuns: 500 },
    );
    for (const character of 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_') {
      const changed = `${jwt.slice(0, -1)}${character}`;
      expect(verifyEs256(changed, key.publicJwk).valid).toBe(changed === jwt);
    }
  });
});
