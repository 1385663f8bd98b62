import { randomBytes } from 'node:crypto';
import { chmod, link, mkdir, open, readFile, unlink } from 'node:fs/promises';
import { join } from 'node:path';

const hasCode = (error: unknown, code: string): boolean => (error as NodeJS.ErrnoException | undefined)?.code === code;

const readIfThere = async (path: string): Promise<string | undefined> => {
  try {
    return await readFile(path, 'utf8');
  } catch (error) {
    if (hasCode(error, 'ENOENT')) return undefined;
    throw error;
  }
};

/**
 * The text of a secret file (0600, in a folder of 0700) that is made once and then kept for ever.
 * Of several processes that start at once, one makes it and the others read what that one made: the file appears
 * whole or not at all, and is never replaced.
 */
export const readOrCreateSecret = async (
  folder: string,
  name: string,
  create: () => Promise<string>,
): Promise<string> => {
  const path = join(folder, name);
  const kept = await readIfThere(path);
  if (kept !== undefined) return kept;

  await mkdir(folder, { recursive: true, mode: 0o700 });
  await chmod(folder, 0o700);
  const draft = join(folder, `.${name}.${randomBytes(8).toString('hex')}`);
  const made = await create();
  const file = await open(draft, 'wx', 0o600);
  try {
    await file.writeFile(made);
    await file.sync();
  } finally {
    await file.close();
  }
  try {
    // Unlike rename, link refuses when another process was first.
    await link(draft, path);
    return made;
  } catch (error) {
    if (hasCode(error, 'EEXIST')) return await readFile(path, 'utf8');
    throw error;
  } finally {
    await unlink(draft);
  }
};
