import { join } from 'node:path';
import { defineConfig } from 'vite';

const here = import.meta.dirname;

/** The administrators' application, into dist/web. */
export default defineConfig({
  root: join(here, 'app'),
  base: '/assets/app/',
  publicDir: false,
  resolve: { tsconfigPaths: true },
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  build: {
    outDir: join(here, '../../dist/web'),
    emptyOutDir: true,
    manifest: true,
    assetsDir: '',
    target: 'es2022',
    modulePreload: { polyfill: false },
    rolldownOptions: {
      // The administrators' application, the one at the door, what keeps a page when there is no network, and what asks
      // for that and forgets it on the pages of students.
      input: ['main.tsx', 'door/main.tsx', 'offline/service-worker.ts', 'code/keep-code.ts', 'code/forget-code.ts'].map(
        (file) => join(here, 'app', file),
      ),
      output: {
        // What several rooms share is one file: a dozen small ones take a phone two rounds of asking.
        codeSplitting: {
          groups: [
            { name: 'shared', test: /[\\/]apps[\\/]web[\\/]app[\\/](kit|classes|students)[\\/]/, minShareCount: 3 },
          ],
        },
      },
    },
  },
});
