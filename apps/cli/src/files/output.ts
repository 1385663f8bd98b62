import { accessSync, constants, mkdirSync, readFileSync, renameSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { Unusable } from '../terminal/failures';

/** Files by their path below the output folder. */
export type OutputFiles = ReadonlyMap<string, Buffer>;

/** Makes the output folder, or says that it cannot be written to: before anything is sent. */
export const prepareOutput = (directory: string): string => {
  const whole = resolve(directory);
  try {
    mkdirSync(whole, { recursive: true });
    accessSync(whole, constants.W_OK);
    return whole;
  } catch (error) {
    throw new Unusable(`Kan ikke skrive til ${directory}. Ingenting er endret.`, [
      error instanceof Error ? error.message : String(error),
    ]);
  }
};

const isAlready = (path: string, bytes: Buffer): boolean =>
  statSync(path, { throwIfNoEntry: false })?.size === bytes.length && readFileSync(path).equals(bytes);

/** Writes each file whole or not at all: beside its place first, then moved there. A file that is right is left alone. */
export const writeOutput = (directory: string, files: OutputFiles): void => {
  for (const [name, bytes] of files) {
    const path = join(directory, name);
    if (isAlready(path, bytes)) continue;
    mkdirSync(dirname(path), { recursive: true });
    const beside = `${path}.${process.pid}.tmp`;
    writeFileSync(beside, bytes, { flush: true });
    renameSync(beside, path);
  }
};
