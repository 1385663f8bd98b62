import type { DomainEvent, Instant } from '@kull/kernel';
import type { BatchLine, LineWarning, RejectedLine } from './feed.events';

/** A revocation that was left out because the student may still comment on it. */
export interface WaitingLine {
  readonly number: string;
  readonly lineNo: number;
  readonly version: number;
  readonly until: Instant;
}

/**
 * What would leave, for a person to look at. It has no number: numbers are given where a batch is frozen, so one that is
 * abandoned leaves no gap.
 */
export interface Draft {
  readonly draftId: string;
  readonly organiserOrgNumber: string;
  readonly recipientOrgNumber: string;
  /** The classes that were asked for. Absent: all of the feed. */
  readonly classIds?: readonly string[];
  readonly preparedBy: string;
  /** Whether somebody else has to approve it: points are taken away, or the feed's terms say so (I-51). */
  readonly twoPeople: boolean;
  readonly lines: readonly BatchLine[];
  readonly warnings: readonly LineWarning[];
  readonly rejected: readonly RejectedLine[];
  readonly waiting: readonly WaitingLine[];
}

export type ExportDraftPrepared = DomainEvent<'ExportDraftPrepared', Draft>;
export type ExportDraftApproved = DomainEvent<
  'ExportDraftApproved',
  { readonly draftId: string; readonly approvedBy: string }
>;
export type ExportDraftAbandoned = DomainEvent<'ExportDraftAbandoned', { readonly draftId: string }>;
/** It became this batch. */
export type ExportDraftReleased = DomainEvent<
  'ExportDraftReleased',
  { readonly draftId: string; readonly batchId: string; readonly seq: number }
>;

export type DraftEvent = ExportDraftPrepared | ExportDraftApproved | ExportDraftAbandoned | ExportDraftReleased;
