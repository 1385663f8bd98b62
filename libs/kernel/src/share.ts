/** A part of a whole, kept as the fraction that its decimal text names: 0.75 is 75 of 100. */
export interface Share {
  readonly numerator: number;
  readonly denominator: number;
}

/** The share that a decimal between 0 and 1 names, or undefined when it names none. */
export const parseShare = (decimal: number | string): Share | undefined => {
  const match = /^([01])(?:\.(\d{1,6}))?$/.exec(String(decimal));
  if (!match) return undefined;
  const digits = match[2] ?? '';
  const denominator = 10 ** digits.length;
  const numerator = Number(match[1]) * denominator + Number(digits || '0');
  return numerator > denominator ? undefined : { numerator, denominator };
};

/** Whether the part is at least that share of the whole, exactly: 48.0 of 60 meets 0.80 (credits.md 2). */
export const reaches = (part: number, whole: number, share: Share): boolean =>
  part * share.denominator >= share.numerator * whole;

/** The share as a decimal text: `0.75`. */
export const shareText = ({ numerator, denominator }: Share): string => String(numerator / denominator);
