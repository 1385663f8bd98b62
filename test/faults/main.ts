import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { parseArgs } from 'node:util';
import { type Bug, bugNamed, bugs, modulesOf } from './bugs/bugs';
import { changeEveryByte } from './every-byte';
import { leapSpring, leapYear, programmeYear } from './reminder-year/scenario';
import { liveThrough } from './reminder-year/year';
import type { FaultPlan, FaultReport } from './storm/report';
import { FaultRun } from './storm/run';

const usage = `npm run faults -- [--seed N] [--participants N] [--kills N] [--hits N] [--report FILE]
npm run faults -- --year | --bytes | --bugs | --bug NAME [--seed N] [--report FILE]

Kills everything while a course is held, and judges what is left. Exit 0: green; 1: red.
--year  lives through two years of reminders instead, hour by hour
--bytes changes every byte of a certificate instead, one at a time, and asks the verifier; some minutes
--bugs  runs with every seeded bug instead, on a small course or in a spring: green means that each was found
`;

const options = {
  seed: { type: 'string' },
  participants: { type: 'string', default: '1000' },
  kills: { type: 'string', default: '300' },
  hits: { type: 'string', default: '20' },
  report: { type: 'string', default: '.data/faults/report.json' },
  year: { type: 'boolean', default: false },
  bytes: { type: 'boolean', default: false },
  bugs: { type: 'boolean', default: false },
  bug: { type: 'string' },
  help: { type: 'boolean', default: false },
} as const;

const MINUTE = 60_000;

const say = (line: string): void => void process.stderr.write(`  ${line}\n`);

const storm = async (plan: FaultPlan): Promise<FaultReport> => {
  const folder = mkdtempSync(join(tmpdir(), 'kull-faults-'));
  try {
    return await new FaultRun(plan, folder, process.env.REDIS_URL ?? '', say).report();
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
};

/** The smallest run in which each bug has to show. */
const withBug = (bug: Bug, seed: number) =>
  bug.in === 'year'
    ? liveThrough(leapSpring, seed, modulesOf(bug))
    : storm({ seed, participants: 40, kills: 12, hits: 2, withinMs: 20 * MINUTE, bug: bug.name });

/** Whether each bug was seen where it has to be seen. */
const seekAll = async (sought: readonly Bug[], seed: number) => {
  const found = [];
  for (const bug of sought) {
    say(`${bug.name}: ${bug.what}`);
    const report = await withBug(bug, seed);
    const isFound = bug.red.some((invariant) => invariant in report.breaches);
    const breached = Object.keys(report.breaches).join(' ') || 'nothing';
    say(`${bug.name}: ${isFound ? 'found' : 'NOT FOUND'}; breached ${breached}`);
    found.push({ bug: bug.name, what: bug.what, found: isFound, report });
  }
  return { seed, green: found.every((one) => one.found), bugs: found };
};

const liveThroughBoth = async (seed: number) => {
  const years = [];
  for (const scenario of [leapYear, programmeYear]) {
    say(scenario.name);
    years.push(await liveThrough(scenario, seed));
  }
  return { seed, green: years.every(({ breaches }) => Object.keys(breaches).length === 0), years };
};

const main = async (): Promise<number> => {
  const { values } = parseArgs({ options });
  if (values.help) {
    process.stdout.write(usage);
    return 0;
  }
  const seed = Number(values.seed ?? Math.floor(performance.timeOrigin) % 1_000_000);
  process.stdout.write(`CHAOS_SEED=${seed}\n`);
  const report = await (() => {
    if (values.year) return liveThroughBoth(seed);
    if (values.bytes) return changeEveryByte(seed);
    if (values.bugs) return seekAll(bugs, seed);
    if (values.bug !== undefined) return seekAll([bugNamed(values.bug)], seed);
    const [participants, kills, hits] = [values.participants, values.kills, values.hits].map(Number);
    return storm({ seed, participants: participants!, kills: kills!, hits: hits!, withinMs: 100 * MINUTE });
  })();
  mkdirSync(dirname(values.report), { recursive: true });
  writeFileSync(values.report, `${JSON.stringify(report, undefined, 2)}\n`);
  process.stdout.write(
    `${JSON.stringify(report, undefined, 2)}\n${report.green ? 'green' : 'RED'}, see ${values.report}\n`,
  );
  return report.green ? 0 : 1;
};

main().then(
  (code) => process.exit(code),
  (fault: unknown) => {
    process.stderr.write(`${(fault as Error).stack}\n`);
    process.exit(1);
  },
);
