import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Where the build leaves the application: beside the compiled service, or below it when run from the sources. */
const ABOVE = join(__dirname, '../../../..');
const folders = [join(ABOVE, 'web'), join(ABOVE, 'dist/web')];

/** What the page has to load first. Addresses below `/assets/app/`. */
export interface Entry {
  readonly script: string;
  /** What the script imports, so that it is not first asked for when the script is there. */
  readonly imports: readonly string[];
  readonly styles: readonly string[];
}

interface Chunk {
  readonly file: string;
  readonly css?: readonly string[];
  readonly imports?: readonly string[];
  readonly dynamicImports?: readonly string[];
}

/** The applications, by where each begins below apps/web. */
export type AppName = 'app/main.tsx' | 'app/door/main.tsx';

/** The scripts of pages that are whole without them. */
export type SmallScript = 'app/code/keep-code.ts' | 'app/code/forget-code.ts';

/** The folder of the built application. */
export const builtFolder = (): string => {
  const folder = folders.find((one) => existsSync(join(one, '.vite/manifest.json')));
  if (!folder) throw new Error('The application is not built: npm run build');
  return folder;
};

let built: Readonly<Record<string, Chunk>> | undefined;

/** Read once: a new build is a new process. */
const manifest = (): Readonly<Record<string, Chunk>> => {
  built ??= JSON.parse(readFileSync(join(builtFolder(), '.vite/manifest.json'), 'utf8')) as Record<string, Chunk>;
  return built;
};

const address = (file: string): string => `/assets/app/${file}`;

/** A chunk and everything that it needs; `later`: also what it loads when that is gone to. */
const chunksOf = (name: string, later: boolean, found = new Set<string>()): ReadonlySet<string> => {
  if (found.has(name)) return found;
  found.add(name);
  const { imports = [], dynamicImports = [] } = manifest()[name]!;
  for (const one of later ? [...imports, ...dynamicImports] : imports) chunksOf(one, later, found);
  return found;
};

/** Where an application begins. */
export const appEntry = (name: AppName): Entry => {
  const chunks = [...chunksOf(name, false)].map((one) => manifest()[one]!);
  const [script, ...imports] = chunks.map(({ file }) => address(file));
  return { script: script!, imports, styles: [...new Set(chunks.flatMap(({ css = [] }) => css))].map(address) };
};

/** Every file of an application, also those that it loads later. */
export const appFiles = (name: AppName): readonly string[] => {
  const all = [...chunksOf(name, true)].flatMap((one) => [manifest()[one]!.file, ...(manifest()[one]!.css ?? [])]);
  return [...new Set(all)].map(address);
};

/** The address of a script that a page asks for. */
export const scriptAddress = (name: SmallScript): string => address(manifest()[name]!.file);

/** The text of a script that was built by itself. */
export const builtScript = (name: string): string => readFileSync(join(builtFolder(), manifest()[name]!.file), 'utf8');
