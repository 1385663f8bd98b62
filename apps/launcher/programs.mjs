import { spawn, spawnSync } from 'node:child_process';
import { accessSync, constants, statSync } from 'node:fs';
import { delimiter, join } from 'node:path';

/** The full path of a program on PATH, or null. */
export function onPath(program) {
  const name = process.platform === 'win32' ? `${program}.exe` : program;
  for (const folder of (process.env.PATH ?? '').split(delimiter).filter(Boolean)) {
    const file = join(folder, name);
    if (isExecutable(file)) return file;
  }
  return null;
}

export function isExecutable(file) {
  try {
    accessSync(file, constants.X_OK);
    return statSync(file).isFile();
  } catch (error) {
    if (['ENOENT', 'EACCES', 'ENOTDIR'].includes(error.code)) return false;
    throw error;
  }
}

/** What a program prints when it succeeds, or null. */
export function outputOf([program, ...args]) {
  const { status, stdout } = spawnSync(program, args, { encoding: 'utf8' });
  return status === 0 ? stdout : null;
}

/** Runs a program to its end; its output is shown only when it fails. */
export async function run([program, ...args], options = {}) {
  const child = spawn(program, args, { stdio: ['ignore', 'pipe', 'pipe'], ...options });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) stream?.on('data', (text) => (output += text));
  const outcome = await ended(child);
  if (outcome !== 0)
    throw new Error(`${program} ${args.slice(0, 3).join(' ')} failed (${outcome}).\n${output.trimEnd()}`);
  return output;
}

/** Runs a program on this terminal and gives its exit code. */
export async function show([program, ...args], options = {}) {
  const outcome = await ended(spawn(program, args, { stdio: 'inherit', ...options }));
  return typeof outcome === 'number' ? outcome : 1;
}

/** The exit code of a child, or the signal that ended it. */
export const ended = (child) =>
  new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code, signal) => resolve(code ?? signal));
  });
