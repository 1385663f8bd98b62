import { join, sep } from 'node:path';

const isBuilt = __dirname.includes(`${sep}dist${sep}`);

/** A file of the project as a program can load it, whether this one runs from its source or is built itself. */
export const built = (path: string): string => join(__dirname, isBuilt ? '../..' : '../../dist', `${path}.js`);
