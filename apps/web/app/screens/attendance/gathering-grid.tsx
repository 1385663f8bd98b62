import { useMemo, useRef, useState } from 'preact/hooks';
import type { ListedClass } from '../../classes/classes';
import { useAct } from '../../kit/act';
import { byAlphabet } from '../../kit/dates';
import { useKeys } from '../../kit/keys';
import { ProblemNote } from '../../kit/problem';
import { inLanguage } from '../../kit/texts';
import { useToast } from '../../kit/toasts';
import { useUrlState } from '../../kit/url-state';
import { MarksRefused, type Said, takeBack, useCarryOut } from './attendance-acts';
import { type RegisterSummary, useNames, useRegistersOf, useStaffNames, useStandings } from './attendance-queries';
import { excuseWords, presenceLetters, presenceWords, reasonWords } from './attendance-texts';
import { sessionHead } from './cell-words';
import { ChangeDialog } from './change-dialog';
import { Grid } from './grid';
import {
  type Cell,
  cellsOf,
  changesIn,
  needsReason,
  type Plan,
  type PresenceKind,
  planFor,
  undoOf,
} from './grid-model';
import { standingWords, sumOf } from './standing-words';

const t = inLanguage({
  nb: {
    saved: (what: string, where: string) => `Lagret. «${what}» på ${where}.`,
    several: (n: number) => `${n} celler`,
    nothing: 'Ingenting å endre der.',
    nobody: 'Ingen er ventet i disse øktene ennå.',
    search: 'Søk',
    noneFound: 'Ingen passer til søket. Prøv færre bokstaver.',
  },
  nn: {
    saved: (what: string, where: string) => `Lagra. «${what}» på ${where}.`,
    several: (n: number) => `${n} celler`,
    nothing: 'Ingenting å endre der.',
    nobody: 'Ingen er venta i desse øktene enno.',
    search: 'Søk',
    noneFound: 'Ingen passar til søket. Prøv færre bokstavar.',
  },
  en: {
    saved: (what: string, where: string) => `Saved. “${what}” for ${where}.`,
    several: (n: number) => `${n} cells`,
    nothing: 'Nothing to change there.',
    nobody: 'Nobody is expected in these sessions yet.',
    search: 'Search',
    noneFound: 'Nobody fits the search. Try fewer letters.',
  },
});

interface GatheringGridProps {
  readonly of: ListedClass;
  readonly sessions: readonly RegisterSummary[];
  readonly now: string;
}

interface Asked {
  readonly cells: readonly Cell[];
  readonly presence: PresenceKind;
}

const isSought = (text: string, sought: string): boolean =>
  sought
    .toLocaleLowerCase('nb')
    .split(/\s+/)
    .every((word) => text.toLocaleLowerCase('nb').includes(word));

const saidWords = ({ presence, excuse, reasonClass, reason }: Said): string =>
  [
    `${presenceLetters[presence]}, ${presenceWords[presence]}`,
    excuse && excuseWords[excuse],
    reasonClass && reasonWords[reasonClass],
    reason,
  ]
    .filter(Boolean)
    .join(', ');

/** The sessions of one gathering and everybody in them: set by keys, changed with a reason, undone for a while. */
export const GatheringGrid = ({ of, sessions, now }: GatheringGridProps) => {
  const names = useNames(of.id);
  const standings = useStandings(of.id);
  const staff = useStaffNames();
  const toast = useToast();
  const [sought = '', seek] = useUrlState('sok');
  const field = useRef<HTMLInputElement>(null);
  useKeys({ '/': () => field.current?.focus() });
  const [asked, setAsked] = useState<Asked | undefined>(undefined);
  const registers = useRegistersOf(
    of.id,
    sessions.map(({ session }) => session),
  );
  const rows = useMemo(() => {
    const numbers = [
      ...new Set((registers ?? []).flatMap(({ students }) => students.map(({ studentNo }) => studentNo))),
    ];
    return numbers
      .map((studentNo) => {
        const [standing] = standings.get(studentNo)?.attendance ?? [];
        return {
          studentNo,
          name: names.get(studentNo) ?? studentNo,
          sum: standing ? sumOf(standing) : '',
          words: standing ? standingWords(standing) : '',
        };
      })
      .filter(({ name, studentNo }) => isSought(`${name} ${studentNo}`, sought))
      .sort((one, other) => byAlphabet(one.name, other.name));
  }, [registers, names, standings, sought]);
  const carryOut = useCarryOut(of.id);
  const act = useAct(({ plan, said }: { plan: Plan; said: Said }, key) => carryOut(plan, said, { now, key }));
  if (!registers) return null;
  const cells = cellsOf(
    registers,
    rows.map(({ studentNo }) => studentNo),
    now,
  );

  const whereOf = (chosen: readonly Cell[]): string => {
    const [first] = chosen;
    if (chosen.length !== 1 || !first) return t.several(chosen.length);
    const register = registers.find(({ session }) => session === first.session)!;
    return `${names.get(first.studentNo) ?? first.studentNo}, ${sessionHead(register).short}`;
  };
  const done = (plan: Plan, said: Said): void => {
    setAsked(undefined);
    const undo = undoOf(plan);
    const isUndoable = undo.length === changesIn(plan);
    const changed = [...plan.marks, ...plan.corrections, ...plan.settlements];
    toast({
      text: t.saved(saidWords(said), whereOf(changed)),
      ...(isUndoable && { undo: () => takeBack(of.id, undo) }),
    });
  };
  const set = async (chosen: readonly Cell[], presence: PresenceKind): Promise<void> => {
    const plan = planFor(chosen, presence);
    const said = { presence };
    if (changesIn(plan) === 0) toast({ text: t.nothing });
    else if (needsReason(plan)) setAsked({ cells: chosen, presence });
    else if (await act.run({ plan, said })) done(plan, said);
  };
  return (
    <>
      {act.problem &&
        (act.problem instanceof MarksRefused ? (
          <p class="ds-alert" data-color="danger" role="alert">
            {act.problem.message}
          </p>
        ) : (
          <ProblemNote error={act.problem} />
        ))}
      <input
        type="search"
        class="ds-input grid-search"
        aria-label={t.search}
        placeholder={`${t.search} /`}
        value={sought}
        ref={field}
        onInput={({ currentTarget }) => seek(currentTarget.value || undefined)}
      />
      {rows.length === 0 && <p class="empty">{sought ? t.noneFound : t.nobody}</p>}
      {rows.length > 0 && (
        <Grid
          caption={of.code}
          registers={registers}
          cells={cells}
          rows={rows}
          nameOf={(code) => staff.get(code) ?? code}
          onSet={(chosen, presence) => void set(chosen, presence)}
          onOpen={(cell) => setAsked({ cells: [cell], presence: cell.line?.counts?.presence ?? 'PRESENT' })}
        />
      )}
      {asked && (
        <ChangeDialog
          classId={of.id}
          title={whereOf(asked.cells)}
          cells={asked.cells}
          presence={asked.presence}
          now={now}
          nameOf={(code) => staff.get(code) ?? code}
          onClose={() => setAsked(undefined)}
          onDone={done}
        />
      )}
    </>
  );
};
