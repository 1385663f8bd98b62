import { execFile } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { renderNow } from './certificate/render';
import { loadOrCreateSigningKey, type SigningKey } from './keys/signing-key';
import { signNow } from './pdf/sign';
import { createCertificateRenderer } from './renderer';
import { example, named } from './testing/example';
import { run } from './testing/tools';

const root = resolve(__dirname, '..', '..', '..');
const meta = { signedAt: example.issuedAt, reason: 'Utstedelse', location: 'Oslo', name: 'Handelshøyskolen BI' };
let folder: string;

// As `npm run build` does it: threads and other processes run JavaScript, not what Jest makes of TypeScript.
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'kull-built-'));
  const swc = join(root, 'node_modules', '.bin', 'swc');
  const options = ['--ignore', '**/*.spec.ts', '--copy-files', '--quiet'];
  run(swc, ['libs/kernel', 'libs/documents', '-d', join(folder, 'dist'), ...options], { cwd: root });
}, 60_000);
afterAll(() => rmSync(folder, { recursive: true }));

/** What a process of its own prints that runs this text, with the built library as `documents`. */
const elsewhere = async (body: string): Promise<string> => {
  const library = join(folder, 'dist', 'libs', 'documents', 'src');
  const script = `const documents = require(${JSON.stringify(library)});
    const { example, named } = require(${JSON.stringify(join(library, 'testing', 'example.js'))});
    const meta = ${JSON.stringify(meta)};
    const keys = ${JSON.stringify(join(folder, 'keys'))};
    const sha256 = (bytes) => require('node:crypto').createHash('sha256').update(bytes).digest('hex');
    (async () => { ${body} })().catch((error) => { console.error(error); process.exit(1); });`;
  const env = { ...process.env, NODE_PATH: join(root, 'node_modules') };
  return (await promisify(execFile)(process.execPath, ['-e', script], { env })).stdout.trim();
};

describe('Several processes', () => {
  let key: SigningKey;

  it('agree on one signing key and one manifest key when all start at once', async () => {
    const load = `const [key, manifest] = await Promise.all([documents.loadOrCreateSigningKey(keys), documents.loadOrCreateManifestKey(keys)]);
      console.log(key.fingerprint, manifest.kid);`;
    const answers = await Promise.all(Array.from({ length: 6 }, () => elsewhere(load)));
    expect(new Set(answers).size).toBe(1);
    expect(readdirSync(join(folder, 'keys')).sort()).toEqual(['manifest-key.json', 'signing-key.pem']);
    key = await loadOrCreateSigningKey(join(folder, 'keys'));
    expect(answers[0]!.startsWith(key.fingerprint)).toBe(true);
    expect(statSync(join(folder, 'keys')).mode & 0o777).toBe(0o700);
    expect(statSync(join(folder, 'keys', 'signing-key.pem')).mode & 0o777).toBe(0o600);
  }, 60_000);

  it('render and sign the same bytes, in threads or not', async () => {
    const here = createCertificateRenderer({ threads: 0, key });
    const { sha256, unsignedSha256 } = await here.issue(example, meta);
    const alone = `const bytes = await documents.renderCertificate(example);
      console.log(sha256(bytes), sha256(await documents.signPdf(bytes, await documents.loadOrCreateSigningKey(keys), meta)));`;
    const threaded = `const renderer = documents.createCertificateRenderer({ threads: 2, key: await documents.loadOrCreateSigningKey(keys) });
      const others = Array.from({ length: 12 }, (_, i) => renderer.issue(named('Nr ' + i, 'Prøve'), meta));
      const rendered = await renderer.render(example);
      const signed = await renderer.sign(rendered.bytes, meta);
      const issued = await renderer.issue(example, meta);
      await Promise.all(others);
      const refused = await renderer.render(named('01018012345', 'Prøve')).catch((error) => error instanceof documents.CertificateContentRefused && error.problems);
      await renderer.close();
      if (issued.sha256 !== signed.sha256 || sha256(issued.bytes) !== issued.sha256) throw new Error('two ways, two files');
      if (refused[0] !== 'holder.givenName: looks like a national id') throw new Error('not refused: ' + refused);
      console.log(rendered.sha256, signed.sha256);`;
    expect(await Promise.all([elsewhere(alone), elsewhere(threaded)])).toEqual(
      Array.from({ length: 2 }, () => `${unsignedSha256} ${sha256}`),
    );
  }, 60_000);

  it('sign with another key from the moment it is changed', async () => {
    const other = await loadOrCreateSigningKey(join(folder, 'other-keys'));
    let current = key;
    const renderer = createCertificateRenderer({ threads: 0, key: () => current });
    const content = named('Ola', 'Prøve');
    const before = await renderer.issue(content, meta);
    current = other;
    const after = await renderer.issue(content, meta);
    expect(after.unsignedSha256).toBe(before.unsignedSha256);
    expect(Buffer.compare(after.bytes, signNow(renderNow(content), other, meta))).toBe(0);
  });
});
