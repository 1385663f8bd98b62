import { spawn } from 'node:child_process';
import { closeSync, mkdirSync, openSync, readFileSync, writeFileSync } from 'node:fs';
import net from 'node:net';
import { delimiter, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { diesWithUs } from './identity.mjs';
import { keptPort } from './ports.mjs';
import { commandLine, stop } from './processes.mjs';

const patience = 15_000;
export const redisStops = [
  ['SIGTERM', 5_000],
  ['SIGKILL', 5_000],
];

export async function startRedis({ folder, program, libraries, password }, isChild) {
  const data = join(folder, 'redis');
  mkdirSync(data, { recursive: true, mode: 0o700 });
  await clearStale(data);
  const port = await keptPort(join(folder, 'redis.port'));
  const configuration = join(data, 'redis.conf');
  writeFileSync(configuration, settings({ port, data, password }), { mode: 0o600 });

  const [command, ...args] = [...diesWithUs('TERM'), program, configuration];
  const log = openSync(join(folder, 'redis.log'), 'a');
  const env = libraries.length ? { ...process.env, LD_LIBRARY_PATH: libraries.join(delimiter) } : process.env;
  const child = spawn(command, args, { cwd: data, env, stdio: ['ignore', log, log] });
  closeSync(log);
  isChild(child);
  const failed = new Promise((_, reject) => child.once('error', reject));
  await Promise.race([failed, untilReady(child, { port, password })]);
  return `redis://:${password}@127.0.0.1:${port}/0`;
}

// The title stays the command line: it names the data folder, by which a stale server is known as ours.
const settings = ({ port, data, password }) => `bind 127.0.0.1
port ${port}
protected-mode yes
requirepass ${password}
dir "${data}"
pidfile "${join(data, 'redis.pid')}"
daemonize no
set-proc-title no
appendonly yes
appendfsync everysec
save ""
maxmemory-policy noeviction
`;

async function clearStale(data) {
  const pid = Number(readPid(join(data, 'redis.pid')));
  if (pid && commandLine(pid)?.includes(data)) await stop(pid, redisStops, () => !commandLine(pid));
}

function readPid(file) {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    if (error.code === 'ENOENT') return null;
    throw error;
  }
}

async function untilReady(child, server) {
  for (const end = Date.now() + patience; Date.now() < end; await sleep(10)) {
    if (child.exitCode !== null || child.signalCode !== null)
      throw new Error(`Redis ended while it was starting (${child.exitCode ?? child.signalCode}).`);
    if (await answers(server)) return;
  }
  child.kill('SIGKILL');
  throw new Error(`Redis was not ready after ${patience / 1000} s.`);
}

// While it reads its file it answers -LOADING; only +PONG after +OK is a server that is ready, and ours.
const answers = ({ port, password }) =>
  new Promise((resolve) => {
    let heard = '';
    const socket = net.connect(port, '127.0.0.1', () => socket.write(`AUTH ${password}\r\nPING\r\n`));
    const end = (answer) => {
      socket.destroy();
      resolve(answer);
    };
    socket.setTimeout(1000, () => end(false));
    socket.on('error', () => end(false)).on('close', () => resolve(false));
    socket.on('data', (text) => {
      heard += text;
      if (heard.includes('+PONG')) end(heard.startsWith('+OK'));
      else if (heard.includes('-')) end(false);
    });
  });
