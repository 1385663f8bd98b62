import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { z } from 'zod';

/** What the launcher finds out about the set-up: apps/launcher/facts.mjs. */
export const factsSchema = z.looseObject({
  node: z.looseObject({ version: z.string(), wanted: z.string() }),
  packages: z.looseObject({ installed: z.boolean() }),
  build: z.looseObject({ upToDate: z.boolean() }),
  postgres: z.looseObject({ from: z.string().nullable(), problem: z.string().optional() }),
  redis: z.looseObject({ from: z.string().nullable(), problem: z.string().optional() }),
  mail: z.looseObject({ server: z.boolean(), production: z.boolean() }),
  folders: z.array(
    z.looseObject({
      path: z.string(),
      exists: z.boolean(),
      mode: z.string().optional(),
      writable: z.boolean().optional(),
    }),
  ),
  ports: z.array(z.looseObject({ port: z.number(), free: z.boolean() })),
  running: z.array(z.looseObject({ path: z.string(), service: z.looseObject({ url: z.string() }).nullable() })),
});

export type Facts = z.infer<typeof factsSchema>;

const factsProgram = (from: string): string | undefined => {
  const program = join(from, 'apps/launcher/facts.mjs');
  if (existsSync(program)) return program;
  return dirname(from) === from ? undefined : factsProgram(dirname(from));
};

/** Absent where the service was installed without its launcher. */
export const readFacts = async (): Promise<Facts | undefined> => {
  const program = factsProgram(__dirname);
  if (!program) return undefined;
  const { stdout } = await promisify(execFile)(process.execPath, [program]);
  return factsSchema.parse(JSON.parse(stdout));
};
