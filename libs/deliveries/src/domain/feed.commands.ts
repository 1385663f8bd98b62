import type { Command, Decision, Instant, Rejection } from '@kull/kernel';
import type { Batch, BatchFiles, ExportOverdue, FeedEvent, FeedTerms, LineWarning, RejectedLine } from './feed.events';
import type { LineName } from './line-map';
import type { Receipt } from './receipts';
import type { BatchCode } from './validation-codes';

/** Freezes a batch: it is numbered, and its lines have left. Its files are stored already. */
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

/** Puts on record what stays behind when nothing can leave, or before anything does. */
export type KeepOut = Command<'KeepOut', { readonly rejected: readonly RejectedLine[] }>;

/** A receipt as it came in, for one line of the batch. */
export interface LineReceived extends LineName, Receipt {
  readonly version: number;
}

/** The receiver's receipts for one batch; or its refusal of the whole file. */
export type TakeReceipts = Command<
  'TakeReceipts',
  {
    readonly batchId: string;
    readonly receipts: readonly LineReceived[];
    readonly wholeBatch?: { readonly code: BatchCode; readonly receivedAt: Instant };
  }
>;

/** Rejected lines may go again as they are: what was wrong is mended. */
export type RequeueRecords = Command<
  'RequeueRecords',
  { readonly batchId: string; readonly lines: readonly LineName[] }
>;

/** These certificates are more than 30 days past completion; those that have not left are overdue. */
export type NoteOverdue = Command<'NoteOverdue', { readonly certificates: readonly OverdueCertificate[] }>;

export type OverdueCertificate = ExportOverdue['data'] & { readonly lineNos: readonly number[] };

export type SetFeedTerms = Command<'SetFeedTerms', FeedTerms>;

export type FeedCommand = ReleaseBatch | KeepOut | TakeReceipts | RequeueRecords | NoteOverdue | SetFeedTerms;

/**
 * - `BATCH_OUT_OF_ORDER`: not the next number, or not after the batch that is the last (E004).
 * - `LINE_NOT_DUE`: a line that left, was overtaken, was revoked, waits for repair, or corrects or revokes what never left.
 * - `BATCH_NOT_OF_FEED`: a receipt for a batch that this feed never released.
 * - `LINE_NOT_IN_BATCH`: a receipt for a line, or a version of it, that the batch does not have.
 * - `LINE_NOT_REJECTED`: what was not rejected, or has gone again since, cannot be requeued.
 */
export type FeedRejection =
  | Rejection<'BATCH_OUT_OF_ORDER'>
  | Rejection<'BATCH_NOT_OF_FEED'>
  | (Rejection<'LINE_NOT_DUE' | 'LINE_NOT_IN_BATCH' | 'LINE_NOT_REJECTED'> & LineName);

export type Decided = Decision<FeedEvent, FeedRejection>;
