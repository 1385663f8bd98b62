import type { DomainEvent, Instant } from '@kull/kernel';
import type { RecordAction } from './deliverable';
import type { BatchCode, RecordCode, WarningCode } from './validation-codes';

/** One line of a batch, without the person: what later batches are judged by. */
export interface BatchLine {
  readonly number: string;
  readonly lineNo: number;
  readonly version: number;
  readonly action: RecordAction;
  readonly reasonCode?: string;
  /** Course points of the line; 0 in a REVOKE. At most one decimal. */
  readonly points: number;
  /** Keyed fingerprint of HPR number, approval, specialty and category: what the receiver finds duplicates by. */
  readonly matchKey: string;
  /** Keyed fingerprint of what a CORRECT never changes (domain.md 9.3). */
  readonly fixedKey: string;
}

/** A line that stayed out of the batch, and why. */
export interface RejectedLine {
  readonly number: string;
  readonly lineNo: number;
  readonly version: number;
  readonly codes: readonly RecordCode[];
}

export interface LineWarning {
  readonly number: string;
  readonly lineNo: number;
  readonly version: number;
  readonly codes: readonly WarningCode[];
}

/** What a batch is, before anybody has looked at it. */
export interface Batch {
  readonly batchId: string;
  /** 1, 2, 3 … without a hole, per feed. */
  readonly seq: number;
  /** Absent: the feed's first. */
  readonly previousBatchId?: string;
  readonly classId: string;
  readonly classCode: string;
  readonly organiserOrgNumber: string;
  readonly recipientOrgNumber: string;
  /** The latest instant of what the batch carries: the machine's clock decides nothing about the past. */
  readonly createdAt: Instant;
  readonly lines: readonly BatchLine[];
}

/** The counts of the manifest (I-48). */
export interface BatchCounts {
  readonly recordCount: number;
  readonly addCount: number;
  readonly correctCount: number;
  readonly revokeCount: number;
  readonly pointsTotalAdd: number;
}

/** The two files of a released batch: kept by hash, never changed. */
export interface BatchFiles {
  readonly fileName: string;
  readonly fileSha256: string;
  readonly manifestName: string;
  readonly manifestSha256: string;
}

/** A line was kept out by the validation of our own side. */
export type ExportRecordRejectedLocally = DomainEvent<'ExportRecordRejectedLocally', RejectedLine>;
export type ExportBatchPrepared = DomainEvent<'ExportBatchPrepared', Batch>;
export type ExportBatchValidated = DomainEvent<
  'ExportBatchValidated',
  { readonly batchId: string; readonly warnings: readonly LineWarning[] }
>;
export type ExportBatchApproved = DomainEvent<
  'ExportBatchApproved',
  { readonly batchId: string; readonly approvedBy: string }
>;
/** From now on the receiver can fetch it; nothing about it changes any more. */
export type ExportBatchReleased = DomainEvent<
  'ExportBatchReleased',
  { readonly batchId: string; readonly seq: number } & BatchFiles & BatchCounts
>;

export type FeedEvent =
  | ExportRecordRejectedLocally
  | ExportBatchPrepared
  | ExportBatchValidated
  | ExportBatchApproved
  | ExportBatchReleased;

/** Why a batch as a whole is stopped. */
export interface BatchFault {
  readonly code: BatchCode;
}
