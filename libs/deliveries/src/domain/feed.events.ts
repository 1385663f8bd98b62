import type { Sealed } from '@kull/event-store/contracts';
import type { DomainEvent, Instant, LocalDate } from '@kull/kernel';
import type { RecordAction } from './deliverable';
import type { BatchCode, RecordCode, WarningCode } from './validation-codes';

/** One line of a batch, without the person: what later batches are judged by. */
export interface BatchLine {
  readonly number: string;
  readonly lineNo: number;
  readonly version: number;
  readonly action: RecordAction;
  /** Absent in batches of one class: it is the batch's. */
  readonly classId?: string;
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

export interface BatchClass {
  readonly classId: string;
  readonly classCode: string;
}

/** What a batch is, before anybody has looked at it. */
export interface Batch {
  readonly batchId: string;
  /** 1, 2, 3 … without a hole, per feed. */
  readonly seq: number;
  /** Absent: the feed's first. */
  readonly previousBatchId?: string;
  /** The class, or the first by code when there are several. */
  readonly classId: string;
  readonly classCode: string;
  /** Every class that the batch has lines of, by code. Absent: only the one. */
  readonly classes?: readonly BatchClass[];
  /** The draft that was approved. Absent: made and released in one act. */
  readonly draftId?: string;
  readonly organiserOrgNumber: string;
  readonly recipientOrgNumber: string;
  /**
   * In one act, the latest instant of what the batch carries: the machine's clock decides nothing about the past. Of an
   * approved draft, when it was released.
   */
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

/** The receipt of a line: which one, and when the receiver says that it was so. */
export interface LineReceipt {
  readonly batchId: string;
  readonly number: string;
  readonly lineNo: number;
  readonly version: number;
  readonly receivedAt: Instant;
  /** The receiver's own words, sealed under the physician's key. */
  readonly message?: Sealed;
}

/** The receiver has the line. With a code: it accepted with a warning. */
export type ExportRecordAccepted = DomainEvent<'ExportRecordAccepted', LineReceipt & { readonly code?: string }>;
/** The receiver refused the line: it counts as not delivered (domain.md 9.3). */
export type ExportRecordRejected = DomainEvent<'ExportRecordRejected', LineReceipt & { readonly code: string }>;
/** The points stand in the physician's account at the receiver. */
export type ExportRecordPosted = DomainEvent<'ExportRecordPosted', LineReceipt & { readonly code?: string }>;
/** What was wrong is mended without a new version: the rejected line goes again with the next batch. */
export type ExportRecordRequeued = DomainEvent<
  'ExportRecordRequeued',
  { readonly batchId: string; readonly number: string; readonly lineNo: number; readonly version: number }
>;
/** The receiver refused the whole file: file and number stay, all its records go again (domain.md 9.3). */
export type ExportBatchRejected = DomainEvent<
  'ExportBatchRejected',
  { readonly batchId: string; readonly seq: number; readonly code: BatchCode; readonly receivedAt: Instant }
>;
/** 30 days after completion the certificate has not been delivered. Once per certificate (I-52). */
export type ExportOverdue = DomainEvent<
  'ExportOverdue',
  {
    readonly number: string;
    readonly studentCourseId: string;
    readonly classId: string;
    readonly completionDate: LocalDate;
  }
>;

/** How deliveries of a feed are made step by step. */
export interface FeedTerms {
  /** Days that a student has to comment on a revocation before it leaves (domain.md 9.3); none for WRONG_PERSON. */
  readonly commentDays: number;
  /** Whether every batch needs an approver who did not prepare it, or only one that takes points away (I-51). */
  readonly approval: 'TWO_WHEN_LOWERING' | 'ALWAYS_TWO';
}

export type FeedTermsSet = DomainEvent<'FeedTermsSet', FeedTerms>;

export type FeedEvent =
  | ExportRecordRejectedLocally
  | ExportBatchPrepared
  | ExportBatchValidated
  | ExportBatchApproved
  | ExportBatchReleased
  | ExportRecordAccepted
  | ExportRecordRejected
  | ExportRecordPosted
  | ExportRecordRequeued
  | ExportBatchRejected
  | ExportOverdue
  | FeedTermsSet;
