import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { dataFolder, repository, toolsFolder } from './paths.mjs';
import { show } from './programs.mjs';
import { progress } from './progress.mjs';
import { servers } from './servers.mjs';
import { setUp } from './set-up.mjs';

const jestArguments = process.argv.slice(2);
const report = progress();
const results = [];

await setUp(repository, report);
const fsync = process.env.KULL_TEST_FSYNC === 'on';
const folder = dataFolder(fsync ? 'test-fsync' : 'test');
const tools = toolsFolder();
const env = { ...process.env };
const up = await report.phase('PostgreSQL and Redis', () =>
  servers({ folder, root: repository, tools, database: 'postgres', fsync, env: serverChoice(), say: report.say }),
);
const run = randomBytes(6).toString('hex');
Object.assign(env, { TEST_DATABASE_URL: up.databaseUrl, KULL_TEST_RUN: run });
if (up.redisUrl) env.REDIS_URL = up.redisUrl;

if (jestArguments.length === 0) {
  await check('Types', ['node', join(repository, 'node_modules/typescript/bin/tsc'), '--noEmit']);
  await check('Lint', ['npm', 'run', '--silent', 'lint']);
}
await jest();
await up.end();

const sum = (key) => results.reduce((total, result) => total + result[key], 0);
console.log(`\n${sum('passed')} passed, ${sum('failed')} failed`);
process.exit(Math.max(...results.map(({ code }) => code)));

function serverChoice() {
  return { ...process.env, DATABASE_URL: process.env.TEST_DATABASE_URL || process.env.DATABASE_URL };
}

async function check(name, [program, ...args]) {
  const code = await report.phase(name, () => show([program, ...args], { cwd: repository, env }));
  results.push({ code, passed: code === 0 ? 1 : 0, failed: code === 0 ? 0 : 1 });
}

async function jest() {
  const output = join(folder, `jest-${run}.json`);
  const words = [
    join(repository, 'node_modules/jest/bin/jest.js'),
    ...jestArguments,
    '--json',
    `--outputFile=${output}`,
  ];
  const code = await report.phase('Tests', () => show([process.execPath, ...words], { cwd: repository, env }));
  results.push({ code, ...numbers(output, code) });
  rmSync(output, { force: true });
}

function numbers(output, code) {
  if (!existsSync(output)) return { passed: 0, failed: code === 0 ? 0 : 1 };
  const { numPassedTests, numFailedTests, numRuntimeErrorTestSuites } = JSON.parse(readFileSync(output, 'utf8'));
  return { passed: numPassedTests, failed: numFailedTests + numRuntimeErrorTestSuites };
}
