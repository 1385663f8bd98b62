// Certificates a second, and memory, on the built library: npm run build && node libs/documents/bench/certificates.mjs [count]
import { mkdtempSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setImmediate } from 'node:timers/promises';

const require = createRequire(import.meta.url);
const built = '../../../dist/libs/documents/src';
const documents = require(`${built}/index.js`);
const { named } = require(`${built}/testing/example.js`);
const { certificateView } = require(`${built}/certificate/view.js`);
const { NodeCompiler } = require('@myriaddreamin/typst-ts-node-compiler');

const count = Number(process.argv[2] ?? 216);
const folder = mkdtempSync(join(tmpdir(), 'kull-bench-'));
const key = await documents.loadOrCreateSigningKey(folder);
const meta = {
  signedAt: '2026-07-01T07:00:00.000Z',
  reason: 'Utstedelse',
  location: 'Oslo',
  name: 'Handelshøyskolen BI',
};
const content = (i) => {
  const { verificationAddress, ...rest } = named(`Kari ${String.fromCharCode(65 + (i % 26))}`, `Prøve ${i}`);
  return { ...rest, certificateNumber: `N${i}`, verificationAddress: `${verificationAddress}-${i}` };
};
const megabytes = () => Math.round(process.memoryUsage().rss / 1e6);

const measured = async (name, work) => {
  const start = performance.now();
  const cpu = process.cpuUsage();
  await work();
  const seconds = (performance.now() - start) / 1000;
  const { user, system } = process.cpuUsage(cpu);
  const each = ((user + system) / 1000 / count).toFixed(2);
  console.log(
    `${name.padEnd(26)} ${seconds.toFixed(2)} s for ${count}, ${(count / seconds).toFixed(0)}/s, ${each} ms CPU each, ${megabytes()} MB`,
  );
};

// The yardstick: the same page by Typst alone, its data made beforehand, nothing checked, hashed or signed.
const directory = join(import.meta.dirname ?? new URL('.', import.meta.url).pathname, built);
const templates = join(directory, 'certificate', 'template');
const typst = NodeCompiler.create({ workspace: templates, fontArgs: [{ fontPaths: [join(directory, 'fonts')] }] });
const bare = (view) => {
  typst.mapShadow(join(templates, 'view.json'), view);
  typst.pdf(
    { mainFilePath: join(templates, 'certificate.typ') },
    { pdfStandard: 'a-3a', creationTimestamp: 1782889200 },
  );
  typst.evictCache(10);
};
const views = Array.from({ length: count }, (_, i) => Buffer.from(JSON.stringify(certificateView(content(i), 1))));
views.slice(0, 20).forEach(bare);
await measured('bare Typst', async () => {
  for (const view of views) {
    bare(view);
    await setImmediate();
  }
});

for (const threads of [0, 1, 2]) {
  const renderer = documents.createCertificateRenderer({ threads, key });
  // Nothing of the result is kept: what grows then is what leaks.
  const all = (work) =>
    Promise.all(Array.from({ length: count }, (_, i) => work(content(i)).then(({ sha256 }) => sha256)));
  await Promise.all(Array.from({ length: 20 }, (_, i) => renderer.issue(content(i), meta)));
  await measured(`render, ${threads} threads`, () => all((it) => renderer.render(it)));
  await measured(`render + sign, ${threads} threads`, () => all((it) => renderer.issue(it, meta)));
  await renderer.close();
}
rmSync(folder, { recursive: true });
