import { chmodSync, mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';

export const repository = resolve(import.meta.dirname, '..', '..');

/** Where all data of this clone lies; ignored by git. */
export const dataRoot = resolve(process.env.KULL_DATA_ROOT || join(repository, '.data'));

// Others may pass through, not look: PostgreSQL runs as another user when we are root.
export function dataFolder(name, root = dataRoot) {
  mkdirSync(root, { recursive: true });
  const folder = join(root, name);
  mkdirSync(folder, { recursive: true });
  chmodSync(folder, 0o711);
  return folder;
}

export function keysFolder(root = dataRoot) {
  const folder = join(root, 'keys');
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  return folder;
}

export const toolsFolder = (root = dataRoot) => join(root, 'tools');

/** The programs that the launcher runs, as built. */
export const entries = {
  migrate: join(repository, 'dist/apps/api/src/migrate.js'),
  api: join(repository, 'dist/apps/api/src/main.js'),
  worker: join(repository, 'dist/apps/worker/src/main.js'),
  sink: join(repository, 'dist/libs/mail/src/sink/main.js'),
  'story-login': join(repository, 'dist/apps/story-login/src/main.js'),
  cli: join(repository, 'dist/apps/cli/src/main.js'),
  bench: join(repository, 'dist/test/bench/main.js'),
  faults: join(repository, 'dist/test/faults/main.js'),
};
