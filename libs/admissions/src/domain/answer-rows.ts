import { type Instant, parseInstant } from '@kull/kernel';
import { type Answer, answerThatCounts, isInTime } from './answers';

/** The columns of `answers.csv`. */
export const answerColumns = ['application_no', 'round', 'answer', 'keep_waiting', 'answered_at'] as const;

export type AnswerRecord = Readonly<Record<(typeof answerColumns)[number], string>>;

/** Something of a round that can be answered. */
export interface Answerable {
  readonly applicationNo: string;
  readonly replyBy: Instant;
}

/** What the rows say of one offer: the answer that counts, if one came in time, else those that came too late. */
export interface AnswersToOffer<O extends Answerable> {
  readonly offer: O;
  readonly counts?: Answer;
  readonly late: readonly Answer[];
}

export interface ReadAnswers<O extends Answerable> {
  readonly answers: readonly AnswersToOffer<O>[];
  /** Rows of the round that change nothing: no such offer, no readable answer, or one that does not count. */
  readonly passedOver: number;
}

const answerOf = (record: AnswerRecord): Answer | undefined => {
  const answeredAt = parseInstant(record.answered_at);
  if (answeredAt === undefined) return undefined;
  if (record.answer !== 'ACCEPT' && record.answer !== 'DECLINE') return undefined;
  return { answer: record.answer, keepWaiting: record.keep_waiting === 'Y', answeredAt };
};

/** Reads the rows of one round; rows of other rounds are no concern of it (selection.md 1 and 5). */
export const readAnswers = <O extends Answerable>(
  records: readonly AnswerRecord[],
  round: number,
  offers: readonly O[],
): ReadAnswers<O> => {
  const given = new Map<string, Answer[]>(offers.map(({ applicationNo }) => [applicationNo, []]));
  let rows = 0;
  for (const record of records) {
    if (record.round !== String(round)) continue;
    rows++;
    const answer = answerOf(record);
    if (answer) given.get(record.application_no)?.push(answer);
  }
  const answers = offers.flatMap((offer): AnswersToOffer<O>[] => {
    const all = given.get(offer.applicationNo)!;
    const counts = answerThatCounts(all, offer.replyBy);
    if (counts) return [{ offer, counts, late: [] }];
    return all.length === 0 ? [] : [{ offer, late: all.filter((answer) => !isInTime(answer, offer.replyBy)) }];
  });
  const said = answers.reduce((sum, { counts, late }) => sum + (counts ? 1 : late.length), 0);
  return { answers, passedOver: rows - said };
};
