import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { type Indicators, type Measure, measures } from './indicators';
import { SMALLEST, withoutSmallCells } from './small-cells';

const all = (count: number): Record<Measure, number> =>
  Object.fromEntries(measures.map((measure) => [measure, count])) as Record<Measure, number>;

const rowsOf = (column: readonly number[]): readonly Indicators[] =>
  column.map((count, at) => ({ group: `g${at}`, counts: all(count) }));

const shownOf = (column: readonly number[]): readonly (number | null)[] => {
  const total = { group: '', counts: all(column.reduce((sum, count) => sum + count, 0)) };
  return withoutSmallCells(rowsOf(column), total).rows.map(({ counts }) => counts.applicants);
};

describe('small cells of a report', () => {
  it('are hidden, and nothing and five are not', () => {
    expect(shownOf([0, 4, 3, 5, 20])).toEqual([0, null, null, 5, 20]);
  });

  it('are hidden with the next one when the total would give them away', () => {
    expect(shownOf([3, 9, 20])).toEqual([null, null, 20]);
    expect(shownOf([1, 2, 9, 20])).toEqual([null, null, null, 20]);
  });

  it('have a rate of attendance only for enough students', () => {
    const row = (started: number) => ({ group: 'g', counts: { ...all(20), started }, attendanceRate: 0.9 });
    const { rows } = withoutSmallCells([row(4), row(5)], { group: '', counts: all(40) });
    expect(rows.map(({ attendanceRate }) => attendanceRate)).toEqual([null, 0.9]);
  });

  it('never follow from the total and what is shown', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(30), { minLength: 2, maxLength: 16 }), (column) => {
        const total = column.reduce((sum, count) => sum + count, 0);
        const shown = shownOf(column);
        const left = total - shown.reduce<number>((sum, count) => sum + (count ?? 0), 0);
        const hidden = shown.filter((count) => count === null).length;
        column.forEach((count, at) => {
          if (count > 0 && count < SMALLEST) expect(shown[at]).toBeNull();
        });
        // Hidden are two or more, of five or more together; unless there is nothing else to hide them with.
        const positive = column.filter((count) => count > 0).length;
        if (hidden > 0 && hidden < positive) {
          expect(hidden).toBeGreaterThan(1);
          expect(left).toBeGreaterThanOrEqual(SMALLEST);
        }
      }),
    );
  });

  it('are hidden in the total too when it is small itself', () => {
    const { rows, total } = withoutSmallCells(rowsOf([3]), { group: '', counts: all(3) });
    expect([rows[0]!.counts.applicants, total.counts.applicants]).toEqual([null, null]);
  });
});
