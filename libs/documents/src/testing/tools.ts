import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** What a command printed. Throws when it fails or is not installed: a test that lacks its tool fails. */
export const run = (command: string, args: readonly string[], options: { cwd?: string } = {}): string =>
  execFileSync(command, args, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'], ...options });

/** The same, whatever its exit code was. */
export const runAnyway = (command: string, args: readonly string[]): string => {
  const { error, stdout, stderr } = spawnSync(command, args, { encoding: 'utf8' });
  if (error) throw error;
  return stdout + stderr;
};

/** Gives the work a new folder and removes it afterwards. */
export const inFolder = <T>(work: (folder: string) => T): T => {
  const folder = mkdtempSync(join(tmpdir(), 'kull-documents-'));
  try {
    return work(folder);
  } finally {
    rmSync(folder, { recursive: true });
  }
};

/** Gives the work the path of a file with these bytes. */
export const asFile = <T>(bytes: Uint8Array, work: (path: string, folder: string) => T): T =>
  inFolder((folder) => {
    const path = join(folder, 'certificate.pdf');
    writeFileSync(path, bytes);
    return work(path, folder);
  });

/** The text of a PDF as it lies on the page, with runs of spaces and empty lines taken together. */
export const textOf = (pdf: Uint8Array): string =>
  asFile(pdf, (path) => run('pdftotext', ['-layout', path, '-']))
    .split('\n')
    .map((line) => line.replace(/[ \f]+/g, ' ').trim())
    .filter((line) => line !== '')
    .join('\n');
