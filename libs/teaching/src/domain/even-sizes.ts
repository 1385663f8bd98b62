/** A class as far as its size goes. */
export interface SizedClass {
  readonly code: string;
  /** Students now. */
  readonly size: number;
  /** How many seats there are for students: never more. */
  readonly seats: number;
  /** Students who stay where they are: never fewer. */
  readonly staying: number;
}

const clamped = ({ seats, staying }: SizedClass, size: number): number => Math.min(seats, Math.max(staying, size));

const sum = (numbers: readonly number[]): number => numbers.reduce((total, one) => total + one, 0);

/**
 * How large each class should be for the sizes to be as even as they can: no two differ by more than one, unless one of
 * them has no seat more, or nobody who may move. Of all such sizes, these are reached by the fewest moves: the odd
 * students are left where there are more already. In the order given.
 */
export const evenSizes = (classes: readonly SizedClass[]): readonly number[] => {
  const students = sum(classes.map(({ size }) => size));
  let level = 0;
  while (sum(classes.map((one) => clamped(one, level + 1))) <= students && level < students) level += 1;
  const base = classes.map((one) => clamped(one, level));
  const odd = students - sum(base);
  const takesOneMore = classes
    .map((one, i) => ({ one, i }))
    .filter(({ one, i }) => clamped(one, level + 1) > base[i]!)
    .sort((a, b) => Number(b.one.size > level) - Number(a.one.size > level) || (a.one.code < b.one.code ? -1 : 1))
    .slice(0, odd);
  return base.map((size, i) => size + (takesOneMore.some((taker) => taker.i === i) ? 1 : 0));
};
