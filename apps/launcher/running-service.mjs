import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { addressOf, isHeld } from './lock.mjs';

const file = (folder) => join(folder, 'service.json');

export const serviceLock = (folder) => addressOf('service', folder);

export function announce(folder, { url, tokenFile }) {
  writeFileSync(file(folder), `${JSON.stringify({ url, pid: process.pid, tokenFile }, null, 2)}\n`);
}

export const withdraw = (folder) => rmSync(file(folder), { force: true });

/** The service that runs on a data folder, or null. A file left by one that was killed does not count. */
export async function runningService(folder) {
  const announced = read(folder);
  return announced && (await isHeld(serviceLock(folder))) ? announced : null;
}

/** The service of a launcher that is still starting, or null when it ends before. */
export async function awaitService(folder) {
  while (await isHeld(serviceLock(folder))) {
    const announced = read(folder);
    if (announced) return announced;
    await sleep(100);
  }
  return null;
}

function read(folder) {
  try {
    return JSON.parse(readFileSync(file(folder), 'utf8'));
  } catch (error) {
    if (error.code === 'ENOENT' || error instanceof SyntaxError) return null;
    throw error;
  }
}
