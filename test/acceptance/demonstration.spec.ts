import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type RunningService, startService } from '../harness/service';
import { filesIn, inputFolder, kull } from './command-line';
import { checkCourseFiles } from './course-files';
import { deliveriesIn, signedContent } from './expected-deliveries';
import { checkIntakeFiles } from './intake-files';
import { eventCount, everyRow } from './log-rows';
import { rowsIn } from './model/tables';
import { nationalIdsIn } from './national-ids';
import { inspectPdf } from './pdf-programs';
import { type Overheard, overhearRedis } from './redis-monitor';

const intakeFolder = inputFolder('nlp-2026-intake');
const courseFolder = inputFolder('nla-2026-spring');

describe('the two demonstration folders, through the whole service', () => {
  let service: RunningService;
  let redis: Overheard;
  let out: string;
  let aside: string;
  const run = (name: string, folder: string) => kull(service, name, 'run', folder, '--out', join(out, name));

  beforeAll(async () => {
    out = mkdtempSync(join(tmpdir(), 'kull-out-'));
    aside = mkdtempSync(join(tmpdir(), 'kull-aside-'));
    service = await startService();
    redis = await overhearRedis();
    for (const [name, folder] of [
      ['intake', intakeFolder],
      ['course', courseFolder],
    ] as const) {
      const { code, err } = await run(name, folder);
      if (code !== 0) throw new Error(`${name} run ended with ${code}:\n${err}\n${service.complaints()}`);
    }
  }, 180_000);

  afterAll(async () => {
    await redis?.stop();
    await service?.stop();
    for (const folder of [out, aside]) rmSync(folder, { recursive: true, force: true });
  });

  it('gives the intake files that the rules say', () => {
    checkIntakeFiles(intakeFolder, filesIn(join(out, 'intake')));
  });

  it('gives the course files, certificates and deliveries that the rules say', () => {
    checkCourseFiles(courseFolder, filesIn(join(out, 'course')), 1);
  });

  it('signs each manifest over everything else in it', () => {
    const deliveries = deliveriesIn(filesIn(join(out, 'course')));
    expect(deliveries).toHaveLength(2);
    for (const { manifest } of deliveries) {
      const { signature, ...rest } = manifest;
      expect(signedContent(service.keysFolder, String(signature))).toEqual(rest);
    }
  });

  it('gives certificates that three other programs call right', () => {
    const certificates = [...filesIn(join(out, 'course')).keys()].filter((name) => name.endsWith('.pdf'));
    for (const name of certificates) {
      const { text, ...verdict } = inspectPdf(join(out, 'course', name));
      expect({ name, ...verdict }).toEqual({
        name,
        signatureIsValid: true,
        wholeDocumentIsSigned: true,
        signatures: 1,
        structureIsRight: true,
      });
      expect(text).toContain('LF-TEST-0001');
      expect(nationalIdsIn(text)).toEqual([]);
    }
  });

  it('calls every certificate unaltered, and one with another byte altered', async () => {
    const certificates = [...filesIn(join(out, 'course')).keys()].filter((name) => name.endsWith('.pdf'));
    for (const name of certificates) expect((await kull(service, 'verify', join(out, 'course', name))).code).toBe(0);
    const altered = readFileSync(join(out, 'course', certificates[0]!));
    altered[altered.length >> 1]! ^= 1;
    const path = join(aside, 'altered.pdf');
    writeFileSync(path, altered);
    const { code, out: said } = await kull(service, 'verify', path);
    expect(code).toBe(1);
    expect(said).toContain('Filen er endret');
  });

  it('does the same again without a new event, byte for byte', async () => {
    const before = { files: filesIn(out), events: await eventCount(service.databaseUrl) };
    for (const [name, folder] of [
      ['intake', intakeFolder],
      ['course', courseFolder],
    ] as const)
      expect((await kull(service, name, 'run', folder, '--out', join(out, `${name}-again`))).code).toBe(0);
    expect(await eventCount(service.databaseUrl)).toBe(before.events);
    const after = filesIn(out);
    for (const [name, bytes] of before.files)
      expect(after.get(name.replace(/^(intake|course)/, '$1-again'))?.equals(bytes)).toBe(true);
    expect(after.size).toBe(before.files.size * 2);
  }, 60_000);

  it('leaves no national id in files, tables, the queue or logs', async () => {
    const known = [...rowsIn(join(intakeFolder, 'applications.csv')), ...rowsIn(join(courseFolder, 'participants.csv'))]
      .map((row) => row.national_id!)
      .filter((id) => id.length === 11);
    const places = new Map<string, string>([
      ...[...filesIn(out)].map(([name, bytes]): [string, string] => [name, bytes.toString('latin1')]),
      ...(await everyRow(service.databaseUrl)),
      ['logs', service.logs()],
      ['redis', redis.heard()],
    ]);
    for (const [place, text] of places) {
      expect({ place, known: known.filter((id) => text.includes(id)) }).toEqual({ place, known: [] });
      if (!place.endsWith('.pdf')) expect({ place, ids: nationalIdsIn(text) }).toEqual({ place, ids: [] });
    }
    expect(redis.heard()).toContain(service.queuePrefix);
  });
});
