import type { Instant } from '@kull/kernel';
import type { RoundOffer } from './allocation';
import type { Field } from './field';
import type { Quota } from './quota';
import { limitAfterAnswer, limitAfterLapse, quotaIndex, type Standing } from './standing';

/** An answer to an offer, as it was given. */
export interface Answer {
  readonly answer: 'ACCEPT' | 'DECLINE';
  readonly keepWaiting: boolean;
  readonly answeredAt: Instant;
}

/** What an offer came to, by the words of `offers.csv`. */
export type OfferOutcome = 'ACCEPTED' | 'DECLINED' | 'LAPSED';

/** In time: at the round's replyBy at the latest; that instant is in time (I-10). */
export const isInTime = ({ answeredAt }: Pick<Answer, 'answeredAt'>, replyBy: Instant): boolean =>
  answeredAt <= replyBy;

const compareText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** Order in which several answers to one offer are looked at: as given; at the same instant yes before no. */
export const byInstant = (a: Answer, b: Answer): number =>
  compareText(a.answeredAt, b.answeredAt) ||
  compareText(a.answer, b.answer) ||
  Number(a.keepWaiting) - Number(b.keepWaiting);

/** The answer that counts among all that were given to one offer: the first in time. None: the offer lapses. */
export const answerThatCounts = (answers: readonly Answer[], replyBy: Instant): Answer | undefined =>
  answers.filter((answer) => isInTime(answer, replyBy)).sort(byInstant)[0];

/** An offer and what became of it. */
export interface SettledOffer extends RoundOffer {
  readonly outcome: OfferOutcome;
  readonly keepWaiting: boolean;
}

/** What a counting answer, or none, makes of an offer. */
export const settle = (offer: RoundOffer, answer: Answer | undefined): SettledOffer => ({
  ...offer,
  outcome: answer === undefined ? 'LAPSED' : answer.answer === 'ACCEPT' ? 'ACCEPTED' : 'DECLINED',
  keepWaiting: answer?.keepWaiting ?? false,
});

/** What the log knows of an offer. */
export interface RecordedOffer {
  readonly applicationNo: string;
  readonly wishNo: number;
  readonly quota: Quota;
  readonly outcome: OfferOutcome | null;
  readonly keepWaiting: boolean;
}

/** What became of the offers of a round, as recorded. Other offers than the rules give are a fault of the program. */
export const settledAsRecorded = (
  field: Field,
  offers: readonly RoundOffer[],
  recorded: readonly RecordedOffer[],
): readonly SettledOffer[] => {
  const byApplication = new Map(recorded.map((offer) => [offer.applicationNo, offer]));
  if (recorded.length !== offers.length) throw new Error('the log has other offers than the rules give');
  return offers.map((offer) => {
    const { applicationNo } = field.competitors[offer.competitor]!;
    const made = byApplication.get(applicationNo);
    if (!made?.outcome || made.wishNo !== offer.wishNo || made.quota !== offer.quota) {
      throw new Error(`the log has another offer for ${applicationNo} than the rules give`);
    }
    return { ...offer, outcome: made.outcome, keepWaiting: made.keepWaiting };
  });
};

/**
 * Where all stand after a round: who accepted holds the new place and has given up the one held before; nobody else
 * loses a place (selection.md 5).
 */
export const afterRound = (standing: Standing, settled: readonly SettledOffer[]): Standing => {
  const limit = standing.limit.slice();
  const heldWish = standing.heldWish.slice();
  const heldQuota = standing.heldQuota.slice();
  for (const { competitor, wishNo, quota, outcome, keepWaiting } of settled) {
    limit[competitor] = outcome === 'LAPSED' ? limitAfterLapse : limitAfterAnswer(wishNo, keepWaiting);
    if (outcome !== 'ACCEPTED') continue;
    heldWish[competitor] = wishNo;
    heldQuota[competitor] = quotaIndex(quota);
  }
  return { limit, heldWish, heldQuota, places: standing.places };
};
