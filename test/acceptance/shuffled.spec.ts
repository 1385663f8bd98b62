import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { stringify } from 'csv-stringify/sync';
import { Chance } from '../data/chance';
import { newKeys, type RunningService, startService } from '../harness/service';
import { filesIn, inputFolder, kull } from './command-line';
import { rowsOf } from './model/tables';

/** The same table with its rows in another order. */
const shuffle = (path: string, chance: Chance): void => {
  const [header, ...rows]: string[][] = parse(readFileSync(path), { bom: true, delimiter: ';' });
  writeFileSync(
    path,
    stringify([header!, ...chance.shuffled(rows)], { bom: true, delimiter: ';', record_delimiter: '\r\n' }),
  );
};

/** Rejected rows without their number, in an order of their own. */
const unnumbered = (file: Buffer): readonly string[] =>
  rowsOf(file)
    .map(({ row: _, ...rest }) => JSON.stringify(rest))
    .sort();

const runs = [
  ['intake', 'nlp-2026-intake', ['applications', 'assessments', 'answers', 'hpr-register', 'municipalities']],
  ['course', 'nla-2026-spring', ['participants', 'attendance', 'results', 'hpr-register', 'corrections']],
] as const;

describe('rows in another order, on a service of its own with the same keys', () => {
  const keys = newKeys();
  let out: string;

  const runAll = async (order: string, chance?: Chance): Promise<void> => {
    const service: RunningService = await startService({ keys: keys.folder });
    try {
      for (const [name, folder, tables] of runs) {
        const input = join(out, `${order}-input-${name}`);
        cpSync(inputFolder(folder), input, { recursive: true });
        for (const table of chance ? tables : []) shuffle(join(input, `${table}.csv`), chance!);
        const { code, err } = await kull(service, name, 'run', input, '--out', join(out, order, name));
        if (code !== 0) throw new Error(err);
      }
    } finally {
      await service.stop();
    }
  };

  beforeAll(async () => {
    out = mkdtempSync(join(tmpdir(), 'kull-shuffled-'));
    await runAll('as-given');
    await runAll('shuffled', new Chance(42));
  }, 240_000);

  afterAll(() => {
    rmSync(out, { recursive: true, force: true });
    keys.remove();
  });

  it('gives the same bytes in every file but the one that names rows', () => {
    const given = filesIn(join(out, 'as-given'));
    const shuffled = filesIn(join(out, 'shuffled'));
    expect([...shuffled.keys()]).toEqual([...given.keys()]);
    for (const [name, bytes] of given) {
      if (name.endsWith('rejected-rows.csv')) continue;
      expect({ name, same: shuffled.get(name)!.equals(bytes) }).toEqual({ name, same: true });
    }
  });

  it('refuses the same rows for the same reasons', () => {
    const given = filesIn(join(out, 'as-given'));
    const shuffled = filesIn(join(out, 'shuffled'));
    for (const [name] of runs)
      expect(unnumbered(shuffled.get(`${name}/rejected-rows.csv`)!)).toEqual(
        unnumbered(given.get(`${name}/rejected-rows.csv`)!),
      );
  });
});
