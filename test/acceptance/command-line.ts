import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { runCli } from '../../apps/cli/src/cli';
import type { RunningService } from '../harness/service';

export interface Said {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

/** The command line's own code against a service, with what it says caught. */
export const kull = async (
  service: Pick<RunningService, 'url' | 'token' | 'databaseUrl'>,
  ...argv: readonly string[]
): Promise<Said> => {
  let [out, err] = ['', ''];
  const env = { KULL_URL: service.url, KULL_TOKEN: service.token, KULL_DATABASE_URL: service.databaseUrl };
  const code = await runCli(argv, env, {
    out: (text) => {
      out += text;
    },
    err: (text) => {
      err += text;
    },
    watched: false,
  });
  return { code, out, err };
};

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
