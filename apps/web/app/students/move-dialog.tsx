import { useQuery } from '@tanstack/preact-query';
import { useId, useState } from 'preact/hooks';
import { useClassDetails } from '../classes/class-details';
import { classesQuery, type ListedClass } from '../classes/classes';
import { nextGathering } from '../classes/gatherings';
import { useToday } from '../classes/today';
import { useAct } from '../kit/act';
import { number, shortDay } from '../kit/dates';
import { Confirm } from '../kit/dialog';
import { inLanguage } from '../kit/texts';
import { useToast } from '../kit/toasts';
import type { ChosenStudent } from './chosen-student';
import { type EachAnswer, sendEach } from './each';
import { Refused } from './refused';
import { undoMove } from './undo-move';

const t = inLanguage({
  nb: {
    title: (n: number, from: string) => `Flytt ${n === 1 ? '1 student' : `${n} studenter`} fra ${from}`,
    to: 'Til klasse',
    choose: 'Velg klasse',
    free: (code: string, n: string) => `${code} (${n} ledige)`,
    on: 'Fra og med',
    consequences: 'Dette skjer',
    places: (code: string, taken: string, of: string) => `${code} får ${taken} av ${of} plasser tatt.`,
    full: (code: string, free: string) => `Det er bare ${free} ledige plasser i ${code}.`,
    next: (code: string, n: number, day: string) => `Neste samling i ${code} er nr. ${n}, fra ${day}.`,
    follows: 'Oppmøtet de har, følger med. Resultater og poeng blir i kurset de begynte på.',
    calendar: 'Kalenderen deres viser den nye klassen. Ingen brev blir sendt.',
    leave: (n: number) => `${n} har permisjon og kan ikke flyttes før den er avsluttet.`,
    confirm: (n: number) => `Flytt ${n}`,
    done: (n: number, code: string) => `Flyttet ${n} til ${code}.`,
    none: 'Kullet har ingen andre klasser å flytte til.',
  },
  nn: {
    title: (n: number, from: string) => `Flytt ${n === 1 ? '1 student' : `${n} studentar`} frå ${from}`,
    to: 'Til klasse',
    choose: 'Vel klasse',
    free: (code: string, n: string) => `${code} (${n} ledige)`,
    on: 'Frå og med',
    consequences: 'Dette skjer',
    places: (code: string, taken: string, of: string) => `${code} får ${taken} av ${of} plassar tekne.`,
    full: (code: string, free: string) => `Det er berre ${free} ledige plassar i ${code}.`,
    next: (code: string, n: number, day: string) => `Neste samling i ${code} er nr. ${n}, frå ${day}.`,
    follows: 'Oppmøtet dei har, følgjer med. Resultat og poeng blir i kurset dei byrja på.',
    calendar: 'Kalenderen deira viser den nye klassen. Ingen brev blir sende.',
    leave: (n: number) => `${n} har permisjon og kan ikkje flyttast før han er avslutta.`,
    confirm: (n: number) => `Flytt ${n}`,
    done: (n: number, code: string) => `Flytta ${n} til ${code}.`,
    none: 'Kullet har ingen andre klassar å flytte til.',
  },
  en: {
    title: (n: number, from: string) => `Move ${n === 1 ? '1 student' : `${n} students`} from ${from}`,
    to: 'To class',
    choose: 'Choose a class',
    free: (code: string, n: string) => `${code} (${n} free)`,
    on: 'From',
    consequences: 'What happens',
    places: (code: string, taken: string, of: string) => `${code} will have ${taken} of ${of} places taken.`,
    full: (code: string, free: string) => `There are only ${free} free places in ${code}.`,
    next: (code: string, n: number, day: string) => `The next gathering in ${code} is no. ${n}, from ${day}.`,
    follows: 'Their attendance goes with them. Results and credits stay with the course that they began.',
    calendar: 'Their calendar shows the new class. No letters are sent.',
    leave: (n: number) => `${n} are on leave and cannot be moved before it has ended.`,
    confirm: (n: number) => `Move ${n}`,
    done: (n: number, code: string) => `Moved ${n} to ${code}.`,
    none: 'The cohort has no other classes to move to.',
  },
});

interface MoveProps {
  readonly of: ListedClass;
  readonly rows: readonly ChosenStudent[];
  readonly onClose: () => void;
  readonly onDone: () => void;
}

interface Move {
  readonly to: string;
  readonly on: string;
}

const freeIn = ({ capacity, placesTaken }: ListedClass): number => capacity - placesTaken;

const Consequences = ({
  of,
  to,
  count,
}: {
  readonly of: ListedClass;
  readonly to: ListedClass;
  readonly count: number;
}) => {
  const today = useToday();
  const details = [useClassDetails(of.id).data, useClassDetails(to.id).data];
  const nexts = details.flatMap((one) => {
    const next = nextGathering(one?.gatherings, today);
    return one && next ? [t.next(one.code, next.number, shortDay(next.startsOn))] : [];
  });
  return (
    <section class="stack">
      <h3 class="ds-heading" data-size="2xs">
        {t.consequences}
      </h3>
      <ul class="ds-list">
        <li>{t.places(to.code, number(to.placesTaken + count), number(to.capacity))}</li>
        {nexts.map((text) => (
          <li key={text}>{text}</li>
        ))}
        <li>{t.follows}</li>
        <li>{t.calendar}</li>
      </ul>
    </section>
  );
};

/** Moves students to another class of their cohort, after showing what follows. */
export const MoveDialog = ({ of, rows, onClose, onDone }: MoveProps) => {
  const classes = useQuery(classesQuery);
  const today = useToday();
  const toast = useToast();
  const id = useId();
  const [toId, setTo] = useState('');
  const [chosenDay, setDay] = useState<string | undefined>(undefined);
  const [answers, setAnswers] = useState<readonly EachAnswer<ChosenStudent>[]>([]);
  const others = (classes.data ?? []).filter(
    (one) => one.intake !== null && one.intake === of.intake && one.id !== of.id,
  );
  const to = others.find((one) => one.id === toId);
  const onLeave = rows.filter(({ isOnLeave }) => isOnLeave);
  const movable = rows.filter(({ isOnLeave }) => !isOnLeave);
  const on = chosenDay ?? today ?? '';
  const act = useAct<Move>(async (move, key) => {
    const found = await sendEach(movable, key, ({ studentNo }) => ({
      id: studentNo,
      path: `/classes/${of.id}/students/${encodeURIComponent(studentNo)}/transfers`,
      json: move,
    }));
    setAnswers(found);
    const moved = found.flatMap(({ of: one, refused }) => (refused === undefined ? [one] : []));
    if (moved.length > 0)
      toast({
        text: t.done(moved.length, to!.code),
        undo: async () => {
          for (const { studentNo } of moved) await undoMove(of.id, studentNo, `${key}-undo-${studentNo}`);
        },
      });
    if (moved.length < found.length) throw new Error('refused');
  });
  const isFull = to !== undefined && freeIn(to) < movable.length;
  if (classes.data && others.length === 0)
    return (
      <Confirm
        title={t.title(rows.length, of.code)}
        onClose={onClose}
        onDone={onDone}
        act={act}
        input={{ to: '', on }}
        confirm={t.confirm(0)}
        isReady={false}
      >
        <p class="ds-paragraph">{t.none}</p>
      </Confirm>
    );
  return (
    <Confirm
      title={t.title(rows.length, of.code)}
      onClose={onClose}
      onDone={onDone}
      act={answers.length > 0 ? { ...act, problem: undefined } : act}
      input={{ to: toId, on }}
      confirm={t.confirm(movable.length)}
      isReady={to !== undefined && on !== '' && movable.length > 0 && !isFull && answers.length === 0}
    >
      <div class="ds-field">
        <label class="ds-label" for={`${id}-to`}>
          {t.to}
        </label>
        <select
          id={`${id}-to`}
          class="ds-input"
          value={toId}
          onChange={({ currentTarget }) => setTo(currentTarget.value)}
        >
          <option value="">{t.choose}</option>
          {others.map((one) => (
            <option key={one.id} value={one.id}>
              {t.free(one.code, number(freeIn(one)))}
            </option>
          ))}
        </select>
      </div>
      <div class="ds-field">
        <label class="ds-label" for={`${id}-on`}>
          {t.on}
        </label>
        <input
          id={`${id}-on`}
          type="date"
          class="ds-input"
          value={on}
          onChange={({ currentTarget }) => setDay(currentTarget.value)}
        />
      </div>
      {isFull && (
        <p class="ds-alert" data-color="warning">
          {t.full(to.code, number(freeIn(to)))}
        </p>
      )}
      {onLeave.length > 0 && (
        <p class="ds-alert" data-color="warning">
          {t.leave(onLeave.length)}
        </p>
      )}
      {to && !isFull && <Consequences of={of} to={to} count={movable.length} />}
      <Refused answers={answers} />
    </Confirm>
  );
};
