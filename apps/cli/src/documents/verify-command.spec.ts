import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  type JwsKey,
  loadOrCreateJwsKey,
  loadOrCreateManifestKey,
  loadOrCreateSigningKey,
  renderCertificate,
  type SigningKey,
  signedCode,
  signManifest,
  signPdf,
} from '@kull/documents';
import { example } from '@kull/documents/testing/example';
import { runCommand } from '../testing/run-command';
import { checkedDelivery } from './checked-delivery';
import { trustedKeys } from './trusted-keys';

let folder: string;
let signingKey: SigningKey;
let codeKey: JwsKey;
let code: string;
const at = (name: string): string => join(folder, name);

const verify = (env: NodeJS.ProcessEnv, ...argv: string[]) => runCommand(['verify', ...argv], env);
const keysFile = (name: string, keys: readonly object[]): string => {
  writeFileSync(at(name), JSON.stringify({ keys }));
  return at(name);
};
const published = (more: object = {}) => [
  { use: 'DOCUMENT', kid: 'x', x5c: [Buffer.from(signingKey.certificate).toString('base64')], ...more },
  { use: 'CODE', kid: 'y', jwk: codeKey.publicJwk, ...more },
];

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'kull-verify-'));
  signingKey = await loadOrCreateSigningKey(at('keys'));
  codeKey = await loadOrCreateJwsKey(at('keys'), 'certificate-code-key.json');
  await loadOrCreateSigningKey(at('other'));
  await loadOrCreateJwsKey(at('other'), 'certificate-code-key.json');
  const facts = { version: 2, approvalId: 'LF-TEST-0001', points: 60, completedOn: '2026-06-19' };
  const names = { familyName: 'Testesen Prøve', givenNames: 'Kari' };
  code = signedCode(`${example.verificationAddress}?k=q1w2e3r4t5y6`, { ...facts, ...names }, codeKey);
  const rendered = await renderCertificate({ ...example, scanAddress: code });
  const meta = { signedAt: example.issuedAt, reason: 'v2', location: 'Norge', name: 'Handelshøyskolen BI' };
  const signed = await signPdf(rendered, signingKey, meta);
  writeFileSync(at('bevis.pdf'), signed);
  writeFileSync(at('usignert.pdf'), rendered);
  writeFileSync(at('endret.pdf'), signed.with(signed.length >> 1, signed[signed.length >> 1]! ^ 1));
});
afterAll(() => rmSync(folder, { recursive: true }));

describe('a document', () => {
  it('is the issuer’s: says what it states, and what cannot be known without network', async () => {
    const { code, out } = await verify({ KULL_KEYS: at('keys') }, at('bevis.pdf'));
    expect(code).toBe(0);
    for (const text of [
      'uendret siden den ble signert, og nøkkelen er en av utstederens',
      '7Q4K-9M2X-T, versjon 2',
      'Kari Testesen Prøve',
      'ingen er tillatt (DocMDP 1)',
      signingKey.fingerprint,
      'Uten nett kan det ikke sies',
      'https://kull.example/v/7Q4K-9M2X-T på',
    ])
      expect(out).toContain(text);
  });

  it.each([
    ['keys in a file', () => ({}), () => ['--keys', keysFile('keys.json', published())], 0],
    ['a fingerprint', () => ({}), () => ['--fingerprint', signingKey.fingerprint.toUpperCase()], 0],
    ['another fingerprint', () => ({}), () => ['--fingerprint', '0'.repeat(64)], 1],
    ['keys of another installation', () => ({ KULL_KEYS: at('other') }), () => [], 1],
    ['a revoked key', () => ({}), () => ['--keys', keysFile('old.json', published({ revokedAt: '2026-08-01' }))], 1],
  ] as const)('is held against %s', async (_, env, options, exit) =>
    expect((await verify(env(), at('bevis.pdf'), ...options())).code).toBe(exit),
  );

  it.each([
    ['endret.pdf', 'Filen er endret'],
    ['usignert.pdf', 'ikke signert'],
  ])('is no good: %s', async (name, text) => {
    const { code, out } = await verify({ KULL_KEYS: at('keys') }, at(name));
    expect(code).toBe(1);
    expect(out).toContain(text);
    expect(out).not.toContain('Kari');
  });

  it('is told about in JSON', async () => {
    const { out } = await verify({ KULL_KEYS: at('keys') }, at('bevis.pdf'), '--json');
    expect(JSON.parse(out)).toMatchObject({
      genuine: true,
      key: 'known',
      permitsNoChange: true,
      states: { certificateNumber: '7Q4K-9M2X-T', version: 2 },
    });
  });
});

describe('the text of a QR code', () => {
  it('is the issuer’s, with the keys of the folder or of a file', async () => {
    for (const [env, more] of [
      [{ KULL_KEYS: at('keys') }, []],
      [{}, ['--keys', keysFile('keys.json', published())]],
    ] as const) {
      const said = await verify(env, '--code', code, ...more);
      expect(said.code).toBe(0);
      expect(said.out).toContain('Koden er ekte');
      expect(said.out).toContain('7Q4K-9M2X-T, versjon 2');
      expect(said.out).toContain('Kari Testesen Prøve');
      expect(said.out).toContain('Uten nett kan det ikke sies');
    }
  });

  it.each([
    ['altered', () => code.replace('7Q4K', '8Q4K'), 'Koden er endret'],
    ['without what follows #', () => code.split('#')[0]!, 'ikke teksten i QR-koden'],
  ])('is no good: %s', async (_, text, says) => {
    const { code, out } = await verify({ KULL_KEYS: at('keys') }, '--code', text());
    expect(code).toBe(1);
    expect(out).toContain(says);
  });

  it('cannot be judged with keys of others, nor trusted with a revoked one', async () => {
    expect((await verify({ KULL_KEYS: at('other') }, '--code', code)).out).toContain('kan ikke kontrolleres');
    const old = keysFile('old.json', published({ revokedAt: '2026-08-01' }));
    expect((await verify({}, '--code', code, '--keys', old)).code).toBe(1);
  });
});

describe('a delivery', () => {
  const name = 'LF_971228865_000019_20260708T040000Z';
  const data = Buffer.from('\ufeffcertificate_id;line_no\r\n7Q4K-9M2X-T;1\r\n9F2M-K71Q-W;1\r\n');
  let manifest: Buffer;
  const written = (rows: Uint8Array, said: Uint8Array): string => {
    writeFileSync(at(`${name}.csv`), rows);
    writeFileSync(at(`${name}.manifest.json`), said);
    return at(`${name}.csv`);
  };
  beforeAll(async () => {
    const key = await loadOrCreateManifestKey(at('keys'));
    await loadOrCreateManifestKey(at('other'));
    const unsigned = {
      schemaVersion: 1,
      batchId: '8f8c6c1e-58f3-4a52-9a5b-6a2f1f6f0d11',
      batchSeq: 19,
      createdAt: '2026-07-08T04:00:00Z',
      recordCount: 2,
      dataFile: `${name}.csv`,
      sha256: createHash('sha256').update(data).digest('hex'),
    };
    const signature = await signManifest(unsigned, key);
    manifest = Buffer.from(`${JSON.stringify({ ...unsigned, signature }, null, 2)}\n`);
  });

  it('is the issuer’s, whichever of its files is named', async () => {
    const path = written(data, manifest);
    for (const file of [path, path.replace('.csv', '.manifest.json')]) {
      const { code, out } = await verify({ KULL_KEYS: at('keys') }, file);
      expect(code).toBe(0);
      expect(out).toContain('Leveransen er uendret siden den ble signert');
      expect(out).toContain('Linjer');
    }
  });

  it('is told to be altered whatever bit of whatever byte of either file is another', async () => {
    const keys = await trustedKeys(undefined, { KULL_KEYS: at('keys') });
    const outcomes = new Map<string, number>();
    const flipped = (bytes: Uint8Array): Uint8Array[] =>
      [...bytes].flatMap((byte, place) => Array.from({ length: 8 }, (_, bit) => bytes.with(place, byte ^ (1 << bit))));
    for (const [rows, said] of [
      ...flipped(data).map((rows) => [rows, manifest] as const),
      ...flipped(manifest).map((said) => [data, said] as const),
      [data.subarray(0, -1), manifest] as const,
      [Buffer.concat([data, Buffer.from(' ')]), manifest] as const,
      [data, Buffer.concat([manifest, Buffer.from('\n')])] as const,
    ]) {
      const { outcome } = await checkedDelivery(rows, said, keys);
      outcomes.set(outcome, (outcomes.get(outcome) ?? 0) + 1);
    }
    // Where a bit of the key's name in the signature is another, no key has that name.
    expect([...outcomes.keys()].sort()).toEqual(['ALTERED', 'UNKNOWN_KEY']);
    expect([...outcomes.values()].reduce((sum, n) => sum + n)).toBe((data.length + manifest.length) * 8 + 3);
  });

  it('says which file it is, and does not judge with the keys of others', async () => {
    const [rows, said] = [data, manifest].map((bytes) => bytes.with(40, bytes[40]! ^ 1));
    for (const [file, exit, text] of [
      [() => written(rows!, manifest), 1, 'Filen med linjene er ikke den som ble signert'],
      [() => written(data, said!), 1, 'Manifestet er ikke det som ble signert'],
    ] as const) {
      const found = await verify({ KULL_KEYS: at('keys') }, file());
      expect([found.code, found.out]).toEqual([exit, expect.stringContaining(text)]);
    }
    const path = written(data, manifest);
    expect((await verify({ KULL_KEYS: at('other') }, path)).out).toContain('kan ikke kontrolleres');
    const { publicJwk } = await loadOrCreateManifestKey(at('keys'));
    const revoked = [{ use: 'MANIFEST', kid: 'x', jwk: publicJwk, revokedAt: '2026-08-01' }];
    const old = await verify({}, path, '--keys', keysFile('old-manifest.json', revoked));
    expect([old.code, old.out]).toEqual([1, expect.stringContaining('trukket tilbake 2026-08-01')]);
  });
});

it.each([
  ['nothing', () => []],
  ['two things', () => [at('bevis.pdf'), '--code', code]],
  ['a file that is not there', () => [at('borte.pdf')]],
  ['a file of no keys', () => [at('bevis.pdf'), '--keys', at('bevis.pdf')]],
])('cannot use %s', async (_, argv) => expect((await verify({}, ...argv())).code).toBe(2));
