import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { renderNow } from './certificate/render';
import { keyRingsIn } from './keys/key-uses';
import { verifyPdf } from './pdf/verify';
import { createCertificateRenderer } from './renderer';
import { example } from './testing/example';
import { asFile, run } from './testing/tools';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'kull-rotation-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

/** G15 in small; libs/certificates does the same with events and eight at a time. */
it('Three keys that follow each other during 300 signatures: all verify, each with its own', async () => {
  const ring = keyRingsIn(folder).DOCUMENT;
  const keys = [await ring.first(), await ring.add('second'), await ring.add('third')];
  let signed = 0;
  const renderer = createCertificateRenderer({
    threads: 0,
    key: async () => keys[Math.floor((signed++ * keys.length) / 300)]!.key,
  });
  const unsigned = renderNow(example);
  const counts = new Map<string, number>();
  for (let i = 0; i < 300; i++) {
    const { bytes, signedBy } = await renderer.sign(unsigned, {
      signedAt: example.issuedAt,
      reason: `Nr ${i}`,
      location: 'Norge',
      name: 'Handelshøyskolen BI',
    });
    const verification = verifyPdf(bytes);
    if (!verification.unaltered || verification.certificateFingerprint !== signedBy) throw new Error(`number ${i}`);
    counts.set(signedBy, (counts.get(signedBy) ?? 0) + 1);
    if (i % 30 === 0) {
      expect(asFile(bytes, (path) => run('pdfsig', [path]))).toContain('Signature Validation: Signature is Valid.');
    }
  }
  expect(keys.map(({ fingerprint }) => counts.get(fingerprint))).toEqual([100, 100, 100]);
}, 120_000);
