/** A length in halves of an hour: 7.5 hours are 15. Sums of hours are exact because no fraction is ever added (credits.md 1). */
export type HalfHours = number;

/** The half hours that a text such as `7.5` names, or undefined when it is no number ≥ 0 in steps of 0.5. */
export const parseHours = (text: string): HalfHours | undefined => {
  const match = /^(\d{1,6})(?:\.(\d+))?$/.exec(text.trim());
  if (!match) return undefined;
  const fraction = (match[2] ?? '').replace(/0+$/, '');
  if (fraction !== '' && fraction !== '5') return undefined;
  return Number(match[1]) * 2 + (fraction === '5' ? 1 : 0);
};

/** Hours as the files write them, always with one decimal: `58.5`, `60.0`. */
export const hoursText = (halfHours: HalfHours): string =>
  `${Math.floor(halfHours / 2)}.${halfHours % 2 === 0 ? '0' : '5'}`;
