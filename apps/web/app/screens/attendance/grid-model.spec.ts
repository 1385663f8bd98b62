import * as fc from 'fast-check';
import {
  blockCells,
  byGathering,
  type Cell,
  cellsOf,
  changesIn,
  lastBegun,
  moved,
  needsReason,
  type PresenceKind,
  planFor,
  type RegisterAnswer,
  undoOf,
} from './grid-model';

const now = '2026-09-14T06:30:00.000Z';
const line = (studentNo: string, presence?: PresenceKind, conflict?: readonly string[]) => ({
  studentNo,
  ...(presence && { counts: { presence } }),
  ...(conflict && { conflict }),
});
const register = (session: string, startsAt: string, students: readonly object[], status = 'open') =>
  ({ session, startsAt, status, students }) as unknown as RegisterAnswer;

const cells = cellsOf(
  [
    register('F', '2026-09-14T07:00:00.000Z', [line('S1', 'PRESENT'), line('S2'), line('S3', 'ABSENT', ['m1', 'm2'])]),
    register('E', '2026-09-14T11:00:00.000Z', [line('S1'), line('S2'), line('S3')]),
    register('L', '2026-09-13T07:00:00.000Z', [line('S1', 'EXCUSED'), line('S2')], 'locked'),
  ],
  ['S1', 'S2', 'S3'],
  now,
);
const [s1, s2, s3] = cells as readonly [readonly Cell[], readonly Cell[], readonly Cell[]];
const named = (of: readonly Cell[]) => of.map(({ studentNo, session }) => `${studentNo}/${session}`);

describe('setting cells', () => {
  it('marks where nobody did, corrects with a reason where somebody did, settles where marks disagree', () => {
    const plan = planFor(cells.flat(), 'ABSENT');
    expect(named(plan.marks)).toEqual(['S2/F']);
    expect(named(plan.corrections)).toEqual(['S1/F', 'S1/L', 'S2/L']);
    expect(named(plan.settlements)).toEqual(['S3/F']);
    // Three of the session that has not begun; one who is not expected.
    expect(plan.passedOver).toBe(4);
    expect([changesIn(plan), needsReason(plan), needsReason(planFor([s2[0]!], 'PRESENT'))]).toEqual([5, true, false]);
  });

  it('changes nothing that is so already, unless hours go along', () => {
    expect(changesIn(planFor([s1[0]!], 'PRESENT'))).toBe(0);
    expect(changesIn(planFor([s1[0]!], 'PRESENT', true))).toBe(1);
  });

  it('can be taken back where something stood before', () => {
    expect(undoOf(planFor(cells.flat(), 'ABSENT')).map(({ cell, presence }) => [named([cell])[0], presence])).toEqual([
      ['S1/F', 'PRESENT'],
      ['S1/L', 'EXCUSED'],
    ]);
    expect(s3[2]!.line).toBeUndefined();
  });
});

it('every cell of a block is planned for once, or passed over, or so already', () => {
  const spot = fc.record({ row: fc.nat(2), column: fc.nat(2) });
  fc.assert(
    fc.property(spot, spot, fc.constantFrom<PresenceKind>('PRESENT', 'ABSENT', 'EXCUSED'), (from, to, presence) => {
      const chosen = blockCells(cells, { from, to });
      expect(chosen).toHaveLength((Math.abs(from.row - to.row) + 1) * (Math.abs(from.column - to.column) + 1));
      const plan = planFor(chosen, presence);
      const so = chosen.filter(
        ({ line: one, isOpen }) => isOpen && one?.counts?.presence === presence && !one.conflict,
      ).length;
      expect(changesIn(plan) + plan.passedOver + so).toBe(chosen.length);
    }),
  );
});

it('keys lead to the next cell and stay in the grid', () => {
  const size = { rows: 3, columns: 4 };
  expect(moved({ row: 0, column: 0 }, 'ArrowUp', size)).toEqual({ row: 0, column: 0 });
  expect(moved({ row: 0, column: 0 }, 'ArrowDown', size)).toEqual({ row: 1, column: 0 });
  expect(moved({ row: 1, column: 3 }, 'ArrowRight', size)).toEqual({ row: 1, column: 3 });
  expect(moved({ row: 2, column: 2 }, 'Home', size)).toEqual({ row: 2, column: 0 });
  expect(moved({ row: 0, column: 0 }, 'End', size, true)).toEqual({ row: 2, column: 3 });
  expect(moved({ row: 0, column: 0 }, 'x', size)).toBeUndefined();
});

it('shows the gathering that was begun last', () => {
  const sessions = ['2026-09-14', '2026-10-12', '2026-11-16'].map((day, at) => ({
    startsAt: `${day}T07:00:00.000Z`,
    gathering: at + 1,
  }));
  const gatherings = byGathering(sessions);
  expect(lastBegun(gatherings, '2026-08-01T07:00:00.000Z')).toBe(1);
  expect(lastBegun(gatherings, '2026-10-12T06:30:00.000Z')).toBe(2);
  expect(lastBegun(gatherings, '2027-01-01T07:00:00.000Z')).toBe(3);
  expect(byGathering([{}])).toEqual([{ number: undefined, sessions: [{}] }]);
});
