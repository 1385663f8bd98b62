import type { Instant } from '@kull/kernel';

/** Which line of which batch. */
export interface SentLineRef {
  readonly batchId: string;
  readonly number: string;
  readonly lineNo: number;
}

/** A line of a batch, and what the receiver said of it. */
export interface SentLineState extends SentLineRef {
  readonly version: number;
  readonly classId: string;
  readonly classCode: string;
  readonly batchSeq: number;
  /** `SETTLED`: received, or mended and to go again. */
  readonly state: 'SENT' | 'REJECTED' | 'SETTLED';
  /** The receiver's code, once it has rejected the line, and when that was recorded. */
  readonly rejected?: { readonly code: string; readonly at: Instant };
  /** The line has left in a later batch. */
  readonly isOvertaken: boolean;
}

/** When the delivery of a certificate was said to be overdue, and whether it has left since. */
export interface OverdueDelivery {
  readonly number: string;
  readonly at: Instant;
  readonly hasLeft: boolean;
}

/** Other contexts' way to what has left for the association (a Nest provider under this token). One query each. */
export abstract class SentLines {
  /** In any order; a line that never left is left out. */
  abstract named(refs: readonly SentLineRef[]): Promise<readonly SentLineState[]>;
  /** In any order; of certificates whose delivery was never overdue, nothing. */
  abstract overdue(numbers: readonly string[]): Promise<readonly OverdueDelivery[]>;
}
