/** What a doctor wants to know of this set-up, as JSON. Looks only; changes and starts nothing. */
import { accessSync, constants, existsSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { isBuilt } from './build.mjs';
import { hasDebianPackages } from './debian.mjs';
import { postgresIdentity } from './identity.mjs';
import { isInstalled, lockHash } from './install.mjs';
import { dataRoot, repository, toolsFolder } from './paths.mjs';
import { isFree } from './ports.mjs';
import { findPostgres } from './postgres-program.mjs';
import { onPath } from './programs.mjs';
import { redisOnPath } from './redis-program.mjs';
import { runningService } from './running-service.mjs';
import { areUp } from './servers.mjs';

const { engines } = JSON.parse(readFileSync(join(repository, 'package.json'), 'utf8'));

function postgres() {
  if (process.env.DATABASE_URL) return { from: 'DATABASE_URL' };
  try {
    const { server, major } = findPostgres(repository);
    postgresIdentity(server, existsSync(dataRoot) ? dataRoot : repository);
    return { from: server.startsWith(repository) ? 'package' : 'path', program: server, major };
  } catch (error) {
    return { from: null, problem: error.message };
  }
}

function redis() {
  const only = process.env.EMBEDDED_REDIS || null;
  if (process.env.REDIS_URL) return { from: 'REDIS_URL' };
  const found = only === null || only === 'path' ? redisOnPath() : null;
  if (found) return { from: 'path', program: found.program };
  if (only !== 'path' && only !== 'postgres' && hasDebianPackages())
    return { from: 'deb', unpacked: existsSync(join(toolsFolder(), 'redis')) };
  return { from: null, problem: 'The queue runs on PostgreSQL: no valkey-server or redis-server on PATH.' };
}

function folder(name) {
  const path = join(dataRoot, name);
  if (!existsSync(path)) return { path, exists: false };
  const { mode, uid } = statSync(path);
  return { path, exists: true, mode: (mode & 0o777).toString(8), owner: uid, writable: isWritable(path) };
}

function isWritable(path) {
  try {
    accessSync(path, constants.W_OK);
    return true;
  } catch (error) {
    if (error.code === 'EACCES' || error.code === 'EROFS') return false;
    throw error;
  }
}

async function runs(name) {
  const path = join(dataRoot, name);
  if (!existsSync(path)) return { path, servers: false, service: null };
  return { path, servers: await areUp(path), service: await runningService(path) };
}

const port = Number(process.env.PORT || 3000);
const facts = {
  node: { version: process.versions.node, wanted: engines.node },
  system: { platform: process.platform, architecture: process.arch, root: process.getuid?.() === 0 },
  packages: { installed: isInstalled(repository), lockHash: lockHash(repository) },
  build: { upToDate: isBuilt(repository) },
  postgres: postgres(),
  redis: redis(),
  mail: { server: Boolean(process.env.KULL_SMTP_URL), production: process.env.NODE_ENV === 'production' },
  folders: ['', 'keys', 'dev', 'test'].map(folder),
  ports: [{ port, free: await isFree(port) }],
  running: [await runs('dev'), await runs('test')],
  tools: Object.fromEntries(['pdfsig', 'pdftotext', 'pdfinfo', 'qpdf', 'chromium'].map((name) => [name, onPath(name)])),
};
console.log(JSON.stringify(facts, null, 2));
