import { randomBytes } from 'node:crypto';
import { readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { dataFolder } from './paths.mjs';
import { freePort } from './ports.mjs';
import { areUp } from './servers.mjs';
import { service } from './service.mjs';

const prefix = 'run-';
// Certificates name this address. It is the same in every run, so that their bytes are.
const usualAddress = 'http://localhost:3000';

/** A service on a data folder of its own, which is removed when it stops. Keys are the shared ones. */
export async function throwAwayService({ root, dataRoot, tools, keys, entries, report }) {
  await removeLeftovers(dataRoot);
  const folder = dataFolder(`${prefix}${randomBytes(6).toString('hex')}`, dataRoot);
  // Never the database or the queue that somebody works with.
  const { DATABASE_URL: _, REDIS_URL: __, ...env } = process.env;
  const running = service({
    root,
    folder,
    tools,
    keys,
    entries,
    fsync: false,
    port: await freePort(),
    baseUrl: process.env.KULL_BASE_URL || usualAddress,
    report,
    env,
  });
  return {
    token: running.token,
    start: () => running.start(),
    async stop() {
      await running.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

async function removeLeftovers(dataRoot) {
  for (const name of readdirSync(dataRoot).filter((entry) => entry.startsWith(prefix))) {
    const folder = join(dataRoot, name);
    if (!(await areUp(folder))) rmSync(folder, { recursive: true, force: true });
  }
}
