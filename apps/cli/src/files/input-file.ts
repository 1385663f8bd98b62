import { readFileSync } from 'node:fs';
import { Unusable } from '../terminal/failures';

/** The bytes of a file that somebody named. */
export const readInput = (path: string): Buffer => {
  try {
    return readFileSync(path);
  } catch (error) {
    throw new Unusable(`Kan ikke lese ${path}. Ingenting er endret.`, [
      error instanceof Error ? error.message : String(error),
    ]);
  }
};
