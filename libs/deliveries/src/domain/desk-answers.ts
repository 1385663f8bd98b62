import type { Instant } from '@kull/kernel';
import { type Feed, type SentLine, standing } from './feed.state';
import type { ReceiptRow } from './receipt-rows';
import type { ReceiptResult } from './receipts';
import { sentIn } from './take-receipts';

/** What a person at the receiver's desk says of one line of a delivery. */
export interface DeskAnswer {
  readonly certificateNo: string;
  readonly lineNo: number;
  readonly version: number;
  readonly result: Exclude<ReceiptResult, 'POSTED'>;
  /** Always there but for ACCEPTED. */
  readonly code?: string;
}

/** What counts says so already: a form that is sent twice says nothing new. */
const isKnown = (line: SentLine, { result, code }: DeskAnswer): boolean => {
  const now = standing(line);
  switch (now.state) {
    case 'SENT':
      return false;
    case 'REJECTED':
      return result === 'REJECTED' && now.code === code;
    case 'RECEIVED':
    case 'POSTED':
      return result === 'ACCEPTED' || (result === 'ACCEPTED_WITH_WARNING' && now.warning === code);
  }
};

/** After everything that was said of the line: what a person says last counts, also when a machine's clock is fast. */
const instantAfter = ({ receipts }: SentLine, at: Instant): Instant => {
  const last = receipts.reduce((latest, { receivedAt }) => (receivedAt > latest ? receivedAt : latest), '');
  return last < at ? at : new Date(Date.parse(last) + 1).toISOString();
};

/** The receipts that are news, in the order of the answers; of a line that is not in the batch too, to be refused. */
export const receiptsOfAnswers = (
  feed: Feed,
  batchId: string,
  answers: readonly DeskAnswer[],
  at: Instant,
): readonly ReceiptRow[] =>
  answers.flatMap((answer, i) => {
    const { certificateNo, lineNo, version, result, code = '' } = answer;
    const line = sentIn(feed, batchId, { number: certificateNo, lineNo });
    if (line && isKnown(line, answer)) return [];
    const receivedAt = line ? instantAfter(line, at) : at;
    const named = { row: i + 1, certificateNo, lineNo: String(lineNo), version: String(version) };
    return [{ ...named, result, code, message: '', receivedAt }];
  });

/** Whether every line of the batch counts as refused with the whole file already. */
export const isRefusedWhole = (feed: Feed, batchId: string, code: string): boolean =>
  (feed.batches.get(batchId) ?? [])
    .flatMap((key) => feed.sent.get(key) ?? [])
    .filter((line) => line.batchId === batchId)
    .every((line) => {
      const now = standing(line);
      return now.state === 'REJECTED' && now.code === code;
    });
