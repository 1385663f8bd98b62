import type { Instant } from '@kull/kernel';
import type { Batch, BatchLine, FeedTerms } from './feed.events';
import { LineMap, type LineName, lineKey } from './line-map';
import { type Receipt, type Standing, standingOf } from './receipts';
import { isBatchCode } from './validation-codes';

/** A line as it left in a batch, and what the receiver has said of it. */
export interface SentLine extends BatchLine {
  readonly batchId: string;
  readonly seq: number;
  /** The batch's instant. */
  readonly sentAt: Instant;
  /** All that came, in the order in which they came. */
  readonly receipts: readonly Receipt[];
  /** Somebody has said that a rejected line may go again as it is. */
  readonly requeued: boolean;
}

/** What has left through a feed, from one organiser to one recipient. */
export interface Feed {
  /** Number of the last batch released; 0 before the first. */
  readonly seq: number;
  readonly lastBatchId?: string;
  /** Every time that a line left, oldest first, by `lineKey`. */
  readonly sent: LineMap<readonly SentLine[]>;
  /** The lines of each released batch, by its id, as `lineKey`s. */
  readonly batches: ReadonlyMap<string, readonly string[]>;
  /** What was kept out, by `lineKey`: version and codes. */
  readonly keptOut: LineMap<KeptOut>;
  /** Whose delivery was said to be overdue, by certificate number. */
  readonly overdue: LineMap<true>;
  readonly terms: FeedTerms;
  /** Prepared and not released yet. */
  readonly open?: Batch;
}

/** Why our own validation keeps a version of a line out. */
export interface KeptOut {
  readonly version: number;
  readonly codes: readonly string[];
}

/** Until somebody sets others: two weeks to comment on a revocation, two people where something is lowered. */
export const defaultTerms: FeedTerms = { commentDays: 14, approval: 'TWO_WHEN_LOWERING' };

export const newFeed: Feed = {
  seq: 0,
  sent: new LineMap(),
  batches: new Map(),
  keptOut: new LineMap(),
  overdue: new LineMap(),
  terms: defaultTerms,
};

/** Where a sent line stands with the receiver. */
export const standing = ({ receipts }: SentLine): Standing => standingOf(receipts);

const isRejected = (line: SentLine): boolean => standing(line).state === 'REJECTED';

/** Every time that the line left, oldest first. */
export const sentOf = ({ sent }: Feed, name: LineName): readonly SentLine[] => sent.get(lineKey(name)) ?? [];

/** What the receiver has of a line: the last that left and was not rejected. What a CORRECT or REVOKE builds on. */
export const baseOf = (feed: Feed, name: LineName): SentLine | undefined =>
  sentOf(feed, name).findLast((line) => !isRejected(line));

/**
 * The last that left, when the receiver rejected it and nothing has been mended since: this version does not go again
 * before a newer one comes, or somebody requeues it. A fault of the whole batch is none of its lines: they go again.
 */
export const awaitsRepair = (feed: Feed, name: LineName & { readonly version: number }): SentLine | undefined => {
  const last = sentOf(feed, name).at(-1);
  if (!last || last.requeued || last.version !== name.version) return undefined;
  const { receipts } = last;
  const now = standingOf(receipts);
  return now.state === 'REJECTED' && !isBatchCode(now.code) ? last : undefined;
};
