import { readFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';

interface Trace {
  readonly traceEvents: readonly { readonly name: string; readonly args: { readonly elementCount?: number } }[];
}

/**
 * Of how many elements the browser worked out the style anew, at the most at one time, while something was done on a page.
 * A count, and so the same on every machine, of what makes a key slow on a phone (ux.md 5 row 7).
 */
export const restyledAtMost = async (browser: Browser, page: Page, act: () => Promise<void>): Promise<number> => {
  const folder = await mkdtemp(join(tmpdir(), 'kull-trace-'));
  const path = join(folder, 'trace.json');
  try {
    await browser.startTracing(page, { path, categories: ['devtools.timeline'] });
    await act();
    await browser.stopTracing();
    const { traceEvents } = JSON.parse(readFileSync(path, 'utf8')) as Trace;
    const counts = traceEvents
      .filter(({ name }) => name === 'UpdateLayoutTree')
      .map(({ args }) => args.elementCount ?? 0);
    if (counts.length === 0)
      throw new Error('The browser told of no style that was worked out: is its tracing another?');
    return Math.max(...counts);
  } finally {
    await rm(folder, { recursive: true });
  }
};
