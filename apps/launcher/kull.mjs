import { spawn } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dataFolder, dataRoot, entries, keysFolder, repository, toolsFolder } from './paths.mjs';
import { ended } from './programs.mjs';
import { progress } from './progress.mjs';
import { runningService } from './running-service.mjs';
import { servers } from './servers.mjs';
import { setUp } from './set-up.mjs';
import { throwAwayService } from './throw-away.mjs';

const startsItsOwn = ['intake', 'course', 'class'];
const readsTheDatabase = ['audit', 'rebuild'];

const { words, url, fresh } = readArguments(process.argv.slice(2));
const [command] = words;
// The command's own output is on stdout; what the launcher has to say is not part of it.
const report = progress({ stream: process.stderr, quiet: true });
const closing = [];
let child = null;
let interrupted = false;
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'])
  process.on(signal, () => {
    interrupted = true;
    child?.kill(signal);
  });

await setUp(repository, report);
let code = 1;
try {
  const env = { ...process.env, ...(await whereTheServiceIs()), ...(await whereTheDatabaseIs()) };
  if (!interrupted) {
    child = spawn(process.execPath, [entries.cli, ...words], { stdio: 'inherit', env });
    const outcome = await ended(child);
    code = typeof outcome === 'number' ? outcome : 1;
  }
} catch (error) {
  console.error(error.message);
} finally {
  for (const close of closing) await close();
}
process.exit(code);

function readArguments(given) {
  const words = [];
  let url = null;
  let fresh = false;
  for (let n = 0; n < given.length; n += 1) {
    if (given[n] === '--url') url = given[++n];
    else if (given[n].startsWith('--url=')) url = given[n].slice('--url='.length);
    else if (given[n] === '--fresh') fresh = true;
    else words.push(given[n]);
  }
  return { words, url, fresh };
}

async function whereTheServiceIs() {
  if (url) return { KULL_URL: url };
  const running = fresh ? null : await runningService(dataFolder('dev'));
  if (running) return { KULL_URL: running.url, KULL_TOKEN: readFileSync(running.tokenFile, 'utf8').trim() };
  if (!startsItsOwn.includes(command)) return {};
  const own = await throwAwayService({
    root: repository,
    dataRoot,
    tools: toolsFolder(),
    keys: keysFolder(),
    entries,
    report,
  });
  closing.push(() => own.stop());
  const started = await own.start();
  return { KULL_URL: started.url, KULL_TOKEN: own.token };
}

async function whereTheDatabaseIs() {
  if (!readsTheDatabase.includes(command)) return {};
  if (process.env.DATABASE_URL) return { KULL_DATABASE_URL: process.env.DATABASE_URL };
  const folder = dataFolder('dev');
  if (!existsSync(folder) || !readdirSync(folder).some((name) => /^postgres-\d+$/.test(name))) return {};
  const up = await servers({
    folder,
    root: repository,
    tools: toolsFolder(),
    database: 'kull',
    fsync: true,
    redis: false,
    say: report.say,
  });
  closing.push(() => up.end());
  return { KULL_DATABASE_URL: up.databaseUrl };
}
