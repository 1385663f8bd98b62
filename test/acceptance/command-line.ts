import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { runCommand, type Said } from '../../apps/cli/src/testing/run-command';
import type { RunningService } from '../harness/service';

/** The command line's own code against a service, with what it says caught. */
export const kull = (
  service: Pick<RunningService, 'url' | 'token' | 'databaseUrl'>,
  ...argv: readonly string[]
): Promise<Said> =>
  runCommand(argv, { KULL_URL: service.url, KULL_TOKEN: service.token, KULL_DATABASE_URL: service.databaseUrl });

/** All files below a folder, by path. */
export const filesIn = (folder: string): ReadonlyMap<string, Buffer> =>
  new Map(
    readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name))
      .sort()
      .map((path): [string, Buffer] => [relative(folder, path), readFileSync(path)]),
  );

const beside = join(__dirname, '../../../shared/data');

/** An input folder as it was handed over beside the repository, else the project's own copy of it. */
export const inputFolder = (name: 'nlp-2026-intake' | 'nla-2026-spring'): string =>
  existsSync(join(beside, name)) ? join(beside, name) : join(__dirname, '../../apps/cli/demo', name);
