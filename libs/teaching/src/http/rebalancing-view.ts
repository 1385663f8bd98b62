import { type InLanguages, type Language, type LocalDate, writtenDay } from '@kull/kernel';
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

interface Words {
  readonly none: string;
  readonly over: (code: string, excess: number, after: number) => string;
  readonly moves: (count: number) => string;
  readonly fewest: string;
  readonly sinceStart: string;
  readonly since: (day: string) => string;
  readonly again: (from: string, since: string) => string;
  readonly latest: (from: string, since: string) => string;
  readonly goal: (to: string, after: number, before: number) => string;
  readonly travels: (site: string) => string;
}

const words: InLanguages<Words> = {
  nb: {
    none: 'Klassene er så like store som de kan bli. Ingen trenger å flytte.',
    over: (code, excess, after) => `${code} har ${excess} mer enn ${after}`,
    moves: (count) => `${count} ${count === 1 ? 'flytting' : 'flyttinger'} til sammen`,
    fewest: 'Hver flytting tar én student ut av en klasse som er for stor, så færre er ikke nok.',
    sinceStart: 'fra klassens første dag',
    since: (day) => `fra ${day}`,
    again: (from, since) => `Student i ${from} ${since}; har byttet klasse før, men ingen andre kan flyttes`,
    latest: (from, since) => `Av dem som kan flyttes fra ${from}, er denne blant de sist meldt opp (${since})`,
    goal: (to, after, before) => `${to} skal ha ${after} og har ${before}`,
    travels: (site) => `; på ${site} skal ingen klasse ha flere`,
  },
  nn: {
    none: 'Klassane er så like store som dei kan bli. Ingen treng å flytte.',
    over: (code, excess, after) => `${code} har ${excess} meir enn ${after}`,
    moves: (count) => `${count} ${count === 1 ? 'flytting' : 'flyttingar'} til saman`,
    fewest: 'Kvar flytting tek éin student ut av ein klasse som er for stor, så færre er ikkje nok.',
    sinceStart: 'frå den første dagen i klassen',
    since: (day) => `frå ${day}`,
    again: (from, since) => `Student i ${from} ${since}; har bytt klasse før, men ingen andre kan flyttast`,
    latest: (from, since) => `Av dei som kan flyttast frå ${from}, er denne blant dei sist melde opp (${since})`,
    goal: (to, after, before) => `${to} skal ha ${after} og har ${before}`,
    travels: (site) => `; på ${site} skal ingen klasse ha fleire`,
  },
  en: {
    none: 'The classes are as equal in size as they can be. Nobody has to move.',
    over: (code, excess, after) => `${code} has ${excess} more than ${after}`,
    moves: (count) => `${count} ${count === 1 ? 'move' : 'moves'} in all`,
    fewest: 'Each move takes one student out of a class that is too large, so fewer are not enough.',
    sinceStart: 'since the first day of the class',
    since: (day) => `since ${day}`,
    again: (from, since) => `Student in ${from} ${since}; has changed class before, but nobody else can be moved`,
    latest: (from, since) => `Of those who can be moved from ${from}, this is among the last enrolled (${since})`,
    goal: (to, after, before) => `${to} is to have ${after} and has ${before}`,
    travels: (site) => `; at ${site} no class is to have more`,
  },
};

const whySoFew = ({ classes, moves }: BalancedGroup, language: Language): string => {
  const say = words[language];
  if (moves.length === 0) return say.none;
  const over = classes
    .filter((one) => excessOf(one) > 0)
    .map((one) => say.over(one.code, excessOf(one), one.after))
    .join(', ');
  return `${over}: ${say.moves(moves.length)}. ${say.fewest}`;
};

const whyThis = (
  { enteredOn, movesAgain }: ProposedMove,
  [from, to]: readonly [BalancedClass, BalancedClass],
  language: Language,
): string => {
  const say = words[language];
  const since = enteredOn === undefined ? say.sinceStart : say.since(writtenDay(language, enteredOn));
  const student = (movesAgain ? say.again : say.latest)(from.code, since);
  const travels = from.site === to.site ? '' : say.travels(from.site);
  return `${student}. ${say.goal(to.code, to.after, to.before)}${travels}.`;
};

export const rebalancingViewOf = (group: BalancedGroup, language: Language): RebalancingView => {
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
        why: whyThis(move, [from, to], language),
      };
    }),
    why: whySoFew(group, language),
  };
};

const [oslo1, oslo2] = ['OSLO-1', 'OSLO-2'].map((code) => classIdOf({ code, intake: 'NLP-2026' }));

export const exampleRebalancing: RebalancingView = rebalancingViewOf(
  {
    site: 'Oslo',
    classes: [
      { classId: oslo1!, code: 'OSLO-1', site: 'Oslo', before: 54, after: 53 },
      { classId: oslo2!, code: 'OSLO-2', site: 'Oslo', before: 51, after: 52 },
    ],
    moves: [{ studentNo: 'A26-000439', from: oslo1!, to: oslo2!, enteredOn: '2026-10-05', movesAgain: false }],
  },
  'nb',
);
