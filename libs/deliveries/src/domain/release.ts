import { accept, nothing, reject } from '@kull/kernel';
import type { Decided, KeepOut, ReleaseBatch } from './feed.commands';
import type { BatchCounts, BatchLine, FeedEvent, RejectedLine } from './feed.events';
import { awaitsRepair, baseOf, type Feed } from './feed.state';
import { lineKey } from './line-map';

/** Sums tenths, so that the total is exact. */
const sumOf = (points: readonly number[]): number =>
  points.reduce((tenths, point) => tenths + Math.round(point * 10), 0) / 10;

/** The counts of a batch's lines (I-48). */
export const countsOf = (lines: readonly BatchLine[]): BatchCounts => {
  const of = (action: BatchLine['action']) => lines.filter((line) => line.action === action);
  return {
    recordCount: lines.length,
    addCount: of('ADD').length,
    correctCount: of('CORRECT').length,
    revokeCount: of('REVOKE').length,
    pointsTotalAdd: sumOf(of('ADD').map(({ points }) => points)),
  };
};

const isDue = (feed: Feed, line: BatchLine): boolean => {
  if (awaitsRepair(feed, line)) return false;
  const before = baseOf(feed, line);
  if (line.action === 'ADD') return before === undefined;
  return before !== undefined && before.action !== 'REVOKE' && before.version < line.version;
};

/** Only what was not known: a line kept out again for the same reasons is no news. */
const rejections = ({ keptOut }: Feed, rejected: readonly RejectedLine[]): FeedEvent[] =>
  rejected
    .filter((line) => {
      const before = keptOut.get(lineKey(line));
      return before?.version !== line.version || before.codes.join() !== line.codes.join();
    })
    .map((data) => ({ type: 'ExportRecordRejectedLocally', data }));

export const keepOut = (feed: Feed, { rejected }: KeepOut['data']): Decided => ({ events: rejections(feed, rejected) });

/** Prepares, validates, approves and releases in one act: the number is raised where the lines are frozen. */
export const release = (
  feed: Feed,
  { batch, warnings, rejected, approvedBy, files }: ReleaseBatch['data'],
): Decided => {
  const { batchId, seq, previousBatchId, lines } = batch;
  if (lines.length === 0) return nothing;
  if (seq !== feed.seq + 1 || previousBatchId !== feed.lastBatchId) return reject({ code: 'BATCH_OUT_OF_ORDER' });
  const keys = new Set<string>();
  for (const line of lines) {
    const { number, lineNo } = line;
    if (!isDue(feed, line) || keys.has(lineKey(line))) return reject({ code: 'LINE_NOT_DUE', number, lineNo });
    keys.add(lineKey(line));
  }
  return accept<FeedEvent>(
    ...rejections(feed, rejected),
    { type: 'ExportBatchPrepared', data: batch },
    { type: 'ExportBatchValidated', data: { batchId, warnings } },
    { type: 'ExportBatchApproved', data: { batchId, approvedBy } },
    { type: 'ExportBatchReleased', data: { batchId, seq, ...files, ...countsOf(lines) } },
  );
};
