import { classOfWish, type Field, pairOfWish, wishCount } from './field';
import type { Quota } from './quota';
import type { Standing } from './standing';

/** An offer of a round: competitor by index, wish number from 1. */
export interface RoundOffer {
  readonly competitor: number;
  readonly wishNo: number;
  readonly quota: Quota;
}

/** A place in the order that was never reached: the class (or the municipality's room in it) stayed open. */
export const stayedOpen = 2 ** 31 - 1;

/** No place (or no room) was left before anybody was asked. */
export const closedFromStart = -1;

/** What happened in one pass over a quota, kept for explaining. */
export interface Pass {
  readonly quota: Quota;
  /** Competitors in the order in which they were asked. */
  readonly order: Int32Array;
  /** Per class: where in the order its last free place went. */
  readonly filledAt: Int32Array;
  /** Per pair of municipality and class: where in the order the cap was reached. */
  readonly cappedAt: Int32Array;
  /** Per class: the first competitor who wanted it, had room under the cap and found it full; -1 for nobody. */
  readonly firstInLine: Int32Array;
}

/** One round of offers (selection.md 5). */
export interface Allocation {
  readonly offers: readonly RoundOffer[];
  /** Physician quota, then general quota. */
  readonly passes: readonly [Pass, Pass];
  /** By competitor: the wish offered in the physician quota, 0 for none. Who has one is not asked in the second step. */
  readonly offeredFirst: Int32Array;
}

/** Places and room that are free now: a place is used while somebody holds it. Nobody has an open offer. */
interface Free {
  readonly places: readonly [Int32Array, Int32Array];
  readonly room: Int32Array;
}

/** Free places per quota and class, and room per municipality and class. Negative where a rule has been broken. */
export const freeNow = (field: Field, standing: Standing): Free => {
  const places = [standing.places[0].slice(), standing.places[1].slice()] as const;
  const room = new Int32Array(field.pairs).fill(field.maxPerMunicipalityPerClass);
  for (let a = 0; a < field.competitors.length; a++) {
    const wishNo = standing.heldWish[a]!;
    if (wishNo === 0) continue;
    places[standing.heldQuota[a]! as 0 | 1][classOfWish(field, a, wishNo)]!--;
    room[pairOfWish(field, a, wishNo)]!--;
  }
  return { places, room };
};

const openOrClosed = (free: Int32Array): Int32Array => free.map((count) => (count > 0 ? stayedOpen : closedFromStart));

/** What the two steps of a round share: offers made so far, and the room that is left under the municipality cap. */
interface RoundUnderWay {
  readonly field: Field;
  readonly limit: Int32Array;
  readonly room: Int32Array;
  /** By competitor: the wish offered, 0 for none. */
  readonly offered: Int32Array;
  readonly offers: RoundOffer[];
}

/**
 * Goes once through everybody in the order of a quota and gives each the best wish below the limit that has a free
 * place and room under the municipality cap. Who got an offer in the first step is not asked in the second.
 */
const goThrough = (
  { field, limit, room, offered, offers }: RoundUnderWay,
  quota: Quota,
  order: Int32Array,
  places: Int32Array,
): Pass => {
  const filledAt = openOrClosed(places);
  const cappedAt = openOrClosed(room);
  const firstInLine = new Int32Array(field.classes.length).fill(-1);
  for (let at = 0; at < order.length; at++) {
    const competitor = order[at]!;
    if (offered[competitor] !== 0) continue;
    const last = Math.min(limit[competitor]! - 1, wishCount(field, competitor));
    for (let wishNo = 1; wishNo <= last; wishNo++) {
      const pair = pairOfWish(field, competitor, wishNo);
      if (room[pair]! <= 0) continue;
      const wished = classOfWish(field, competitor, wishNo);
      if (places[wished]! <= 0) {
        if (firstInLine[wished] === -1) firstInLine[wished] = competitor;
        continue;
      }
      if (--places[wished]! === 0) filledAt[wished] = at;
      if (--room[pair]! === 0) cappedAt[pair] = at;
      offered[competitor] = wishNo;
      offers.push({ competitor, wishNo, quota });
      break;
    }
  }
  return { quota, order, filledAt, cappedAt, firstInLine };
};

/**
 * Makes the offers of one round: the physician quota in physician order, then the general quota in general order for
 * all who got nothing in the first step. One pass each; a place that falls free waits for the next round
 * (selection.md 5). Offers stand in the order in which they were given.
 */
export const allocateRound = (field: Field, standing: Standing): Allocation => {
  const { places, room } = freeNow(field, standing);
  const offered = new Int32Array(field.competitors.length);
  const round: RoundUnderWay = { field, limit: standing.limit, room, offered, offers: [] };
  const first = goThrough(round, 'EARMARKED_PHYSICIAN', field.physicianOrder, places[0]);
  const offeredFirst = offered.slice();
  const second = goThrough(round, 'GENERAL', field.generalOrder, places[1]);
  return { offers: round.offers, passes: [first, second], offeredFirst };
};
