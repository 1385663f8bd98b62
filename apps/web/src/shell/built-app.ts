import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Where the build leaves the application: beside the compiled service, or below it when run from the sources. */
const ABOVE = join(__dirname, '../../../..');
const folders = [join(ABOVE, 'web'), join(ABOVE, 'dist/web')];

/** What the page has to load first. Addresses below `/assets/app/`. */
export interface Entry {
  readonly script: string;
  readonly styles: readonly string[];
}

interface Chunk {
  readonly file: string;
  readonly isEntry?: boolean;
  readonly css?: readonly string[];
}

/** The folder of the built application. */
export const builtFolder = (): string => {
  const folder = folders.find((one) => existsSync(join(one, '.vite/manifest.json')));
  if (!folder) throw new Error('The application is not built: npm run build');
  return folder;
};

const readEntry = (): Entry => {
  const manifest = JSON.parse(readFileSync(join(builtFolder(), '.vite/manifest.json'), 'utf8')) as Record<
    string,
    Chunk
  >;
  const { file, css = [] } = Object.values(manifest).find(({ isEntry }) => isEntry)!;
  return { script: `/assets/app/${file}`, styles: css.map((one) => `/assets/app/${one}`) };
};

let entry: Entry | undefined;

/** Read once: a new build is a new process. */
export const appEntry = (): Entry => {
  entry ??= readEntry();
  return entry;
};
