import { allocateRound } from './allocation';
import type { HalfPoints } from './assessments';
import { type PlaceInOrder, placements, type WishOutcome } from './placement';
import { placesAtFirst } from './places-at-first';
import { type Quota, quotas } from './quota';
import { fieldOf, type RankingToCompare } from './ranking-comparison';
import { standingAtFirst } from './standing';
import type { Tier } from './verified-physician';

/** A place in the order of a quota, why, and what a first round does about the wishes. */
export interface ProtocolPlace extends PlaceInOrder {
  readonly applicationNo: string;
  readonly tier?: Tier;
  readonly score: HalfPoints;
  readonly lotteryNumber: string;
  readonly wishes: readonly { readonly class: string; readonly outcome?: WishOutcome }[];
  readonly offer?: string;
}

/** The order of a quota, the first place first. */
export interface ProtocolOfQuota {
  readonly quota: Quota;
  readonly places: number;
  readonly offers: number;
  readonly order: readonly ProtocolPlace[];
}

/** A ranking by itself, for those who have to answer for it: every place and its reason, and the offers of a first round. */
export const rankingProtocol = (ranking: RankingToCompare): readonly ProtocolOfQuota[] => {
  const field = fieldOf(ranking);
  const atFirst = placesAtFirst(ranking.rules);
  const before = standingAtFirst(field, atFirst);
  const seen = placements(field, { round: 1, before, allocation: allocateRound(field, before) });
  return quotas.map((quota): ProtocolOfQuota => {
    const order = field.competitors
      .flatMap((competitor, a): ProtocolPlace[] => {
        const { places, wishes, offer } = seen[a]!;
        const place = places.find((one) => one.quota === quota);
        if (!place) return [];
        const { applicationNo, tier, score, lotteryNumber } = competitor;
        const found = wishes.map((wish) => {
          const outcome = wish.found.find((one) => one.quota === quota)?.outcome;
          return { class: wish.class, ...(outcome && { outcome }) };
        });
        return [
          {
            ...place,
            applicationNo,
            ...(tier !== undefined && { tier }),
            score,
            lotteryNumber,
            wishes: found,
            ...(offer?.quota === quota && { offer: offer.class }),
          },
        ];
      })
      .sort((one, other) => one.position - other.position);
    return {
      quota,
      places: atFirst.reduce(
        (sum, { earmarked, general }) => sum + (quota === 'EARMARKED_PHYSICIAN' ? earmarked : general),
        0,
      ),
      offers: order.filter(({ offer }) => offer !== undefined).length,
      order,
    };
  });
};
