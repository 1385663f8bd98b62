import type { HalfPoints } from './assessments';
import type { Tier } from './verified-physician';

/** What an order looks at. Class wishes never do (I-07). */
export interface Ordered {
  readonly score: HalfPoints;
  readonly lotteryNumber: string;
  readonly tier?: Tier;
}

/** The first 48 bits of a lottery number: they settle nearly every comparison without touching the text. */
const lotteryPrefix = (lotteryNumber: string): number => Number.parseInt(lotteryNumber.slice(0, 12), 16);

const inOrder = <O extends Ordered>(ordered: readonly O[], members: number[], tierFirst: boolean): Int32Array => {
  const prefix = Float64Array.from(ordered, ({ lotteryNumber }) => lotteryPrefix(lotteryNumber));
  const score = Int32Array.from(ordered, (one) => one.score);
  const tier = Uint8Array.from(ordered, (one) => (tierFirst ? (one.tier ?? 0) : 0));
  members.sort(
    (a, b) =>
      tier[a]! - tier[b]! ||
      score[b]! - score[a]! ||
      prefix[a]! - prefix[b]! ||
      (ordered[a]!.lotteryNumber < ordered[b]!.lotteryNumber ? -1 : 1),
  );
  return Int32Array.from(members);
};

/** General order: high score first, then low lottery number (selection.md 4). Indexes into `ordered`. */
export const generalOrder = (ordered: readonly Ordered[]): Int32Array => inOrder(ordered, [...ordered.keys()], false);

/** Physician order: tier, then high score, then low lottery number. Only those with a tier: the verified physicians. */
export const physicianOrder = (ordered: readonly Ordered[]): Int32Array =>
  inOrder(
    ordered,
    [...ordered.keys()].filter((index) => ordered[index]!.tier !== undefined),
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
