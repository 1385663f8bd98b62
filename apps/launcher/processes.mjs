import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync, readlinkSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';

/** The command line of a living process; '' for a zombie, null when there is none. */
export function commandLine(pid) {
  if (process.platform === 'linux')
    return readProcess(() => readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' '));
  const { status, stdout } = spawnSync('ps', ['-o', 'command=', '-p', String(pid)], { encoding: 'utf8' });
  return status === 0 ? stdout.trim() : null;
}

/** Processes that work inside a folder. Known on Linux only. */
export function processesIn(folder) {
  if (process.platform !== 'linux') return [];
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name) && readProcess(() => readlinkSync(`/proc/${name}/cwd`)) === folder)
    .map(Number);
}

function readProcess(read) {
  try {
    return read();
  } catch (error) {
    if (['ENOENT', 'ESRCH', 'EACCES', 'EPERM'].includes(error.code)) return null;
    throw error;
  }
}

/** Signals one after another, each with its patience, until the process is gone. */
export async function stop(pid, steps, isGone) {
  for (const [signal, patience] of steps) {
    try {
      process.kill(pid, signal);
    } catch (error) {
      if (error.code === 'ESRCH') return;
      throw error;
    }
    for (const end = Date.now() + patience; Date.now() < end; await sleep(10)) if (isGone()) return;
  }
  if (!isGone()) throw new Error(`Process ${pid} does not end, not even by ${steps.at(-1)[0]}.`);
}

export const stopChild = (child, steps) => {
  const isGone = () => child.exitCode !== null || child.signalCode !== null;
  return isGone() ? undefined : stop(child.pid, steps, isGone);
};
