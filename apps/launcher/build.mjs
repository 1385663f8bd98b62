import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { run } from './programs.mjs';

const sources = ['apps', 'libs', 'test'];
const settings = ['.swcrc', 'package.json'];
const stamp = (root) => join(root, 'dist', '.kull-build');

// Names and sizes too, not only the newest time: a source that was removed or moved must leave dist as well.
export function sourceState(root) {
  const state = createHash('sha256');
  const note = (file) => {
    const { size, mtimeMs } = statSync(join(root, file));
    state.update(`${file} ${size} ${mtimeMs}\n`);
  };
  for (const file of settings) note(file);
  for (const folder of sources) {
    if (!existsSync(join(root, folder))) continue;
    for (const entry of readdirSync(join(root, folder), { recursive: true }).sort()) {
      const file = join(folder, entry);
      if (!file.includes('node_modules') && !file.endsWith('.spec.ts') && statSync(join(root, file)).isFile())
        note(file);
    }
  }
  return state.digest('hex');
}

export function isBuilt(root) {
  try {
    return readFileSync(stamp(root), 'utf8').trim() === sourceState(root);
  } catch (error) {
    if (error.code === 'ENOENT') return false;
    throw error;
  }
}

export async function build(root) {
  const state = sourceState(root);
  const npm = process.env.npm_execpath ? [process.execPath, process.env.npm_execpath] : ['npm'];
  await run([...npm, 'run', '--silent', 'build'], {
    cwd: root,
    shell: process.platform === 'win32' && !process.env.npm_execpath,
  });
  writeFileSync(stamp(root), `${state}\n`);
}
