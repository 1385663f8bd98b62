import { accept, type Command, type Decider, type Decision, nothing, type Rejection, reject } from '@kull/kernel';
import type { Batch, BatchCounts, BatchFiles, BatchLine, FeedEvent, LineWarning, RejectedLine } from './feed.events';
import { type Feed, lineKey, newFeed } from './feed.state';

/** Prepares, validates, approves and releases a batch in one act; its files are stored already. */
export type ReleaseBatch = Command<
  'ReleaseBatch',
  {
    readonly batch: Batch;
    readonly warnings: readonly LineWarning[];
    readonly rejected: readonly RejectedLine[];
    readonly approvedBy: string;
    readonly files: BatchFiles;
  }
>;

/** Puts on record what stays behind when nothing can leave. */
export type KeepOut = Command<'KeepOut', { readonly rejected: readonly RejectedLine[] }>;

export type FeedCommand = ReleaseBatch | KeepOut;

/**
 * - `BATCH_OUT_OF_ORDER`: not the next number, or not after the batch that is the last (E004).
 * - `LINE_NOT_DUE`: a line that left, was overtaken, was revoked, or corrects or revokes what never left.
 */
export type FeedRejection =
  | Rejection<'BATCH_OUT_OF_ORDER'>
  | (Rejection<'LINE_NOT_DUE'> & { readonly number: string; readonly lineNo: number });

type Decided = Decision<FeedEvent, FeedRejection>;

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

const isDue = ({ delivered }: Feed, line: BatchLine): boolean => {
  const before = delivered.get(lineKey(line));
  if (line.action === 'ADD') return before === undefined;
  return before !== undefined && before.action !== 'REVOKE' && before.version < line.version;
};

const keptOutText = ({ version, codes }: RejectedLine): string => `${version} ${codes.join(',')}`;

/** Only what was not known: a line kept out again for the same reasons is no news. */
const rejections = ({ keptOut }: Feed, rejected: readonly RejectedLine[]): FeedEvent[] =>
  rejected
    .filter((line) => keptOut.get(lineKey(line)) !== keptOutText(line))
    .map((data) => ({ type: 'ExportRecordRejectedLocally', data }));

const release = (feed: Feed, { batch, warnings, rejected, approvedBy, files }: ReleaseBatch['data']): Decided => {
  const { batchId, seq, previousBatchId, lines } = batch;
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

const decide = (feed: Feed, command: FeedCommand): Decided => {
  switch (command.type) {
    case 'ReleaseBatch':
      return command.data.batch.lines.length > 0 ? release(feed, command.data) : nothing;
    case 'KeepOut':
      return { events: rejections(feed, command.data.rejected) };
  }
};

const evolve = (feed: Feed, { type, data }: FeedEvent): Feed => {
  switch (type) {
    case 'ExportRecordRejectedLocally':
      return { ...feed, keptOut: new Map(feed.keptOut).set(lineKey(data), keptOutText(data)) };
    case 'ExportBatchPrepared':
      return { ...feed, open: data };
    case 'ExportBatchValidated':
    case 'ExportBatchApproved':
      return feed;
    case 'ExportBatchReleased': {
      const { open, delivered, keptOut } = feed;
      if (open?.batchId !== data.batchId) return feed;
      const left = open.lines.map((line) => [lineKey(line), line] as const);
      return {
        seq: data.seq,
        lastBatchId: data.batchId,
        delivered: new Map([...delivered, ...left]),
        keptOut,
      };
    }
  }
};

/** What leaves for one recipient: numbered without a hole, every version of every line at most once. */
export const feed: Decider<Feed, FeedCommand, FeedEvent, FeedRejection> = {
  category: 'feed',
  initial: newFeed,
  decide,
  evolve,
};

/** The feed from one organiser to one recipient. */
export const feedId = (organiserOrgNumber: string, recipientOrgNumber: string): string =>
  `${organiserOrgNumber}-${recipientOrgNumber}`;
