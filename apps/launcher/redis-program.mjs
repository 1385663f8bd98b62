import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { hasDebianPackages, libraryFolders, unpackDebian } from './debian.mjs';
import { onPath, outputOf } from './programs.mjs';

export const redisChoices = ['path', 'deb', 'postgres'];

/** Where a Redis can come from: EMBEDDED_REDIS names the only way allowed, else all in order. */
export async function findRedis({ tools, only, note }) {
  const refusals = [];
  if (!only || only === 'path') {
    const found = redisOnPath();
    if (found) return found;
    refusals.push('no valkey-server or redis-server ≥ 6.2 is on PATH');
  }
  if (!only || only === 'deb') {
    if (!hasDebianPackages()) refusals.push('this is no Debian or Ubuntu, whose package could be unpacked');
    else {
      try {
        return await redisOfDebian(tools, note);
      } catch (error) {
        refusals.push(`Debian's package could not be had (${error.message.trim().split('\n').at(-1)})`);
      }
    }
  }
  if (only === 'postgres') refusals.push('EMBEDDED_REDIS=postgres');
  return { program: null, remark: withoutRedis(refusals) };
}

const withoutRedis = (reasons) =>
  `The queue runs on PostgreSQL (${reasons.join('; ')}). All works, with fewer jobs a second. ` +
  'For Redis: install valkey-server or redis-server, or set REDIS_URL.';

export function redisOnPath() {
  for (const name of ['valkey-server', 'redis-server']) {
    const program = onPath(name);
    if (program && isNewEnough(outputOf([program, '--version'])))
      return { program, libraries: [], remark: `${name} on PATH` };
  }
  return null;
}

// set-proc-title, by which a server is known as ours, came with 6.2.
function isNewEnough(version) {
  const [, major, minor] = version?.match(/v=(\d+)\.(\d+)/)?.map(Number) ?? [];
  return major > 6 || (major === 6 && minor >= 2);
}

async function redisOfDebian(tools, note) {
  const tree = join(tools, 'redis');
  if (!existsSync(tree)) note('Fetching redis-server of this Debian into the data folder; nothing is installed');
  await unpackDebian(['redis-server'], tree, { note });
  const program = ['redis-server', 'valkey-server', 'redis-check-rdb']
    .map((name) => join(tree, 'usr/bin', name))
    .find(existsSync);
  if (!program) throw new Error(`no redis-server in ${tree}`);
  return { program, libraries: libraryFolders(tree), remark: "Debian's redis-server, unpacked into the data folder" };
}
