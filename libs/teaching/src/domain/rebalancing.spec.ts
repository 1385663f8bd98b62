import fc from 'fast-check';
import { type ClassToBalance, type MovableStudent, rebalancing } from './rebalancing';

const student = (studentNo: string, more: Partial<MovableStudent> = {}): MovableStudent => ({
  studentNo,
  onLeave: false,
  hasTransferred: false,
  ...more,
});
const many = (count: number, prefix: string): readonly MovableStudent[] =>
  Array.from({ length: count }, (_, i) => student(`${prefix}${String(i).padStart(2, '0')}`));
const classOf = (
  code: string,
  students: readonly MovableStudent[],
  more: Partial<ClassToBalance> = {},
): ClassToBalance => ({
  classId: `cls_${code}`,
  code,
  site: 'OSLO',
  seats: 54,
  students,
  ...more,
});
const within = { acrossSites: false };
const across = { acrossSites: true };

describe('rebalancing', () => {
  it('moves as many as are over the even size, and no more', () => {
    const [oslo] = rebalancing(
      [classOf('A', many(54, 'A')), classOf('B', many(48, 'B')), classOf('C', many(50, 'C'))],
      within,
    );
    expect(oslo!.classes.map(({ after }) => after)).toEqual([51, 51, 50]);
    expect(oslo!.moves.map(({ from, to }) => `${from} ${to}`)).toEqual(['cls_A cls_B', 'cls_A cls_B', 'cls_A cls_B']);
  });

  it('moves nobody when sizes differ by one', () =>
    expect(rebalancing([classOf('A', many(3, 'A')), classOf('B', many(4, 'B'))], within)[0]!.moves).toEqual([]));

  it('leaves every site by itself, unless asked to go across', () => {
    const classes = [
      classOf('A', many(4, 'A')),
      classOf('B', many(2, 'B')),
      classOf('C', many(9, 'C'), { site: 'TRONDHEIM' }),
    ];
    const [oslo, trondheim] = rebalancing(classes, within);
    expect(oslo).toMatchObject({ site: 'OSLO', moves: [{ from: 'cls_A', to: 'cls_B' }] });
    expect(trondheim).toMatchObject({ site: 'TRONDHEIM', moves: [] });
    const [all] = rebalancing(classes, across);
    expect(all!.classes.map(({ after }) => after)).toEqual([5, 5, 5]);
    expect(all!.moves).toHaveLength(4);
  });

  it('keeps students on their site when there is room there', () => {
    const [all] = rebalancing(
      [
        classOf('A', many(0, 'A'), { site: 'TRONDHEIM' }),
        classOf('B', many(7, 'B'), { site: 'OSLO' }),
        classOf('C', many(2, 'C'), { site: 'OSLO' }),
        classOf('D', many(7, 'D'), { site: 'TRONDHEIM' }),
      ],
      across,
    );
    expect(all!.moves.map(({ from, to }) => `${from} ${to}`)).toEqual([
      'cls_B cls_C',
      'cls_B cls_C',
      'cls_D cls_A',
      'cls_D cls_A',
      'cls_D cls_A',
      'cls_B cls_A',
    ]);
  });

  it('moves the newest first, never who is on leave, and who has moved before only when nobody else is left', () => {
    const students = [
      student('S1', { enteredOn: '2026-10-01', onLeave: true }),
      student('S2', { enteredOn: '2026-09-20', hasTransferred: true }),
      student('S3', { enteredOn: '2026-09-07' }),
      student('S5'),
      student('S4'),
      student('S6', { onLeave: true }),
    ];
    const [oslo] = rebalancing([classOf('A', students), classOf('B', [])], within);
    expect(oslo!.moves.map(({ studentNo, movesAgain }) => [studentNo, movesAgain])).toEqual([
      ['S3', false],
      ['S4', false],
      ['S5', false],
    ]);
    const [three] = rebalancing([classOf('A', students), classOf('B', []), classOf('C', [])], within);
    expect(three!.moves.at(-1)).toEqual({
      studentNo: 'S2',
      from: 'cls_A',
      to: 'cls_C',
      enteredOn: '2026-09-20',
      movesAgain: true,
    });
  });

  it('fills a class that has few seats, and evens out the others', () => {
    const classes = [classOf('A', many(9, 'A')), classOf('B', many(1, 'B'), { seats: 2 }), classOf('C', many(1, 'C'))];
    expect(rebalancing(classes, within)[0]!.classes.map(({ after }) => after)).toEqual([5, 2, 4]);
  });
});

/** A cohort small enough to try everything: up to three classes, seven students. */
const cohort = fc
  .array(
    fc.record({
      students: fc.array(fc.record({ onLeave: fc.boolean(), hasTransferred: fc.boolean() }), { maxLength: 4 }),
      spare: fc.integer({ min: 0, max: 4 }),
    }),
    { minLength: 1, maxLength: 3 },
  )
  .filter((classes) => classes.reduce((all, { students }) => all + students.length, 0) <= 7)
  .map((classes) =>
    classes.map(({ students, spare }, i) =>
      classOf(
        `K${i}`,
        students.map((one, at) => student(`S${i}${at}`, one)),
        { seats: students.length + spare },
      ),
    ),
  );

interface Seated {
  readonly home: number;
  readonly onLeave: boolean;
}

/** Every way to seat the students: who is on leave stays, nobody is seated where there is no seat. */
const seatings = (
  classes: readonly ClassToBalance[],
): readonly { readonly sizes: number[]; readonly moves: number }[] => {
  const students = classes.flatMap((one, home): Seated[] => one.students.map(({ onLeave }) => ({ home, onLeave })));
  let ways: { sizes: number[]; moves: number }[] = [{ sizes: classes.map(() => 0), moves: 0 }];
  for (const { home, onLeave } of students)
    ways = ways.flatMap(({ sizes, moves }) =>
      classes.flatMap(({ seats }, at) => {
        if ((onLeave && at !== home) || sizes[at]! >= seats) return [];
        return [{ sizes: sizes.map((size, i) => size + (i === at ? 1 : 0)), moves: moves + (at === home ? 0 : 1) }];
      }),
    );
  return ways;
};

const unevenness = (sizes: readonly number[]): number => sizes.reduce((total, size) => total + size * size, 0);

describe('against every way to seat a small cohort', () => {
  it('no way is more even, and none as even has fewer moves', () =>
    fc.assert(
      fc.property(cohort, (classes) => {
        const [group] = rebalancing(classes, within);
        const ways = seatings(classes);
        const best = Math.min(...ways.map(({ sizes }) => unevenness(sizes)));
        const fewest = Math.min(...ways.filter(({ sizes }) => unevenness(sizes) === best).map(({ moves }) => moves));
        expect(unevenness(group!.classes.map(({ after }) => after))).toBe(best);
        expect(group!.moves).toHaveLength(fewest);
      }),
      { numRuns: 300 },
    ));

  it('sizes differ by one at most wherever seats and leaves allow it', () =>
    fc.assert(
      fc.property(cohort, (classes) => {
        const sizes = rebalancing(classes, within)[0]!.classes.map(({ after }) => after);
        const spread = (numbers: readonly number[]): number => Math.max(...numbers) - Math.min(...numbers);
        const canBe = seatings(classes).some((way) => spread(way.sizes) <= 1);
        if (canBe) expect(spread(sizes)).toBeLessThanOrEqual(1);
      }),
      { numRuns: 300 },
    ));

  it('the moves lead to the sizes, of students who are there and may move', () =>
    fc.assert(
      fc.property(cohort, (classes) => {
        const [group] = rebalancing(classes, within);
        const sizes = new Map(classes.map(({ classId, students }) => [classId, students.length] as const));
        for (const { studentNo, from, to } of group!.moves) {
          const home = classes.find(({ classId }) => classId === from)!;
          expect(home.students.find((one) => one.studentNo === studentNo)).toMatchObject({ onLeave: false });
          sizes.set(from, sizes.get(from)! - 1);
          sizes.set(to, sizes.get(to)! + 1);
        }
        expect(group!.classes.map(({ classId }) => sizes.get(classId))).toEqual(
          group!.classes.map(({ after }) => after),
        );
        expect(new Set(group!.moves.map(({ studentNo }) => studentNo)).size).toBe(group!.moves.length);
      }),
      { numRuns: 300 },
    ));
});
