import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { parseArgs } from 'node:util';
import { bugNamed, bugs } from './bugs/bugs';
import type { FaultReport } from './storm/report';
import { FaultRun } from './storm/run';

const usage = `npm run faults -- [--seed N] [--participants N] [--kills N] [--hits N] [--report FILE] [--bugs | --bug NAME]

Kills everything while a course is held, and judges what is left. Exit 0: green; 1: red.
--bugs runs every seeded bug on a smaller course instead: green means that each was found.
`;

const options = {
  seed: { type: 'string' },
  participants: { type: 'string' },
  kills: { type: 'string' },
  hits: { type: 'string' },
  report: { type: 'string', default: '.data/faults/report.json' },
  bugs: { type: 'boolean', default: false },
  bug: { type: 'string' },
  help: { type: 'boolean', default: false },
} as const;

interface Found {
  readonly bug: string;
  readonly what: string;
  readonly found: boolean;
  readonly report: FaultReport;
}

const MINUTE = 60_000;

const say = (line: string): void => void process.stderr.write(`  ${line}\n`);

const run = async (plan: FaultReport['plan']): Promise<FaultReport> => {
  const folder = mkdtempSync(join(tmpdir(), 'kull-faults-'));
  try {
    return await new FaultRun(plan, folder, process.env.REDIS_URL ?? '', say).report();
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
};

/** Whether the bug was seen where it has to be seen. */
const seek = async (name: string, seed: number): Promise<Found> => {
  const bug = bugNamed(name);
  say(`${bug.name}: ${bug.what}`);
  const report = await run({ seed, participants: 60, kills: 40, hits: 3, withinMs: 10 * MINUTE, bug: bug.name });
  const found = bug.red.some((invariant) => invariant in report.breaches);
  say(`${bug.name}: ${found ? 'found' : 'NOT FOUND'}; breached ${Object.keys(report.breaches).join(' ') || 'nothing'}`);
  return { bug: bug.name, what: bug.what, found, report };
};

const main = async (): Promise<number> => {
  const { values } = parseArgs({ options });
  if (values.help) {
    process.stdout.write(usage);
    return 0;
  }
  const seed = Number(values.seed ?? Math.floor(performance.timeOrigin) % 1_000_000);
  process.stdout.write(`CHAOS_SEED=${seed}\n`);
  const named = values.bug === undefined ? [] : [values.bug];
  const sought = values.bugs ? bugs.map(({ name }) => name) : named;
  let green: boolean;
  let written: object;
  if (sought.length > 0) {
    const found: Found[] = [];
    for (const name of sought) found.push(await seek(name, seed));
    green = found.every((one) => one.found);
    written = { seed, green, bugs: found };
  } else {
    const whole = (text: string | undefined, fallback: number) => (text === undefined ? fallback : Number(text));
    const report = await run({
      seed,
      participants: whole(values.participants, 1_000),
      kills: whole(values.kills, 300),
      hits: whole(values.hits, 20),
      withinMs: 100 * MINUTE,
    });
    ({ green } = report);
    written = report;
  }
  mkdirSync(dirname(values.report), { recursive: true });
  writeFileSync(values.report, `${JSON.stringify(written, undefined, 2)}\n`);
  process.stdout.write(`${JSON.stringify(written, undefined, 2)}\n${green ? 'green' : 'RED'}, see ${values.report}\n`);
  return green ? 0 : 1;
};

main().then(
  (code) => process.exit(code),
  (fault: unknown) => {
    process.stderr.write(`${(fault as Error).stack}\n`);
    process.exit(1);
  },
);
