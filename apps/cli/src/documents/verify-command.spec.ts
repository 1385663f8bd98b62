import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  type JwsKey,
  loadOrCreateJwsKey,
  loadOrCreateSigningKey,
  renderCertificate,
  type SigningKey,
  signedCode,
  signPdf,
} from '@kull/documents';
import { example } from '@kull/documents/testing/example';
import { runCli } from '../cli';

let folder: string;
let signingKey: SigningKey;
let codeKey: JwsKey;
let code: string;
const at = (name: string): string => join(folder, name);

const verify = async (env: NodeJS.ProcessEnv, ...argv: string[]) => {
  let [out, err] = ['', ''];
  const terminal = {
    out: (text: string) => {
      out += text;
    },
    err: (text: string) => {
      err += text;
    },
    watched: false,
  };
  return { exit: await runCli(['verify', ...argv], env, terminal), out, err };
};
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
    const { exit, out } = await verify({ KULL_KEYS: at('keys') }, at('bevis.pdf'));
    expect(exit).toBe(0);
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
    expect((await verify(env(), at('bevis.pdf'), ...options())).exit).toBe(exit),
  );

  it.each([
    ['endret.pdf', 'Filen er endret'],
    ['usignert.pdf', 'ikke signert'],
  ])('is no good: %s', async (name, text) => {
    const { exit, out } = await verify({ KULL_KEYS: at('keys') }, at(name));
    expect(exit).toBe(1);
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
      const { exit, out } = await verify(env, '--code', code, ...more);
      expect(exit).toBe(0);
      expect(out).toContain('Koden er ekte');
      expect(out).toContain('7Q4K-9M2X-T, versjon 2');
      expect(out).toContain('Kari Testesen Prøve');
      expect(out).toContain('Uten nett kan det ikke sies');
    }
  });

  it.each([
    ['altered', () => code.replace('7Q4K', '8Q4K'), 'Koden er endret'],
    ['without what follows #', () => code.split('#')[0]!, 'ikke teksten i QR-koden'],
  ])('is no good: %s', async (_, text, says) => {
    const { exit, out } = await verify({ KULL_KEYS: at('keys') }, '--code', text());
    expect(exit).toBe(1);
    expect(out).toContain(says);
  });

  it('cannot be judged with keys of others, nor trusted with a revoked one', async () => {
    expect((await verify({ KULL_KEYS: at('other') }, '--code', code)).out).toContain('kan ikke kontrolleres');
    const old = keysFile('old.json', published({ revokedAt: '2026-08-01' }));
    expect((await verify({}, '--code', code, '--keys', old)).exit).toBe(1);
  });
});

it.each([
  ['nothing', () => []],
  ['two things', () => [at('bevis.pdf'), '--code', code]],
  ['a file that is not there', () => [at('borte.pdf')]],
  ['a file of no keys', () => [at('bevis.pdf'), '--keys', at('bevis.pdf')]],
])('cannot use %s', async (_, argv) => expect((await verify({}, ...argv())).exit).toBe(2));
