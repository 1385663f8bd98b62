import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Codecs, compareWithRebuild, Database } from '@kull/event-store';
import { allParts } from '../../apps/contexts';
import { generateCourse } from '../data/generate-course';
import { type RunningService, startService } from '../harness/service';
import { inputFolder, kull } from './command-line';
import { eventCount, withOwner } from './log-rows';

/** The columns of log.event that hold what happened, and how to change one character of each. */
const changes: readonly (readonly [column: string, change: string])[] = [
  ['data', `regexp_replace(data::text, '[a-z]', 'X')::json`],
  ['event_id', 'gen_random_uuid()'],
  ['version', 'version + 1000'],
  ['metadata', `replace(metadata::text, '"actor"', '"acted"')::json`],
  ['type', `type || 'x'`],
  ['stream', `stream || 'x'`],
  ['schema_version', 'schema_version + 1'],
  ['occurred_at', `occurred_at + interval '1 millisecond'`],
  ['recorded_at', `recorded_at + interval '1 millisecond'`],
  ['hash', 'set_byte(hash, 0, (get_byte(hash, 0) + 1) % 256)'],
];

describe('the log of a service that has worked', () => {
  let service: RunningService;
  let folder: string;
  let events = 0;

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'kull-honest-'));
    service = await startService();
    generateCourse(join(folder, 'course'), { seed: 31, participants: 12 });
    for (const [name, input] of [
      ['course', join(folder, 'course')],
      ['intake', inputFolder('nlp-2026-intake')],
    ] as const) {
      const { code, err } = await kull(service, name, 'run', input, '--out', join(folder, 'out', name));
      if (code !== 0) throw new Error(err);
    }
    events = await eventCount(service.databaseUrl);
  }, 180_000);

  afterAll(async () => {
    await service?.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  it('is unchanged, says the audit, with all its events', async () => {
    const { code, out } = await kull(service, 'audit', 'verify', '--json');
    expect(code).toBe(0);
    const audit = JSON.parse(out);
    expect(audit).toMatchObject({ intact: true, checkpoint: { size: events } });
    const file = join(folder, 'checkpoint.json');
    writeFileSync(file, out);
    expect((await kull(service, 'audit', 'verify', '--against', file)).code).toBe(0);
    writeFileSync(file, JSON.stringify({ checkpoint: { ...audit.checkpoint, root: 'f'.repeat(64) } }));
    const rewritten = await kull(service, 'audit', 'verify', '--against', file);
    expect(rewritten.code).toBe(1);
    expect(rewritten.out).toContain('kontrollpunktet');
  });

  it('has its read models rebuilt beside the live ones, and no event is added', async () => {
    const { code, out } = await kull(service, 'rebuild', '--all', '--json');
    expect(code).toBe(0);
    expect(JSON.parse(out)).toHaveLength(allParts().readModels.length);
    expect((await kull(service, 'rebuild', 'no-such-model')).code).toBe(2);
    expect(await eventCount(service.databaseUrl)).toBe(events);
  }, 60_000);

  it('gives every read model as it is, when rebuilt from the first event', async () => {
    const { readModels, codecs } = allParts();
    const database = await Database.connect({ url: service.databaseUrl, poolSize: 2 });
    try {
      for (const model of readModels) {
        const { live, rebuilt } = await compareWithRebuild(model, new Codecs(codecs), database);
        expect([model.name, Object.fromEntries(live)]).toEqual([model.name, Object.fromEntries(rebuilt)]);
      }
    } finally {
      await database.close();
    }
  }, 120_000);

  it.each(changes)(
    'cannot have one character of %s changed unseen',
    async (column, change) => {
      for (const position of [1, Math.ceil(events / 2), events]) {
        const found = await withOwner(service.databaseUrl, async (database) => {
          await database.query("set session_replication_role = 'replica'");
          const [before] = await database.query('select position, stream, type from log.event where position = $1', [
            position,
          ]);
          await database.query('create temp table kept as select * from log.event where position = $1', [position]);
          await database.query(`update log.event set ${column} = ${change} where position = $1`, [position]);
          const { code, out } = await kull(service, 'audit', 'verify', '--json');
          await database.query(
            `update log.event e set ${column} = kept.${column} from kept where e.position = kept.position`,
          );
          await database.query('drop table kept');
          return { code, audit: JSON.parse(out), before };
        });
        expect(found.code).toBe(1);
        expect(found.audit).toMatchObject({ intact: false, position });
        if (column !== 'stream' && column !== 'type')
          expect(found.audit).toMatchObject({ stream: found.before.stream, type: found.before.type });
      }
      expect((await kull(service, 'audit', 'verify')).code).toBe(0);
    },
    60_000,
  );

  it('names the place where an event was taken out', async () => {
    const position = Math.ceil(events / 3);
    await withOwner(service.databaseUrl, async (database) => {
      await database.query("set session_replication_role = 'replica'");
      await database.query('delete from log.event where position = $1', [position]);
    });
    const { code, out } = await kull(service, 'audit', 'verify');
    expect(code).toBe(1);
    expect(out).toContain(`Første feil er hendelse ${position}`);
  });
});
