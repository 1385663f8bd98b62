import { addDays, type Instant, type LocalDate, localDateInOslo } from '@kull/kernel';
import { awaitsRepair, type Feed, type SentLine, standing } from './feed.state';
import { ANSWER_DAYS } from './points-explanation';
import { contradict, type Standing } from './receipts';

/** What became of the lines of one batch, by what the receiver has said. */
export interface BatchStanding {
  readonly lines: Readonly<Record<Standing['state'], number>>;
  /** Rejected, and they do not go again before somebody does something. */
  readonly awaitRepair: number;
  /** Accepted and rejected: ask the receiver. */
  readonly contradictory: number;
  /** The last day on which an answer is expected; undefined once every line has one. */
  readonly answerBy?: LocalDate;
  readonly isAnswerOverdue: boolean;
}

const linesOf = (feed: Feed, batchId: string): readonly SentLine[] =>
  (feed.batches.get(batchId) ?? []).flatMap(
    (key) => (feed.sent.get(key) ?? []).find((line) => line.batchId === batchId) ?? [],
  );

/** How a batch of the feed stands at that instant. */
export const batchStanding = (feed: Feed, batchId: string, now: Instant): BatchStanding => {
  const lines = linesOf(feed, batchId);
  const count = (state: Standing['state']): number => lines.filter((line) => standing(line).state === state).length;
  const unanswered = lines.find((line) => standing(line).state === 'SENT');
  const answerBy = unanswered && addDays(localDateInOslo(unanswered.sentAt), ANSWER_DAYS);
  return {
    lines: { SENT: count('SENT'), RECEIVED: count('RECEIVED'), REJECTED: count('REJECTED'), POSTED: count('POSTED') },
    awaitRepair: lines.filter((line) => awaitsRepair(feed, line) === line).length,
    contradictory: lines.filter(({ receipts }) => contradict(receipts)).length,
    ...(answerBy !== undefined && { answerBy }),
    isAnswerOverdue: answerBy !== undefined && localDateInOslo(now) > answerBy,
  };
};
