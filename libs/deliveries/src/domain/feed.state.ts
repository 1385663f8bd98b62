import type { Batch, BatchLine } from './feed.events';

/** What has left through a feed, from one organiser to one recipient. */
export interface Feed {
  /** Number of the last batch released; 0 before the first. */
  readonly seq: number;
  readonly lastBatchId?: string;
  /** What left last, by `lineKey`. */
  readonly delivered: ReadonlyMap<string, BatchLine>;
  /** What was kept out, by `lineKey`: version and codes as one text. */
  readonly keptOut: ReadonlyMap<string, string>;
  /** Prepared and not released yet. */
  readonly open?: Batch;
}

export const newFeed: Feed = { seq: 0, delivered: new Map(), keptOut: new Map() };

export const lineKey = ({ number, lineNo }: { readonly number: string; readonly lineNo: number }): string =>
  `${number}/${lineNo}`;
