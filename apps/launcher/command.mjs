import { spawn } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { dataFolder, keysFolder, toolsFolder } from './paths.mjs';
import { ended } from './programs.mjs';
import { runningService } from './running-service.mjs';
import { servers } from './servers.mjs';
import { throwAwayService } from './throw-away.mjs';

const startsItsOwn = ['intake', 'course'];
const readsTheDatabase = ['audit', 'check', 'rebuild'];

/** Runs a command of the command line against the service that there is; answers with its exit code. */
export async function runCommand(given, { root, dataRoot, entries, report }) {
  const { words, url, fresh } = readArguments(given);
  const closing = [];
  let child = null;
  let interrupted = false;
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'])
    process.on(signal, () => {
      interrupted = true;
      child?.kill(signal);
    });
  try {
    const env = { ...process.env, ...(await whereTheServiceIs()), ...(await whereTheDatabaseIs()) };
    if (interrupted) return 130;
    child = spawn(process.execPath, [entries.cli, ...words], { stdio: 'inherit', env });
    const outcome = await ended(child);
    return typeof outcome === 'number' ? outcome : 130;
  } finally {
    for (const close of closing) await close();
  }

  async function whereTheServiceIs() {
    if (url) return { KULL_URL: url };
    const running = fresh ? null : await runningService(join(dataRoot, 'dev'));
    if (running) return { KULL_URL: running.url, KULL_TOKEN: readFileSync(running.tokenFile, 'utf8').trim() };
    if (!startsItsOwn.includes(words[0])) return {};
    const [tools, keys] = [toolsFolder(dataRoot), keysFolder(dataRoot)];
    const own = await throwAwayService({ root, dataRoot, tools, keys, entries, report });
    closing.push(() => own.stop());
    const started = await own.start();
    return { KULL_URL: started.url, KULL_TOKEN: own.token };
  }

  async function whereTheDatabaseIs() {
    if (!readsTheDatabase.includes(words[0])) return {};
    if (process.env.DATABASE_URL) return { KULL_DATABASE_URL: process.env.DATABASE_URL };
    const folder = join(dataRoot, 'dev');
    if (!existsSync(folder) || !readdirSync(folder).some((name) => /^postgres-\d+$/.test(name))) return {};
    const up = await servers({
      folder: dataFolder('dev', dataRoot),
      root,
      tools: toolsFolder(dataRoot),
      database: 'kull',
      fsync: true,
      redis: false,
      say: report.say,
    });
    closing.push(() => up.end());
    return { KULL_DATABASE_URL: up.databaseUrl };
  }
}

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
