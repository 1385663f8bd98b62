import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { run } from './programs.mjs';

const marker = (root) => join(root, 'node_modules', '.kull-lock');

// A folder shared between machines (a container's mount) has the packages of one of them only.
export const lockHash = (root) =>
  createHash('sha256')
    .update(`${process.platform} ${process.arch} `)
    .update(readFileSync(join(root, 'package-lock.json')))
    .digest('hex');

export function isInstalled(root) {
  try {
    return readFileSync(marker(root), 'utf8').trim() === lockHash(root);
  } catch (error) {
    if (error.code === 'ENOENT' || error.code === 'ENOTDIR') return false;
    throw error;
  }
}

export async function install(root) {
  const hash = lockHash(root);
  const npm = process.env.npm_execpath ? [process.execPath, process.env.npm_execpath] : ['npm'];
  await run([...npm, 'ci', '--include=dev', '--include=optional', '--no-audit', '--no-fund'], {
    cwd: root,
    shell: process.platform === 'win32' && !process.env.npm_execpath,
  });
  writeFileSync(marker(root), `${hash}\n`);
}
