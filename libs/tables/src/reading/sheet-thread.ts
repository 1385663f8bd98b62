import { parentPort, workerData } from 'node:worker_threads';
import { sheetCells } from './sheet';

/** What the thread says: lines, a thousand at a time, and at last how it went. */
export type SheetMessage =
  | { readonly lines: readonly (readonly string[])[] }
  | { readonly done: Exclude<Awaited<ReturnType<typeof sheetCells>>, { readonly lines: unknown }> | 'read' };

const LINES_IN_MESSAGE = 1_000;
const say = (message: SheetMessage): void => parentPort?.postMessage(message);

void sheetCells(workerData as Uint8Array).then((cells) => {
  if ('refused' in cells) return say({ done: cells });
  for (let start = 0; start < cells.lines.length; start += LINES_IN_MESSAGE) {
    say({ lines: cells.lines.slice(start, start + LINES_IN_MESSAGE) });
  }
  say({ done: 'read' });
});
