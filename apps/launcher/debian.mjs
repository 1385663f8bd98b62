import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { onPath, run } from './programs.mjs';

export const hasDebianPackages = () =>
  existsSync('/etc/debian_version') && Boolean(onPath('apt-get') && onPath('dpkg-deb'));

/**
 * Unpacks packages of this Debian or Ubuntu, with what they need and the system lacks, into a folder.
 * Nothing is installed and no root is needed: apt works on a state of its own.
 */
export async function unpackDebian(packages, folder, { note, aptOptions = [] }) {
  if (existsSync(folder)) return folder;
  const draft = `${folder}.${process.pid}.${randomBytes(4).toString('hex')}`;
  try {
    const archives = await download(packages, draft, aptOptions);
    note(`Fetched from this system's package source: ${archives.map((file) => file.split('_')[0]).join(', ')}`);
    const unpacked = join(draft, 'unpacked');
    for (const archive of archives) await run(['dpkg-deb', '-x', join(draft, 'cache/archives', archive), unpacked]);
    try {
      renameSync(unpacked, folder);
    } catch (error) {
      // Another process was first; its folder holds the same.
      if (error.code !== 'ENOTEMPTY' && error.code !== 'EEXIST') throw error;
    }
    return folder;
  } finally {
    rmSync(draft, { recursive: true, force: true });
  }
}

async function download(packages, draft, aptOptions) {
  for (const part of ['state/lists/partial', 'cache/archives/partial', 'unpacked'])
    mkdirSync(join(draft, part), { recursive: true });
  const options = [
    `Dir::State=${draft}/state`,
    `Dir::State::status=/var/lib/dpkg/status`,
    `Dir::Cache=${draft}/cache`,
    'Debug::NoLocking=1',
    'APT::Sandbox::User=',
    'Acquire::Retries=2',
    'Acquire::Languages=none',
    ...aptOptions,
  ].flatMap((option) => ['-o', option]);
  await run(['apt-get', ...options, 'update']);
  await run(['apt-get', ...options, '-y', '--no-install-recommends', '--download-only', 'install', ...packages]);
  return readdirSync(join(draft, 'cache/archives')).filter((file) => file.endsWith('.deb'));
}

/** The folders below an unpacked tree that hold shared libraries, for LD_LIBRARY_PATH. */
export function libraryFolders(tree) {
  const folders = new Set();
  for (const base of ['lib', 'usr/lib'].map((name) => join(tree, name)).filter((name) => existsSync(name)))
    for (const entry of readdirSync(base, { recursive: true, withFileTypes: true }))
      if (/^lib.*\.so(\.|$)/.test(entry.name)) folders.add(entry.parentPath);
  return [...folders].sort();
}
