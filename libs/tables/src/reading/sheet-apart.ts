import { extname, join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { LIMITS } from './refusal';
import { type SheetCells, sheetCells } from './sheet';
import type { SheetMessage } from './sheet-thread';

/** Threads run the built JavaScript. Under Jest, which runs TypeScript, the work is done in the calling thread. */
const isBuilt = extname(__filename) === '.js';

const inThread = (bytes: Uint8Array): Promise<SheetCells> =>
  new Promise((resolve, reject) => {
    const thread = new Worker(join(__dirname, 'sheet-thread.js'), {
      workerData: bytes,
      resourceLimits: { maxOldGenerationSizeMb: LIMITS.memoryMegabytes, maxYoungGenerationSizeMb: 8 },
    });
    const tooSlow = setTimeout(() => {
      resolve({ refused: { code: 'TOO_LARGE', limit: 'seconds' } });
      void thread.terminate();
    }, LIMITS.seconds * 1_000);
    const lines: (readonly string[])[] = [];
    thread.on('message', (message: SheetMessage) => {
      if ('lines' in message) lines.push(...message.lines);
      else resolve(message.done === 'read' ? { lines } : message.done);
    });
    thread.on('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'ERR_WORKER_OUT_OF_MEMORY') resolve({ refused: { code: 'TOO_LARGE', limit: 'memory' } });
      else reject(error);
    });
    thread.on('exit', (code) => {
      clearTimeout(tooSlow);
      reject(new Error(`The thread that read a workbook ended with ${code}`));
    });
  });

let before: Promise<unknown> = Promise.resolve();

/**
 * The cells of a workbook's first sheet, read in a thread of its own with a limit on memory and time (S15, T38). One
 * workbook at a time: many that come at once want no more memory than one.
 */
export const sheetCellsApart = (bytes: Uint8Array): Promise<SheetCells> => {
  if (!isBuilt) return sheetCells(bytes);
  const cells = before.then(() => inThread(bytes));
  before = cells.catch(() => undefined);
  return cells;
};
