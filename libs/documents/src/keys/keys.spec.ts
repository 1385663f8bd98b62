import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { loadOrCreateManifestKey, signManifest, verifyManifest } from './manifest';
import { loadOrCreateSigningKey, signingKeyFromPem } from './signing-key';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'kull-keys-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

describe('The signing key', () => {
  it('is made once and kept', async () => {
    const made = await Promise.all(Array.from({ length: 8 }, () => loadOrCreateSigningKey(join(folder, 'keys'))));
    const kept = await loadOrCreateSigningKey(join(folder, 'keys'));
    for (const key of made) expect(key).toEqual(kept);
    expect(kept.secret).toHaveLength(32);
  });

  it('can be given as PEM, but only with its own certificate', async () => {
    const key = await loadOrCreateSigningKey(folder);
    const pem = readFileSync(join(folder, 'signing-key.pem'), 'utf8');
    expect(signingKeyFromPem(pem, pem.slice(pem.indexOf('-----BEGIN CERTIFICATE')))).toEqual(key);
    await loadOrCreateSigningKey(join(folder, 'other'));
    const other = readFileSync(join(folder, 'other', 'signing-key.pem'), 'utf8');
    expect(() => signingKeyFromPem(pem, other.slice(other.indexOf('-----BEGIN CERTIFICATE')))).toThrow(
      'The certificate is not that of the signing key',
    );
  });
});

describe('A manifest', () => {
  const manifest = { schemaVersion: 1, batchSeq: 7, organiserOrgNo: '971228865', sha256: 'ab'.repeat(32) };

  it('is signed the same way every time, and verified by the public key alone', async () => {
    const key = await loadOrCreateManifestKey(folder);
    const jws = await signManifest(manifest, key);
    expect(await signManifest(manifest, await loadOrCreateManifestKey(folder))).toBe(jws);
    expect(JSON.parse(Buffer.from(jws.split('.')[0]!, 'base64url').toString())).toEqual({ alg: 'EdDSA', kid: key.kid });
    expect(key.publicJwk).not.toHaveProperty('d');
    expect(await verifyManifest(jws, key.publicJwk)).toEqual({ valid: true, payload: manifest });
  });

  it('is not valid when changed, or signed by another', async () => {
    const key = await loadOrCreateManifestKey(folder);
    const other = await loadOrCreateManifestKey(join(folder, 'other'));
    const [header, , signature] = (await signManifest(manifest, key)).split('.');
    const changed = Buffer.from(JSON.stringify({ ...manifest, batchSeq: 8 })).toString('base64url');
    expect(await verifyManifest([header, changed, signature].join('.'), key.publicJwk)).toEqual({ valid: false });
    expect(await verifyManifest(await signManifest(manifest, other), key.publicJwk)).toEqual({ valid: false });
    expect(await verifyManifest('kursbevis', key.publicJwk)).toEqual({ valid: false });
  });
});
