import { type Allocation, type Pass, stayedOpen } from './allocation';
import { classOfWish, type Field, pairOfWish, wishCount } from './field';
import type { Quota } from './quota';
import type { RoundSoFar } from './rounds-so-far';

/** What an order went by to put somebody where they stand: the tier, the points, or the draw between equal points. */
export type OrderReason = 'TIER' | 'SCORE' | 'LOTTERY';

/** A place in the order of a quota, from 1, and why. */
export interface PlaceInOrder {
  readonly quota: Quota;
  readonly position: number;
  readonly reason: OrderReason;
  /** Where the draw decided: the one beside with the same points. */
  readonly equalTo?: { readonly position: number; readonly applicationNo: string };
}

/**
 * What a round did about a wish: offered it, found the class full, found the municipality's room in the class used,
 * had something better to offer, or did not look at it: the applicant does not wait for it any more.
 */
export type WishOutcome = 'OFFERED' | 'FULL' | 'MUNICIPALITY_CAP' | 'BETTER_OFFERED' | 'NOT_WAITED_FOR';

/** One wish and what each quota found. Only verified physicians have an answer of the physician quota. */
export interface WishSeen {
  readonly class: string;
  readonly wishNo: number;
  readonly found: readonly { readonly quota: Quota; readonly outcome: WishOutcome }[];
}

/** How one competitor fared in a round. */
export interface Placement {
  readonly places: readonly PlaceInOrder[];
  readonly wishes: readonly WishSeen[];
  readonly offer?: { readonly class: string; readonly wishNo: number; readonly quota: Quota };
}

const placesOf = (field: Field, { quota, order }: Pass): ReadonlyMap<number, PlaceInOrder> => {
  const byTier = quota === 'EARMARKED_PHYSICIAN';
  const isEqual = (a: number | undefined, b: number): boolean => {
    if (a === undefined) return false;
    const [one, other] = [field.competitors[a]!, field.competitors[b]!];
    return one.score === other.score && (!byTier || one.tier === other.tier);
  };
  // Whoever stands before somebody with more points does so by tier.
  let highestBelow = Number.NEGATIVE_INFINITY;
  const places = new Map<number, PlaceInOrder>();
  for (let at = order.length - 1; at >= 0; at--) {
    const a = order[at]!;
    const { score } = field.competitors[a]!;
    const beside = [at - 1, at + 1].find((other) => isEqual(order[other], a));
    const place = { quota, position: at + 1 };
    if (beside !== undefined) {
      const { applicationNo } = field.competitors[order[beside]!]!;
      places.set(a, { ...place, reason: 'LOTTERY', equalTo: { position: beside + 1, applicationNo } });
    } else places.set(a, { ...place, reason: highestBelow > score ? 'TIER' : 'SCORE' });
    highestBelow = Math.max(highestBelow, score);
  }
  return places;
};

const outcomeIn = (
  field: Field,
  limit: number,
  pass: Pass,
  a: number,
  at: number,
  wishNo: number,
  offered: number,
): WishOutcome => {
  if (wishNo >= limit) return 'NOT_WAITED_FOR';
  if (offered === wishNo) return 'OFFERED';
  if (offered !== 0 && offered < wishNo) return 'BETTER_OFFERED';
  // The cap is looked at before the class.
  return pass.cappedAt[pairOfWish(field, a, wishNo)]! < at ? 'MUNICIPALITY_CAP' : 'FULL';
};

/** How everybody fared in a round, by competitor: where they stood in each order and why, and what each wish came to. */
export const placements = (field: Field, { before, allocation }: RoundSoFar): readonly Placement[] => {
  const { passes, offers, offeredFirst } = allocation;
  const offered = new Map(offers.map((offer) => [offer.competitor, offer]));
  const places = passes.map((pass) => placesOf(field, pass));
  return field.competitors.map((_, a): Placement => {
    const offer = offered.get(a);
    const wishes = Array.from({ length: wishCount(field, a) }, (__, index): WishSeen => {
      const wishNo = index + 1;
      const found = passes.flatMap((pass, which) => {
        const place = places[which]!.get(a);
        if (!place) return [];
        // Who was offered something in the physician quota is not asked in the general one.
        if (pass.quota === 'GENERAL' && offeredFirst[a] !== 0) return [];
        const wishOffered = offer?.quota === pass.quota ? offer.wishNo : 0;
        const at = place.position - 1;
        const outcome = outcomeIn(field, before.limit[a]!, pass, a, at, wishNo, wishOffered);
        return [{ quota: pass.quota, outcome }];
      });
      return { class: field.classes[classOfWish(field, a, wishNo)]!, wishNo, found };
    });
    return {
      places: places.flatMap((byCompetitor) => byCompetitor.get(a) ?? []),
      wishes,
      ...(offer && {
        offer: {
          class: field.classes[classOfWish(field, a, offer.wishNo)]!,
          wishNo: offer.wishNo,
          quota: offer.quota,
        },
      }),
    };
  });
};

/** Where the last place of a class in a quota went: the border between offers and waiting. */
export interface Border {
  readonly quota: Quota;
  readonly class: string;
  /** The place in the order that took the last place; null while some are free. */
  readonly position: number | null;
}

/** The borders of a round; a class that had no place at all has none. */
export const bordersOf = (field: Field, { passes }: Allocation): readonly Border[] =>
  passes.flatMap(({ quota, filledAt }) =>
    field.classes.flatMap((code, c): Border[] => {
      const at = filledAt[c]!;
      return at === -1 ? [] : [{ quota, class: code, position: at === stayedOpen ? null : at + 1 }];
    }),
  );
