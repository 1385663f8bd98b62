/** The programs that tests judge by: on PATH, or from this Debian or Ubuntu. */
import { chmodSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { hasDebianPackages, libraryFolders, unpackDebian } from './debian.mjs';
import { addressOf, withLock } from './lock.mjs';
import { isExecutable, onPath, outputOf, run } from './programs.mjs';

const tools = {
  pdfsig: { package: 'poppler-utils' },
  pdftotext: { package: 'poppler-utils' },
  pdfinfo: { package: 'poppler-utils' },
  qpdf: { package: 'qpdf' },
  chromium: {
    package: 'chromium',
    names: ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'],
    // The script in /usr/bin names the system's folders.
    unpacked: 'usr/lib/chromium/chromium',
  },
  soffice: { package: 'libreoffice-calc-nogui', unpacked: 'usr/lib/libreoffice/program/soffice' },
  sqlmap: { package: 'sqlmap', unpacked: 'usr/share/sqlmap/sqlmap.py' },
};
export const toolNames = Object.keys(tools);

/** Where the wrappers of unpacked tools lie. */
export const wrapperFolder = (folder) => join(folder, 'bin');

export const toolsIn = (files) => {
  const texts = files.map((file) =>
    /\/test\/(acceptance|browser)\//.test(file) ? toolNames.join() : readFileSync(file, 'utf8'),
  );
  return toolNames.filter((name) => texts.some((text) => text.toLowerCase().includes(name)));
};

/** The full path of each tool that is there. */
export function findTools(folder) {
  const places = toolNames.map((name) => [name, findTool(name, folder)]);
  return Object.fromEntries(places.filter(([, place]) => place));
}

function findTool(name, folder) {
  const wrapper = join(wrapperFolder(folder), name);
  if (isExecutable(wrapper)) return wrapper;
  const known = (tools[name].names ?? [name]).map(onPath).filter(Boolean);
  // Ubuntu's chromium may be a script that only asks for the snap.
  return name === 'chromium' ? known.find((program) => outputOf([program, '--version']) !== null) : known[0];
}

/** Gets the tools that are missing. No test is left out for the lack of one: what cannot be had is an error. */
export async function provideTools(needed, folder, note) {
  const missing = () => needed.filter((name) => !findTools(folder)[name]);
  if (missing().length === 0) return;
  const packages = [...new Set(missing().map((name) => tools[name].package))];
  if (!hasDebianPackages())
    throw new Error(
      `The tests need ${missing().join(', ')}. Put them on PATH; on Debian they are in ${packages.join(', ')}.`,
    );
  mkdirSync(folder, { recursive: true });
  await withLock(addressOf('tools', folder), async () => {
    if (missing().length === 0) return;
    if (process.getuid() === 0) await installPackages(packages, note);
    else await unpackPackages(packages, folder, note);
  });
  if (missing().length > 0)
    throw new Error(
      `The tests need ${missing().join(', ')}, which ${packages.join(', ')} of this system did not give. Put them on PATH.`,
    );
}

async function installPackages(packages, note) {
  note(`Installing ${packages.join(', ')}`);
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  const apt = ['apt-get', '-o', 'DPkg::Lock::Timeout=120', '-o', 'Acquire::Retries=2'];
  await run([...apt, 'update'], { env });
  await run([...apt, 'install', '-y', '--no-install-recommends', ...packages], { env });
}

async function unpackPackages(packages, folder, note) {
  for (const name of packages) {
    const tree = join(folder, name);
    if (!existsSync(tree)) note(`Fetching ${name} into ${folder}; nothing is installed`);
    await unpackDebian([name], tree, { note });
    for (const tool of toolNames.filter((candidate) => tools[candidate].package === name)) wrap(tool, tree, folder);
  }
}

export function wrap(tool, tree, folder) {
  const program = join(tree, tools[tool]?.unpacked ?? `usr/bin/${tool}`);
  if (!isExecutable(program)) throw new Error(`${program} is missing in what was unpacked.`);
  const settings = [`LD_LIBRARY_PATH='${libraryFolders(tree).join(delimiter)}'`];
  // Fonts that came along are found below the tree, not below /usr.
  if (existsSync(join(tree, 'etc/fonts/fonts.conf')))
    settings.push(`FONTCONFIG_PATH='${tree}/etc/fonts'`, `XDG_DATA_HOME='${tree}/usr/share'`);
  mkdirSync(wrapperFolder(folder), { recursive: true });
  const wrapper = join(wrapperFolder(folder), tool);
  writeFileSync(wrapper, `#!/bin/sh\nexec env ${settings.join(' ')} '${program}' "$@"\n`);
  chmodSync(wrapper, 0o755);
}
