import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { certificatesParts } from '@kull/certificates';
import { DocumentTable } from '@kull/certificates/document-table';
import {
  type CertificateContent,
  createCertificateRenderer,
  type JwsKey,
  loadOrCreateJwsKey,
  loadOrCreateSigningKey,
  signedCode,
} from '@kull/documents';
import { certificateView } from '@kull/documents/certificate/view';
import { named } from '@kull/documents/testing/example';
import { runMigrations } from '@kull/event-store';
import { newUuid } from '@kull/kernel';
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler';
import { benchCodec, benchReadModel, benchRegister, startBenchService } from './bench-service';
import { compare } from './rounds';

const CERTIFICATES = 216;
/** Many are issued in so many parts of so many: each should take as long as the first, and as much memory. */
const MANY = { parts: 10, each: 1_000 };
const meta = {
  signedAt: '2026-07-01T07:00:00.000Z',
  reason: 'Utstedelse',
  location: 'Oslo',
  name: 'Handelshøyskolen BI',
};

const contentWith =
  (codeKey: JwsKey) =>
  (i: number): CertificateContent => {
    const { verificationAddress, ...rest } = named(`Kari ${String.fromCharCode(65 + (i % 26))}`, `Prøve ${i}`);
    const { version, holder, course } = rest;
    const address = `${verificationAddress}-${i}`;
    const facts = {
      version,
      approvalId: course.approvalId,
      points: 60,
      completedOn: course.completedOn,
      familyName: holder.familyName,
      givenNames: holder.givenName,
    };
    const scanAddress = signedCode(`${address}?k=q1w2e3r4t5y6`, facts, codeKey);
    return { ...rest, certificateNumber: `N${i}`, verificationAddress: address, scanAddress };
  };

/** The same page by Typst alone on one core: nothing checked, hashed, signed or stored. */
const bareTypst = () => {
  const library = join(__dirname, '..', '..', 'libs', 'documents', 'src');
  const templates = join(library, 'certificate', 'template');
  const typst = NodeCompiler.create({ workspace: templates, fontArgs: [{ fontPaths: [join(library, 'fonts')] }] });
  return (view: Buffer): void => {
    typst.mapShadow(join(templates, 'view.json'), view);
    typst.pdf(
      { mainFilePath: join(templates, 'certificate.typ') },
      { pdfStandard: 'a-3a' as never, creationTimestamp: 1_782_889_200 },
    );
    typst.evictCache(10);
  };
};

/** Render + sign + store + an event each, on one thread, against Typst alone; then the memory of many. */
export const certificate = async (url: string): Promise<void> => {
  await runMigrations(url, certificatesParts.migrations, [benchReadModel], [benchCodec]);
  const service = await startBenchService(url);
  const documents = new DocumentTable(service.database);
  const keys = mkdtempSync(join(tmpdir(), 'kull-bench-keys-'));
  const key = await loadOrCreateSigningKey(keys);
  const one = createCertificateRenderer({ threads: 1, key });
  const two = createCertificateRenderer({ threads: 2, key });
  const content = contentWith(await loadOrCreateJwsKey(keys, 'certificate-code-key.json'));
  const bare = bareTypst();
  const views = Array.from({ length: CERTIFICATES }, (_, i) =>
    Buffer.from(JSON.stringify(certificateView(content(i), 1))),
  );

  const issueAll = async (renderer: typeof one, count = CERTIFICATES, from = 0): Promise<number> => {
    const start = performance.now();
    await Promise.all(
      Array.from({ length: count }, async (_, n) => {
        const i = from + n;
        const { bytes } = await renderer.issue(content(i), meta);
        await documents.keep(bytes, 'application/pdf');
        await service.events.execute(
          benchRegister,
          `certificate-${i}`,
          { type: 'Mark', data: { student: 'stc_1', halfHours: 1 } },
          { commandId: newUuid(), actor: 'bench', occurredAt: meta.signedAt },
        );
      }),
    );
    return (count * 1000) / (performance.now() - start);
  };
  const megabytes = (): number => Math.round(process.memoryUsage().rss / 1e6);
  try {
    await compare({
      name: 'certificate',
      unit: 'certificates/s, one thread',
      limit: {
        name: 'bare Typst render',
        measure: async () => {
          const start = performance.now();
          for (const view of views) {
            bare(view);
            await setImmediate();
          }
          return (CERTIFICATES * 1000) / (performance.now() - start);
        },
      },
      contenders: [{ name: 'kull', measure: () => issueAll(one) }],
      goal: { contender: 'kull', ratio: 0.8, better: 'more' },
      rounds: 5,
    });
    await issueAll(two);
    console.log(
      `216 certificates on two threads: ${(CERTIFICATES / (await issueAll(two))).toFixed(2)} s (goal ≤ 3 s); memory ${megabytes()} MB`,
    );
    const parts: { readonly seconds: string; readonly 'memory, MB': number }[] = [];
    for (let part = 0; part < MANY.parts; part++) {
      const rate = await issueAll(two, MANY.each, CERTIFICATES + part * MANY.each);
      parts.push({ seconds: (MANY.each / rate).toFixed(1), 'memory, MB': megabytes() });
    }
    console.log(`${MANY.parts * MANY.each} certificates on two threads, by parts of ${MANY.each} (goal: all alike)`);
    console.table(parts);
  } finally {
    await one.close();
    await two.close();
    await service.close();
    rmSync(keys, { recursive: true });
  }
};
