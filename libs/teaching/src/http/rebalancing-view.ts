import type { LocalDate } from '@kull/kernel';
import { classIdOf } from '../domain/ids';
import type { BalancedClass, BalancedGroup, ProposedMove } from '../domain/rebalancing';

/** One student to move, as the transfer takes it, and why it is this student and this class. */
export interface ProposedMoveView {
  readonly studentNo: string;
  readonly from: { readonly id: string; readonly code: string };
  readonly to: { readonly id: string; readonly code: string };
  readonly enteredOn?: LocalDate;
  readonly why: string;
}

/** What the classes of one site, or of all, would become, and why so few moves are enough. */
export interface RebalancingView {
  readonly site?: string;
  readonly classes: readonly {
    readonly id: string;
    readonly code: string;
    readonly before: number;
    readonly after: number;
  }[];
  readonly moves: readonly ProposedMoveView[];
  readonly why: string;
}

const excessOf = ({ before, after }: BalancedClass): number => Math.max(0, before - after);

const many = (count: number, one: string, more: string): string => `${count} ${count === 1 ? one : more}`;

const whySoFew = ({ classes, moves }: BalancedGroup): string => {
  if (moves.length === 0) return 'Klassene er så like store som de kan bli. Ingen trenger å flytte.';
  const over = classes
    .filter((one) => excessOf(one) > 0)
    .map((one) => `${one.code} har ${excessOf(one)} mer enn ${one.after}`);
  return (
    `${over.join(', ')}: ${many(moves.length, 'flytting', 'flyttinger')} til sammen. ` +
    'Hver flytting tar én student ut av en klasse som er for stor, så færre er ikke nok.'
  );
};

const whyThis = ({ enteredOn, movesAgain }: ProposedMove, from: BalancedClass, to: BalancedClass): string => {
  const entered = enteredOn === undefined ? 'fra klassens første dag' : `fra ${enteredOn}`;
  const student = movesAgain
    ? `Student i ${from.code} ${entered}; har byttet klasse før, men ingen andre kan flyttes`
    : `Av dem som kan flyttes fra ${from.code}, er denne blant de sist meldt opp (${entered})`;
  const travels = from.site === to.site ? '' : `; på ${from.site} skal ingen klasse ha flere`;
  return `${student}. ${to.code} skal ha ${to.after} og har ${to.before}${travels}.`;
};

export const rebalancingViewOf = (group: BalancedGroup): RebalancingView => {
  const byId = new Map(group.classes.map((one) => [one.classId, one] as const));
  const ref = ({ classId: id, code }: BalancedClass) => ({ id, code });
  return {
    ...(group.site !== undefined && { site: group.site }),
    classes: group.classes.map((one) => ({ ...ref(one), before: one.before, after: one.after })),
    moves: group.moves.map((move) => {
      const [from, to] = [byId.get(move.from)!, byId.get(move.to)!];
      return {
        studentNo: move.studentNo,
        from: ref(from),
        to: ref(to),
        ...(move.enteredOn !== undefined && { enteredOn: move.enteredOn }),
        why: whyThis(move, from, to),
      };
    }),
    why: whySoFew(group),
  };
};

const [oslo1, oslo2] = ['OSLO-1', 'OSLO-2'].map((code) => classIdOf({ code, intake: 'NLP-2026' }));

export const exampleRebalancing: RebalancingView = rebalancingViewOf({
  site: 'Oslo',
  classes: [
    { classId: oslo1!, code: 'OSLO-1', site: 'Oslo', before: 54, after: 53 },
    { classId: oslo2!, code: 'OSLO-2', site: 'Oslo', before: 51, after: 52 },
  ],
  moves: [{ studentNo: 'A26-000439', from: oslo1!, to: oslo2!, enteredOn: '2026-10-05', movesAgain: false }],
});
