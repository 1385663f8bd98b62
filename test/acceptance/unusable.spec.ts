import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type RunningService, startService } from '../harness/service';
import { inputFolder, kull } from './command-line';
import { eventCount } from './log-rows';

type Change = (text: string) => string | Buffer;

describe('a folder that cannot be used', () => {
  let service: RunningService;
  let folder: string;

  beforeAll(async () => {
    service = await startService();
  }, 90_000);

  afterAll(() => service?.stop());

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'kull-unusable-'));
    cpSync(inputFolder('nlp-2026-intake'), join(folder, 'intake'), { recursive: true });
    cpSync(inputFolder('nla-2026-spring'), join(folder, 'course'), { recursive: true });
  });

  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  const edit = (path: string, change: Change): void =>
    writeFileSync(join(folder, path), change(readFileSync(join(folder, path), 'utf8')));

  const run = (name: 'intake' | 'course') =>
    kull(service, name, 'run', join(folder, name), '--out', join(folder, 'out'));

  it.each<[string, 'intake' | 'course', string, Change, string]>([
    ['broken JSON', 'intake', 'intake.json', (text) => text.slice(0, 99), 'ikke gyldig JSON'],
    ['a field less', 'course', 'course.json', (text) => text.replace('"sharingBasis"', '"basis"'), 'sharingBasis'],
    ['a column less', 'intake', 'answers.csv', (text) => text.replace('keep_waiting', 'wait'), 'keep_waiting'],
    ['another encoding', 'course', 'participants.csv', (text) => Buffer.from(text, 'latin1'), 'ikke UTF-8'],
    ['an endless quote', 'course', 'results.csv', (text) => `${text}"`, 'kan ikke leses som CSV'],
    [
      'more earmarked places than places',
      'intake',
      'intake.json',
      (text) => text.replace('"earmarkedPhysicianPlaces": 5', '"earmarkedPhysicianPlaces": 55'),
      '',
    ],
    ['an instant that is none', 'intake', 'intake.json', (text) => text.replace('2026-03-01T00', '2026-13-01T00'), ''],
  ])('changes nothing: %s', async (_, name, file, change, says) => {
    edit(`${name}/${file}`, change);
    const { code, err } = await run(name);
    expect({ code, events: await eventCount(service.databaseUrl) }).toEqual({ code: 2, events: 0 });
    expect(err).toContain(says);
  });

  it('changes nothing: a missing file', async () => {
    rmSync(join(folder, 'intake/assessments.csv'));
    const { code, err } = await run('intake');
    expect({ code, events: await eventCount(service.databaseUrl) }).toEqual({ code: 2, events: 0 });
    expect(err).toContain('assessments.csv mangler');
  });

  it('ranks nobody while assessments are missing, and says whose', async () => {
    edit('intake/assessments.csv', (text) =>
      text
        .split('\r\n')
        .filter((line) => !line.startsWith('A26-000439;'))
        .join('\r\n'),
    );
    const { code, err } = await run('intake');
    expect(code).toBe(2);
    expect(err).toContain('A26-000439');
  }, 60_000);

  it('says so when the intake is there with another content, and changes nothing', async () => {
    const before = await eventCount(service.databaseUrl);
    edit('intake/intake.json', (text) =>
      text.replace('"maxPerMunicipalityPerClass": 8', '"maxPerMunicipalityPerClass": 9'),
    );
    const { code, err } = await run('intake');
    expect({ code, events: await eventCount(service.databaseUrl) }).toEqual({ code: 2, events: before });
    expect(err).not.toBe('');
  });

  it('goes on when the assessments are there, and takes no other application once offers are made', async () => {
    expect((await run('intake')).code).toBe(0);
    const before = await eventCount(service.databaseUrl);
    edit('intake/applications.csv', (text) => text.replace('A26-000439', 'A26-990439'));
    const { code, err } = await run('intake');
    expect({ code, events: await eventCount(service.databaseUrl) }).toEqual({ code: 2, events: before });
    expect(err).not.toBe('');
  }, 120_000);
});
