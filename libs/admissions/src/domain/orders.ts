import type { HalfPoints } from './assessments';
import type { Tier } from './verified-physician';

/** What an order looks at. Class wishes never do (I-07). */
export interface Ordered {
  readonly score: HalfPoints;
  readonly lotteryNumber: string;
  readonly tier?: Tier;
}

/** The first 48 bits of a lottery number. */
const lotteryPrefix = (lotteryNumber: string): number => Number.parseInt(lotteryNumber.slice(0, 12), 16);

/**
 * Sorts by one whole number per member: tier, score from the highest, the beginning of the lottery number, and who it
 * is. Typed arrays sort such numbers many times faster than a comparing function does; only members whose lottery
 * numbers begin alike are compared by their full text afterwards.
 */
const inOrder = (ordered: readonly Ordered[], members: Int32Array, tierFirst: boolean): Int32Array => {
  let lowest = Number.POSITIVE_INFINITY;
  let highest = Number.NEGATIVE_INFINITY;
  for (const member of members) {
    lowest = Math.min(lowest, ordered[member]!.score);
    highest = Math.max(highest, ordered[member]!.score);
  }
  const scores = highest - lowest + 1;
  const all = ordered.length;
  const lots = Math.floor(Number.MAX_SAFE_INTEGER / (3 * scores * all));
  const keys = new Float64Array(members.length);
  members.forEach((member, i) => {
    const { tier = 0, score, lotteryNumber } = ordered[member]!;
    const lot = Math.floor((lotteryPrefix(lotteryNumber) / 2 ** 48) * lots);
    keys[i] = (((tierFirst ? tier : 0) * scores + highest - score) * lots + lot) * all + member;
  });
  keys.sort();
  const sorted = Int32Array.from(keys, (key) => key % all);
  for (let from = 0; from < keys.length; ) {
    let to = from + 1;
    while (to < keys.length && Math.floor(keys[to]! / all) === Math.floor(keys[from]! / all)) to++;
    if (to - from > 1) {
      sorted.subarray(from, to).sort((a, b) => (ordered[a]!.lotteryNumber < ordered[b]!.lotteryNumber ? -1 : 1));
    }
    from = to;
  }
  return sorted;
};

/** General order: high score first, then low lottery number (selection.md 4). Indexes into `ordered`. */
export const generalOrder = (ordered: readonly Ordered[]): Int32Array =>
  inOrder(ordered, Int32Array.from(ordered.keys()), false);

/** Physician order: tier, then high score, then low lottery number. Only those with a tier: the verified physicians. */
export const physicianOrder = (ordered: readonly Ordered[]): Int32Array =>
  inOrder(
    ordered,
    Int32Array.from(ordered.keys()).filter((index) => ordered[index]!.tier !== undefined),
    true,
  );

/**
 * The score with which `one` would stand before `rival` in the order of a quota, or undefined where no score would:
 * a tier is not made up for by points.
 */
export const scoreToPass = (one: Ordered, rival: Ordered, tierFirst: boolean): HalfPoints | undefined => {
  if (tierFirst && (one.tier ?? 0) > (rival.tier ?? 0)) return undefined;
  return one.lotteryNumber < rival.lotteryNumber ? rival.score : rival.score + 1;
};
