import { type Indicators, type Measure, measures } from './indicators';

/** A count between nothing and this could point at a person (domain.md: suppress cells < 5). */
export const SMALLEST = 5;

/** What a report shows: null is a number that is hidden. */
export interface ShownIndicators {
  readonly group: string;
  readonly counts: Readonly<Record<Measure, number | null>>;
  /** Null: none yet, or of too few. */
  readonly attendanceRate: number | null;
}

const isSmall = (count: number): boolean => count > 0 && count < SMALLEST;

/**
 * Which rows of one column are hidden. The total is shown, so what is hidden must not follow from it: where the hidden
 * cells come to less than the smallest number that may be shown, or are one alone, the next smallest are hidden too.
 */
const hiddenRows = (column: readonly number[]): ReadonlySet<number> => {
  const bySize = column.map((count, row) => ({ count, row })).filter(({ count }) => count > 0);
  bySize.sort((one, other) => one.count - other.count || one.row - other.row);
  const hidden = bySize.filter(({ count }) => isSmall(count));
  if (hidden.length === 0) return new Set();
  const sum = (): number => hidden.reduce((all, { count }) => all + count, 0);
  for (const next of bySize.slice(hidden.length)) {
    if (hidden.length > 1 && sum() >= SMALLEST) break;
    hidden.push(next);
  }
  return new Set(hidden.map(({ row }) => row));
};

/** The report without the numbers that could point at somebody. A small total is hidden with all that it is made of. */
export const withoutSmallCells = (
  rows: readonly Indicators[],
  total: Indicators,
): { readonly rows: readonly ShownIndicators[]; readonly total: ShownIndicators } => {
  const hidden = new Map(measures.map((measure) => [measure, hiddenRows(rows.map(({ counts }) => counts[measure]))]));
  const shown = (
    { group, counts, attendanceRate }: Indicators,
    isHidden: (measure: Measure) => boolean,
  ): ShownIndicators => ({
    group,
    counts: Object.fromEntries(
      measures.map((measure) => [measure, isHidden(measure) ? null : counts[measure]]),
    ) as ShownIndicators['counts'],
    attendanceRate: attendanceRate === undefined || counts.started < SMALLEST ? null : attendanceRate,
  });
  return {
    rows: rows.map((row, at) => shown(row, (measure) => hidden.get(measure)!.has(at))),
    total: shown(total, (measure) => isSmall(total.counts[measure])),
  };
};
