import { spawn } from 'node:child_process';
import { closeSync, existsSync, mkdirSync, openSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { giveTo, postgresIdentity } from './identity.mjs';
import { keptPort } from './ports.mjs';
import { findPostgres } from './postgres-program.mjs';
import { commandLine, processesIn, stop } from './processes.mjs';
import { run } from './programs.mjs';

const patience = 30_000;
/** Fast shutdown, then immediate, then none at all. */
export const postgresStops = [
  ['SIGINT', 10_000],
  ['SIGQUIT', 5_000],
  ['SIGKILL', 5_000],
];

// Its supervisor is dead and it was told to follow: no reason to wait long.
const staleStops = [
  ['SIGQUIT', 2_000],
  ['SIGKILL', 5_000],
];

/** The program, the user it runs as, and a data folder; what is wrong here does not mend by trying again. */
export async function preparePostgres({ folder, root, fsync, password, note }) {
  const program = findPostgres(root);
  const identity = postgresIdentity(program.server, folder);
  const data = join(folder, `postgres-${program.major}`);
  if (!existsSync(data)) await initialise({ program, identity, data, password, fsync, note });
  giveTo(identity.owner, data);
  return { folder, program, identity, data, fsync, password };
}

export async function startPostgres({ folder, program, identity, data, fsync, password }, isChild) {
  await clearStale(data);
  const port = await keptPort(join(folder, 'postgres.port'));
  const [command, ...args] = [...identity.as('QUIT'), program.server, '-D', data, ...settings({ port, fsync })];
  const log = openSync(join(folder, 'postgres.log'), 'a');
  const child = spawn(command, args, { cwd: data, stdio: ['ignore', log, log] });
  closeSync(log);
  isChild(child);
  const failed = new Promise((_, reject) => child.once('error', reject));
  await Promise.race([failed, untilReady(child, data)]);
  return `postgres://postgres:${password}@127.0.0.1:${port}/postgres`;
}

const settings = ({ port, fsync }) =>
  Object.entries({
    listen_addresses: '127.0.0.1',
    port,
    unix_socket_directories: '',
    max_connections: 200,
    timezone: 'UTC',
    log_timezone: 'UTC',
    // No values of rows or parameters in the log: they may be personal.
    log_error_verbosity: 'terse',
    log_parameter_max_length_on_error: 0,
    ...(fsync ? {} : { fsync: 'off', full_page_writes: 'off', synchronous_commit: 'off' }),
  }).flatMap(([name, value]) => ['-c', `${name}=${value}`]);

async function initialise({ program, identity, data, password, fsync, note }) {
  const begun = performance.now();
  // Under another name until it is whole, so that an interrupted one is not taken for a cluster.
  const draft = `${data}.new`;
  rmSync(draft, { recursive: true, force: true });
  mkdirSync(draft, { mode: 0o700 });
  const passwordFile = join(draft, 'password');
  writeFileSync(passwordFile, password, { mode: 0o600 });
  const cluster = join(draft, 'data');
  mkdirSync(cluster, { mode: 0o700 });
  giveTo(identity.owner, draft);
  const locale = ['-E', 'UTF8', '--no-locale', '--locale-provider=builtin', '--builtin-locale=C.UTF-8'];
  const access = ['-U', 'postgres', `--pwfile=${passwordFile}`, '--auth=scram-sha-256'];
  await run(
    [
      ...identity.as('KILL'),
      program.initdb,
      '-D',
      cluster,
      ...locale,
      ...access,
      '--data-checksums',
      ...(fsync ? [] : ['--no-sync']),
    ],
    { cwd: draft },
  );
  renameSync(cluster, data);
  rmSync(draft, { recursive: true });
  note(`PostgreSQL ${program.major}: new data folder in ${((performance.now() - begun) / 1000).toFixed(1)} s`);
}

/** Ends what an earlier supervisor left behind, and removes a pid file whose process cannot be our server. */
async function clearStale(data) {
  const file = join(data, 'postmaster.pid');
  const pid = Number(readPidFile(file)?.[0]);
  if (!pid) return;
  if (commandLine(pid)?.includes(data)) await stop(pid, staleStops, () => !commandLine(pid));
  // Children of a postmaster that was killed end by themselves; while one lives, the pid file protects the data.
  for (const end = Date.now() + patience; processesIn(data).length > 0; await sleep(20))
    if (Date.now() > end)
      throw new Error(`Processes of an earlier PostgreSQL still use ${data}: ${processesIn(data).join(', ')}.`);
  rmSync(file, { force: true });
}

async function untilReady(child, data) {
  const file = join(data, 'postmaster.pid');
  for (const end = Date.now() + patience; Date.now() < end; await sleep(10)) {
    if (child.exitCode !== null || child.signalCode !== null)
      throw new Error(`PostgreSQL ended while it was starting (${child.exitCode ?? child.signalCode}).`);
    const lines = readPidFile(file);
    if (Number(lines?.[0]) === child.pid && lines[7]?.startsWith('ready')) return;
  }
  child.kill('SIGKILL');
  throw new Error(`PostgreSQL was not ready after ${patience / 1000} s.`);
}

function readPidFile(file) {
  try {
    return readFileSync(file, 'utf8').split('\n');
  } catch (error) {
    if (error.code === 'ENOENT') return null;
    throw error;
  }
}
