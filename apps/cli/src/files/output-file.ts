import { statSync } from 'node:fs';
import { basename, dirname } from 'node:path';
import { Unusable } from '../terminal/failures';
import { prepareOutput, writeOutput } from './output';

/** The ending of a file's name, lower case, without the point. */
export const endingOf = (path: string): string => /\.([^./\\]+)$/.exec(path)?.[1]?.toLowerCase() ?? '';

/** The ending that says in which form the file is wanted. */
export const formOf = <Form extends string>(path: string, forms: readonly Form[]): Form => {
  const ending = endingOf(path);
  const form = forms.find((one) => one === ending);
  if (form) return form;
  throw new Unusable(`${path} må slutte på ${forms.map((one) => `.${one}`).join(' eller ')}. Ingenting er endret.`);
};

/** Makes sure that one file can be written, before anything is asked for; answers how to write it. */
export const preparedFile = (path: string): ((bytes: Uint8Array) => void) => {
  if (statSync(path, { throwIfNoEntry: false })?.isDirectory())
    throw new Unusable(`${path} er en mappe. Oppgi navnet på en fil. Ingenting er endret.`);
  const directory = prepareOutput(dirname(path));
  return (bytes) => writeOutput(directory, new Map([[basename(path), Buffer.from(bytes)]]));
};
