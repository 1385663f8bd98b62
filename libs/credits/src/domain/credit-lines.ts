import type { CreditLine } from './course-terms';

const sumOf = (lines: readonly CreditLine[]): number =>
  lines.reduce((tenths, { points }) => tenths + Math.round(points * 10), 0) / 10;

/**
 * The course points that the lines give for one purpose at most. A line for `BOTH` counts for either purpose;
 * points are never summed across purposes (I-35), so 60 for `VIDERE` and 60 for `ETTER` are 60.
 */
export const coursePointsOf = (lines: readonly CreditLine[]): number =>
  Math.max(
    sumOf(lines.filter(({ purpose }) => purpose !== 'ETTER')),
    sumOf(lines.filter(({ purpose }) => purpose !== 'VIDERE')),
  );
