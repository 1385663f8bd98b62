import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { delimiter, join, relative } from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import { journeysIn, journeysText, notByKeyboard, walksIn } from './journeys.mjs';
import { dataFolder, repository, toolsFolder } from './paths.mjs';
import { run, show } from './programs.mjs';
import { progress } from './progress.mjs';
import { servers } from './servers.mjs';
import { setUp } from './set-up.mjs';
import { findTools, provideTools, toolNames, toolsIn, wrapperFolder } from './tools.mjs';

const given = process.argv.slice(2);
const jest = [process.execPath, join(repository, 'node_modules/jest/bin/jest.js')];
const fsync = process.env.KULL_TEST_FSYNC === 'on';
const folder = dataFolder(fsync ? 'test-fsync' : 'test');
const tools = toolsFolder();
const report = progress();
const journeys = join(folder, 'journeys.jsonl');
const results = [];
/** What is killed has to be back in time: it has the machine to itself. All else takes every core that there is. */
const everything = [
  ['Rules and databases', ['--selectProjects', 'unit', 'db', '--maxWorkers=100%']],
  ['Service and pages', ['--selectProjects', 'acceptance', '--maxWorkers=100%']],
  [
    'Journeys by keyboard',
    ['--selectProjects', 'acceptance', '--maxWorkers=100%', ...walksIn(join(repository, 'test/browser'))],
    { KULL_BY_KEYBOARD: 'yes', KULL_PICTURES: '' },
  ],
  ['Faults', ['--selectProjects', 'faults', '--maxWorkers=1']],
];

try {
  await setUp(repository, report);
  await testAll();
} catch (error) {
  console.error(error);
  results.push({ code: 1, passed: 0, failed: 1, failures: [String(error)] });
}
const sum = (key) => results.reduce((total, result) => total + result[key], 0);
// What failed stands last: of a long log, the end is what is kept and read.
for (const failure of results.flatMap(({ failures }) => failures)) console.log(`\nFAILED ${failure}`);
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
    env.KULL_PICTURES ||= join(folder, 'pictures');
  }
  rmSync(journeys, { force: true });
  env.KULL_JOURNEYS = journeys;
  const passes = given.length > 0 ? [['Tests', given]] : everything;
  for (const [label, choice, more] of passes)
    await runJest(label, choice, join(folder, `jest-${runId}.json`), { ...env, ...more });
  await up.end();
  const walked = journeysIn(journeys);
  const left = given.length === 0 ? notByKeyboard(walked) : [];
  for (const name of left)
    results.push({ code: 1, passed: 0, failed: 1, failures: [`${name} was not walked by keyboard`] });
  if (walked.length > 0) console.log(`\n${journeysText(walked)}`);
}

/** All for all tests; for some, those that they mention. */
async function neededTools() {
  if (given.length === 0) return toolNames;
  const found = findTools(tools);
  if (toolNames.every((name) => found[name])) return [];
  const list = await run([...jest, ...given, '--listTests'], { cwd: repository });
  return toolsIn(list.split('\n').filter((line) => line.endsWith('.spec.ts')));
}

async function check(name, command, env) {
  const code = await report.phase(name, () => show(command, { cwd: repository, env }));
  const good = code === 0;
  results.push({ code, passed: good ? 1 : 0, failed: good ? 0 : 1, failures: good ? [] : [name] });
}

async function runJest(label, choice, output, env) {
  // A test that failed half-way may leave a connection open; the run ends all the same and says what failed.
  const code = await report.phase(label, () =>
    show([...jest, ...choice, '--forceExit', '--json', `--outputFile=${output}`], { cwd: repository, env }),
  );
  const none = { passed: 0, failed: 0, failures: [`${label} left no result`] };
  const { passed, failed, failures } = existsSync(output) ? counted(output) : none;
  results.push({ code, passed, failed: code === 0 ? failed : Math.max(failed, 1), failures });
  rmSync(output, { force: true });
}

function counted(output) {
  const { numPassedTests, numFailedTests, numRuntimeErrorTestSuites, testResults } = JSON.parse(
    readFileSync(output, 'utf8'),
  );
  const failures = testResults
    .filter(({ status }) => status === 'failed')
    .flatMap(({ name, message, assertionResults }) => {
      const file = relative(repository, name);
      const failed = assertionResults.filter(({ status }) => status === 'failed');
      if (failed.length === 0) return [`${file}\n${beginning(message)}`];
      return failed.map(({ fullName, failureMessages }) => `${file} › ${fullName}\n${beginning(failureMessages[0])}`);
    });
  return { passed: numPassedTests, failed: numFailedTests + numRuntimeErrorTestSuites, failures };
}

function beginning(message) {
  return stripVTControlCharacters(message).split('\n').slice(0, 12).join('\n');
}
