import type { HalfPoints } from './assessments';
import { generalOrder, physicianOrder } from './orders';
import type { Tier } from './verified-physician';

/** Somebody who competes for places: qualified and ranked. */
export interface Competitor {
  readonly applicationNo: string;
  readonly municipality: string;
  readonly score: HalfPoints;
  readonly lotteryNumber: string;
  /** Only verified physicians have a tier. */
  readonly tier?: Tier;
  /** Class codes, the most wanted first. */
  readonly wishes: readonly string[];
}

/**
 * Everybody who competes in an intake, laid out in arrays of numbers so that a round of a hundred thousand takes
 * milliseconds. Competitors and classes are known by their index. The wishes of all stand in one row:
 * those of competitor `a` from `wishFrom[a]` up to `wishFrom[a + 1]`.
 */
export interface Field {
  readonly competitors: readonly Competitor[];
  readonly classes: readonly string[];
  readonly wishFrom: Int32Array;
  /** The class wished. */
  readonly wishClass: Int32Array;
  /** The pair of municipality and class that the wish would count towards under the cap. */
  readonly wishPair: Int32Array;
  readonly pairs: number;
  readonly maxPerMunicipalityPerClass: number;
  readonly generalOrder: Int32Array;
  /** Verified physicians only. */
  readonly physicianOrder: Int32Array;
}

/** The number of a key: the next one when it is new. */
const numberOf = <K>(numbers: Map<K, number>, key: K): number => {
  const known = numbers.get(key);
  if (known !== undefined) return known;
  numbers.set(key, numbers.size);
  return numbers.size - 1;
};

/** Lays out a field. Every wish must be one of the classes. */
export const layOutField = (
  competitors: readonly Competitor[],
  classes: readonly string[],
  maxPerMunicipalityPerClass: number,
): Field => {
  const classIndex = new Map(classes.map((code, index) => [code, index]));
  const municipalityIndex = new Map<string, number>();
  const pairIndex = new Map<number, number>();
  const wishes = competitors.reduce((sum, competitor) => sum + competitor.wishes.length, 0);
  const wishFrom = new Int32Array(competitors.length + 1);
  const wishClass = new Int32Array(wishes);
  const wishPair = new Int32Array(wishes);
  let next = 0;
  competitors.forEach(({ municipality, wishes }, a) => {
    const m = numberOf(municipalityIndex, municipality);
    wishFrom[a] = next;
    for (const wish of wishes) {
      const c = classIndex.get(wish);
      if (c === undefined) throw new Error(`${wish} is no class of this intake`);
      wishClass[next] = c;
      wishPair[next] = numberOf(pairIndex, m * classes.length + c);
      next++;
    }
  });
  wishFrom[competitors.length] = next;
  return {
    competitors,
    classes,
    wishFrom,
    wishClass,
    wishPair,
    pairs: pairIndex.size,
    maxPerMunicipalityPerClass,
    generalOrder: generalOrder(competitors),
    physicianOrder: physicianOrder(competitors),
  };
};

/** How many wishes competitor `a` has. */
export const wishCount = (field: Field, a: number): number => field.wishFrom[a + 1]! - field.wishFrom[a]!;

/** The index in `classes` of wish number `wishNo` (1 is the most wanted) of competitor `a`. */
export const classOfWish = (field: Field, a: number, wishNo: number): number =>
  field.wishClass[field.wishFrom[a]! + wishNo - 1]!;

/** The municipality-and-class pair of that wish. */
export const pairOfWish = (field: Field, a: number, wishNo: number): number =>
  field.wishPair[field.wishFrom[a]! + wishNo - 1]!;
