import { type Instant, parseInstant } from '@kull/kernel';
import type { LineReceived } from './feed.commands';
import type { Feed } from './feed.state';
import { lineKey } from './line-map';
import type { ReceiptResult } from './receipts';
import { sentIn } from './take-receipts';

/** A receipt as a file or a request says it, all in text. */
export interface ReceiptRow {
  /** 1 = the first. */
  readonly row: number;
  readonly certificateNo: string;
  readonly lineNo: string;
  readonly version: string;
  readonly result: string;
  readonly code: string;
  readonly message: string;
  readonly receivedAt: string;
}

/**
 * Why a receipt cannot be taken in; the first that applies.
 * - `LINE_NOT_IN_BATCH`: no such certificate and line number in the batch.
 * - `VERSION_DIFFERS`: the batch has the line in another version.
 * - `INVALID_RESULT`, `INVALID_CODE` (one letter and three digits, and there where the result asks for one).
 * - `INVALID_TIMESTAMP`: not an instant with its offset.
 * - `RECEIVED_IN_FUTURE`: would otherwise beat every later receipt.
 */
export type ReceiptRowCode =
  | 'LINE_NOT_IN_BATCH'
  | 'VERSION_DIFFERS'
  | 'INVALID_RESULT'
  | 'INVALID_CODE'
  | 'INVALID_TIMESTAMP'
  | 'RECEIVED_IN_FUTURE';

/** A receipt that was not taken in. */
export interface RejectedReceipt {
  readonly row: number;
  readonly certificateNo: string;
  readonly code: ReceiptRowCode;
}

/** A receipt in order; `message` is still as it came. */
export interface GoodReceipt extends Omit<LineReceived, 'message'> {
  readonly message: string;
}

export interface SortedReceipts {
  readonly taken: readonly GoodReceipt[];
  readonly rejected: readonly RejectedReceipt[];
}

const results: readonly ReceiptResult[] = ['ACCEPTED', 'ACCEPTED_WITH_WARNING', 'REJECTED', 'POSTED'];

/** A receiver's code: no room for a name or a number of a person. */
const codeForm = /^[A-Z]\d{3}$/;

const needsCode: ReadonlySet<ReceiptResult> = new Set(['ACCEPTED_WITH_WARNING', 'REJECTED']);

const sorted = (row: ReceiptRow, feed: Feed, batchId: string, latest: Instant): GoodReceipt | ReceiptRowCode => {
  const name = { number: row.certificateNo.trim(), lineNo: Number(row.lineNo) };
  const sent = sentIn(feed, batchId, name);
  if (!sent || lineKey(sent) !== lineKey(name)) return 'LINE_NOT_IN_BATCH';
  if (String(sent.version) !== row.version.trim()) return 'VERSION_DIFFERS';
  const result = results.find((one) => one === row.result.trim());
  if (!result) return 'INVALID_RESULT';
  const code = row.code.trim();
  if (code === '' ? needsCode.has(result) : !codeForm.test(code)) return 'INVALID_CODE';
  const receivedAt = parseInstant(row.receivedAt.trim());
  if (!receivedAt) return 'INVALID_TIMESTAMP';
  if (receivedAt > latest) return 'RECEIVED_IN_FUTURE';
  const { version } = sent;
  const said = code !== '' && result !== 'ACCEPTED' ? { code } : {};
  return { ...name, version, result, ...said, receivedAt, message: row.message.trim() };
};

/**
 * Receipts that can be taken in, and the others with their codes.
 * @param latest the last instant that a receiver's clock, a little fast perhaps, may name
 */
export const sortReceiptRows = (
  rows: readonly ReceiptRow[],
  feed: Feed,
  batchId: string,
  latest: Instant,
): SortedReceipts => {
  const taken: GoodReceipt[] = [];
  const rejected: RejectedReceipt[] = [];
  for (const row of rows) {
    const good = sorted(row, feed, batchId, latest);
    if (typeof good === 'string') rejected.push({ row: row.row, certificateNo: row.certificateNo, code: good });
    else taken.push(good);
  }
  return { taken, rejected };
};
