import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { chmodSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it, jest } from '@jest/globals';
import { cleanUp, Launched, newFolder } from './launched';

jest.setTimeout(60_000);

let folder: string;
beforeEach(() => {
  folder = newFolder();
});
afterEach(() => cleanUp(folder));

/** A package source of this machine with two packages, of which one needs the other. */
function packageSource(): string {
  const source = join(folder, 'source');
  const tool = makePackage(source, 'kull-test-tool', 'Depends: kull-test-words\n', {
    'usr/bin/kull-test-tool': '#!/bin/sh\ncat "$(dirname "$0")/../share/words"; echo "$LD_LIBRARY_PATH"\n',
  });
  const words = makePackage(source, 'kull-test-words', '', {
    'usr/share/words': 'unpacked\n',
    'usr/lib/kull/libwords.so.1': '',
  });
  writeFileSync(join(source, 'Packages'), `${tool}\n${words}`);
  const list = join(folder, 'sources.list');
  writeFileSync(list, `deb [trusted=yes] copy:${source} ./\n`);
  return list;
}

function makePackage(source: string, name: string, needs: string, files: Record<string, string>): string {
  const tree = join(folder, 'trees', name);
  const control = `Package: ${name}\nVersion: 1\nArchitecture: all\nMaintainer: Kull\nDescription: test\n${needs}`;
  for (const [file, text] of Object.entries({ ...files, 'DEBIAN/control': control })) {
    mkdirSync(join(tree, file, '..'), { recursive: true });
    writeFileSync(join(tree, file), text);
    if (file.startsWith('usr/bin/')) chmodSync(join(tree, file), 0o755);
  }
  mkdirSync(source, { recursive: true });
  const archive = join(source, `${name}_1_all.deb`);
  execFileSync('dpkg-deb', ['--build', '--root-owner-group', tree, archive], { stdio: 'pipe' });
  const bytes = readFileSync(archive);
  const hash = createHash('sha256').update(bytes).digest('hex');
  return `${control}Filename: ./${name}_1_all.deb\nSize: ${bytes.length}\nSHA256: ${hash}\n`;
}

const unpack = (name: string) => {
  const aptOptions = [`Dir::Etc::sourcelist=${packageSource()}`, 'Dir::Etc::sourceparts=-'];
  const options = JSON.stringify({
    package: name,
    program: 'kull-test-tool',
    folder: join(folder, 'tools'),
    aptOptions,
  });
  return new Launched([process.execPath, join(__dirname, 'stub', 'unpack.mjs'), options], folder);
};

if (existsSync('/etc/debian_version')) {
  it('unpacks a package and what it needs, and installs nothing', async () => {
    const run = unpack('kull-test-tool');
    expect([await run.exit, run.output]).toEqual([0, expect.stringContaining('kull-test-tool, kull-test-words')]);
    const tools = join(folder, 'tools');
    expect(readdirSync(tools).sort()).toEqual(['bin', 'kull-test-tool']);
    const output = execFileSync(join(tools, 'bin/kull-test-tool'), { encoding: 'utf8' });
    expect(output).toBe(`unpacked\n${tools}/kull-test-tool/usr/lib/kull\n`);
    expect(existsSync('/usr/bin/kull-test-tool')).toBe(false);
  });

  it('leaves nothing when the package cannot be had, and says why', async () => {
    const run = unpack('kull-test-missing');
    expect(await run.exit).toBe(1);
    expect(run.output).toContain('Unable to locate package kull-test-missing');
    expect(readdirSync(join(folder, 'tools'))).toEqual([]);
  });
}
