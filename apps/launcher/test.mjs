import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { dataFolder, repository, toolsFolder } from './paths.mjs';
import { run, show } from './programs.mjs';
import { progress } from './progress.mjs';
import { servers } from './servers.mjs';
import { setUp } from './set-up.mjs';
import { findTools, provideTools, toolNames, toolsIn, wrapperFolder } from './tools.mjs';

const given = process.argv.slice(2);
const jest = [process.execPath, join(repository, 'node_modules/jest/bin/jest.js'), ...given];
const fsync = process.env.KULL_TEST_FSYNC === 'on';
const folder = dataFolder(fsync ? 'test-fsync' : 'test');
const tools = toolsFolder();
const report = progress();
const results = [];

try {
  await setUp(repository, report);
  await testAll();
} catch (error) {
  console.error(error);
  results.push({ code: 1, passed: 0, failed: 1 });
}
const sum = (key) => results.reduce((total, result) => total + result[key], 0);
console.log(`\n${sum('passed')} passed, ${sum('failed')} failed`);
process.exit(Math.max(...results.map(({ code }) => code)));

async function testAll() {
  const runId = randomBytes(6).toString('hex');
  const env = { ...process.env, KULL_TEST_RUN: runId };
  await report.phase('Tools', async () => provideTools(await neededTools(), tools, report.say));
  env.PATH = [wrapperFolder(tools), process.env.PATH].join(delimiter);
  env.KULL_CHROMIUM ||= findTools(tools).chromium ?? '';

  const up = await report.phase('PostgreSQL and Redis', () =>
    servers({
      folder,
      root: repository,
      tools,
      database: 'postgres',
      fsync,
      env: { ...process.env, DATABASE_URL: process.env.TEST_DATABASE_URL || process.env.DATABASE_URL },
      say: report.say,
    }),
  );
  env.TEST_DATABASE_URL = up.databaseUrl;
  if (up.redisUrl) env.REDIS_URL = up.redisUrl;

  if (given.length === 0) {
    await check('Types', [process.execPath, join(repository, 'node_modules/typescript/bin/tsc'), '--noEmit'], env);
    await check('Lint', ['npm', 'run', '--silent', 'lint'], env);
  }
  await runJest(join(folder, `jest-${runId}.json`), env);
  await up.end();
}

/** All for all tests; for some, those that they mention. */
async function neededTools() {
  if (given.length === 0) return toolNames;
  const found = findTools(tools);
  if (toolNames.every((name) => found[name])) return [];
  const list = await run([...jest, '--listTests'], { cwd: repository });
  return toolsIn(list.split('\n').filter((line) => line.endsWith('.spec.ts')));
}

async function check(name, command, env) {
  const code = await report.phase(name, () => show(command, { cwd: repository, env }));
  results.push({ code, passed: code === 0 ? 1 : 0, failed: code === 0 ? 0 : 1 });
}

async function runJest(output, env) {
  // A test that failed half-way may leave a connection open; the run ends all the same and says what failed.
  const code = await report.phase('Tests', () =>
    show([...jest, '--forceExit', '--json', `--outputFile=${output}`], { cwd: repository, env }),
  );
  const { passed, failed } = existsSync(output) ? counted(output) : { passed: 0, failed: 0 };
  results.push({ code, passed, failed: code === 0 ? failed : Math.max(failed, 1) });
  rmSync(output, { force: true });
}

function counted(output) {
  const { numPassedTests, numFailedTests, numRuntimeErrorTestSuites } = JSON.parse(readFileSync(output, 'utf8'));
  return { passed: numPassedTests, failed: numFailedTests + numRuntimeErrorTestSuites };
}
