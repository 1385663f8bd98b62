import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';

const root = resolve(__dirname, '..', '..', '..', '..');
const run = promisify(execFile);
let folder: string;

// As `npm run build` does it: threads run JavaScript, not what Jest makes of TypeScript.
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'kull-tables-'));
  const options = ['--ignore', '**/*.spec.ts', '--copy-files', '--quiet'];
  await run(join(root, 'node_modules', '.bin', 'swc'), ['libs/kernel', 'libs/tables', '-d', folder, ...options], {
    cwd: root,
  });
}, 60_000);
afterAll(() => rmSync(folder, { recursive: true }));

interface Observed {
  readonly answers: readonly unknown[];
  /** What memory grew by at most, in megabytes. */
  readonly grownBy: number;
  /** The longest that the main loop was held up, in milliseconds. */
  readonly delay: number;
}

/** What a process of its own sees that reads these workbooks (an expression in JavaScript) at the same time. */
const observed = async (workbooks: string): Promise<Observed> => {
  const script = `
    const { readTable } = require('./libs/tables/src');
    const { bombOf } = require('./libs/tables/src/testing/bomb');
    const { sheetOf, textRow, workbookOf } = require('./libs/tables/src/testing/sheet');
    const { monitorEventLoopDelay } = require('node:perf_hooks');
    (async () => {
      const header = textRow(1, 'Nr');
      const workbooks = ${workbooks};
      global.gc();
      const before = process.memoryUsage().rss;
      let most = before;
      const watch = setInterval(() => { most = Math.max(most, process.memoryUsage().rss); }, 5);
      const loop = monitorEventLoopDelay({ resolution: 5 });
      loop.enable();
      const read = await Promise.all(workbooks.map((bytes) => readTable(bytes, [{ key: 'no', title: 'Nr' }])));
      loop.disable();
      clearInterval(watch);
      const answers = read.map(({ table, refused }) => refused ?? table.rows.length);
      console.log(JSON.stringify({ answers, grownBy: (most - before) / 1e6, delay: loop.max / 1e6 }));
    })().catch((error) => { console.error(error); process.exit(1); });`;
  const env = { ...process.env, NODE_PATH: join(root, 'node_modules') };
  const { stdout } = await run(process.execPath, ['--expose-gc', '-e', script], { cwd: folder, env });
  return JSON.parse(stdout);
};

/** S15 asks for 100 ms, and has it on a machine that does nothing else; read in the main loop it would be seconds. */
const busyMachine = 400;

describe('a workbook that is read in a thread', () => {
  it('is read as in the calling thread, also when many come at once', async () => {
    const { answers, delay } = await observed(
      `Array.from({ length: 4 }, () => workbookOf(sheetOf(header, ...Array.from({ length: 2_500 }, (_, n) => textRow(n + 2, 'a' + n)))))`,
    );
    expect(answers).toEqual([2_500, 2_500, 2_500, 2_500]);
    expect(delay).toBeLessThan(busyMachine);
  }, 60_000);

  it('and inflates to 300 MB is refused with little memory, while others are served (S15, E15)', async () => {
    const { answers, grownBy, delay } = await observed(
      `[bombOf(300_000_000, ' '), Buffer.from('PK\\x03\\x04 and nothing')]`,
    );
    expect(answers).toEqual([{ code: 'TOO_LARGE', limit: 'inflatedBytes' }, { code: 'NOT_A_TABLE' }]);
    expect(grownBy).toBeLessThan(150);
    expect(delay).toBeLessThan(busyMachine);
  }, 60_000);

  it('and wants more memory than the thread may have is refused, and the process lives on', async () => {
    const { answers, grownBy } = await observed(
      `[workbookOf(sheetOf(header, ...Array.from({ length: 99_000 }, (_, n) => '<row r="' + (n + 2) + '"><c r="ZZ' + (n + 2) + '"><v>1</v></c></row>'))),
        workbookOf(sheetOf(header, textRow(2, 'a')))]`,
    );
    expect(answers).toEqual([{ code: 'TOO_LARGE', limit: 'memory' }, 1]);
    expect(grownBy).toBeLessThan(250);
  }, 60_000);
});
