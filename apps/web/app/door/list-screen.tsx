import { useEffect, useMemo, useState } from 'preact/hooks';
import { Link, useLocation, useParams } from 'wouter-preact';
import { Bar } from '../kit/bar';
import { byAlphabet, clockTime, shortDay } from '../kit/dates';
import { Page } from '../kit/page';
import { inLanguage } from '../kit/texts';
import { useUrlState } from '../kit/url-state';
import { DoneDialog } from './done-dialog';
import { registerKey, rosterKey } from './kept';
import { LineStatus, LoggedOutNote } from './line-status';
import { nextPresence, type Place, type PresenceKind } from './orders';
import { type RosterRow, rowsOf } from './roster';
import { t as common, presences } from './texts';
import { useDoor } from './use-door';

const t = inLanguage({
  nb: {
    scan: 'Skann QR',
    all: (n: number) => `Alle til stede (${n})`,
    search: 'Søk',
    unmarked: (n: number) => `Ikke merket ${n}`,
    marked: (n: number, of: number) => `${n} av ${of} merket`,
    undo: 'Angre',
    undoAll: (n: number) => `${n} til stede`,
    done: 'Ferdig',
    list: 'Studenter',
    guest: 'gjest fra',
    onLeave: 'i permisjon',
    by: 'merket av',
    disputed: 'Uenighet',
    locked: 'Økten er låst. Endringer gjøres på kontoret.',
    missing: 'Denne økten er ikke hentet til enheten. Gå på nett, og åpne den igjen.',
    nobody: 'Ingen treff. Vis alle for å se hele lista.',
    showAll: 'Vis alle',
  },
  nn: {
    scan: 'Skann QR',
    all: (n: number) => `Alle til stades (${n})`,
    search: 'Søk',
    unmarked: (n: number) => `Ikkje merkt ${n}`,
    marked: (n: number, of: number) => `${n} av ${of} merkte`,
    undo: 'Angre',
    undoAll: (n: number) => `${n} til stades`,
    done: 'Ferdig',
    list: 'Studentar',
    guest: 'gjest frå',
    onLeave: 'i permisjon',
    by: 'merkt av',
    disputed: 'Usemje',
    locked: 'Økta er låst. Endringar gjer ein på kontoret.',
    missing: 'Denne økta er ikkje henta til eininga. Gå på nett, og opne ho igjen.',
    nobody: 'Ingen treff. Vis alle for å sjå heile lista.',
    showAll: 'Vis alle',
  },
  en: {
    scan: 'Scan QR',
    all: (n: number) => `All present (${n})`,
    search: 'Search',
    unmarked: (n: number) => `Not marked ${n}`,
    marked: (n: number, of: number) => `${n} of ${of} marked`,
    undo: 'Undo',
    undoAll: (n: number) => `${n} present`,
    done: 'Done',
    list: 'Students',
    guest: 'guest from',
    onLeave: 'on leave',
    by: 'marked by',
    disputed: 'Disagreement',
    locked: 'The session is locked. Changes are made at the office.',
    missing: 'This session is not on the device. Go online, and open it again.',
    nobody: 'Nobody found. Show all to see the whole list.',
    showAll: 'Show all',
  },
});

/** What was tapped last: what stood before it, and what it is called. */
interface LastAct {
  readonly name: string;
  readonly all: readonly { readonly studentNo: string; readonly before: PresenceKind | undefined }[];
}

interface RowProps {
  readonly row: RosterRow;
  readonly place: Place;
  readonly isLocked: boolean;
  readonly onTap: (row: RosterRow) => void;
}

const Row = ({ row, place, isLocked, onTap }: RowProps) => {
  const [door, { staff }] = useDoor();
  const { presence = 'NONE', isDisputed, by } = door.standing(place, row.studentNo);
  const { word, sign } = presences[presence];
  const about = [
    row.guestFrom && `${t.guest} ${row.guestFrom}`,
    row.isOnLeave && t.onLeave,
    by && `${t.by} ${staff[by] ?? by}`,
  ].filter(Boolean);
  return (
    <li>
      <button type="button" class="row" data-student={row.studentNo} disabled={isLocked} onClick={() => onTap(row)}>
        <span class="who">
          {row.listName}
          <span class="only-read">, </span>
          {about.length > 0 && <span class="subtle">{about.join(' · ')}</span>}
          {isDisputed && <span class="disputed">⚠ {t.disputed}</span>}
        </span>
        <span class="presence" data-presence={presence}>
          <span aria-hidden="true">{sign}</span> {word}
        </span>
      </button>
    </li>
  );
};

/** The list at the door (ux.md E4): a row a student, and the whole row is the button. */
export const ListScreen = () => {
  const { class: classId, session } = useParams() as { readonly class: string; readonly session: string };
  const place = useMemo((): Place => ({ classId, session }), [classId, session]);
  const [door, state] = useDoor();
  const [, navigate] = useLocation();
  const [sought, seek] = useState('');
  const [shows, show] = useUrlState('vis');
  const [last, setLast] = useState<LastAct | undefined>(undefined);
  const [said, setSaid] = useState('');
  const [isDone, setDone] = useState(false);
  useEffect(() => {
    void door.watch(place);
    return () => void door.watch(undefined);
  }, [place]);

  const register = state.registers.get(registerKey(place));
  const roster = state.rosters.get(rosterKey(classId, register?.gathering));
  const rows = useMemo(() => rowsOf(roster, register, byAlphabet), [roster, register]);
  const presenceOf = (studentNo: string) => door.standing(place, studentNo).presence;
  const unmarked = rows.filter(({ studentNo, isOnLeave }) => !isOnLeave && !presenceOf(studentNo));
  const marked = rows.filter(({ studentNo }) => presenceOf(studentNo)).length;
  const isLocked = register?.status === 'locked';
  const words = sought.trim().toLocaleLowerCase('nb').split(/\s+/);
  const listed = rows
    .filter((row) => shows !== 'umerket' || unmarked.includes(row) || last?.all[0]?.studentNo === row.studentNo)
    .filter(({ listName }) => words.every((word) => listName.toLocaleLowerCase('nb').includes(word)));

  const tap = ({ studentNo, listName }: RosterRow): void => {
    const before = presenceOf(studentNo);
    const presence = nextPresence(before);
    door.say(place, studentNo, presence);
    const first = last?.all.length === 1 && last.all[0]!.studentNo === studentNo ? last.all[0]!.before : before;
    setLast({ name: `${listName} ${presences[presence].letter}`, all: [{ studentNo, before: first }] });
    setSaid(`${listName}: ${presences[presence].word}`);
  };
  const markAll = (): void => {
    door.sayAll(
      place,
      unmarked.map(({ studentNo }) => studentNo),
      'PRESENT',
    );
    const name = t.undoAll(unmarked.length);
    setLast({ name, all: unmarked.map(({ studentNo }) => ({ studentNo, before: undefined })) });
    setSaid(name);
  };
  const canUndo = last?.all.every(({ studentNo, before }) => door.canTakeBack(place, studentNo, before)) ?? false;
  const undo = (): void => {
    door.takeBack(place, last!.all);
    setSaid(`${t.undo}: ${last!.name}`);
    setLast(undefined);
  };

  const code = roster?.class.code ?? '';
  const startsAt = register?.startsAt;
  const title = startsAt ? `${code} ${shortDay(startsAt.slice(0, 10))} ${clockTime(startsAt)}` : common.attendance;
  return (
    <main class="door">
      <Page
        title={title}
        trail={
          <Link class="ds-link" href="/oppmote">
            ‹ {common.back}
          </Link>
        }
      >
        {!register && state.missing.has(registerKey(place)) && <p class="empty">{t.missing}</p>}
        {register && (
          <>
            <p class="progress">
              <Bar part={marked} whole={rows.length} /> {t.marked(marked, rows.length)}
            </p>
            <LineStatus />
            <LoggedOutNote />
            {isLocked && (
              <p class="ds-alert" data-color="info">
                ■ {t.locked}
              </p>
            )}
            <div class="acts spread">
              <button
                type="button"
                class="ds-button"
                disabled={isLocked}
                onClick={() => navigate(`/oppmote/${classId}/${session}/skann`)}
              >
                {t.scan}
              </button>
              <button
                type="button"
                class="ds-button"
                data-variant="secondary"
                disabled={isLocked || unmarked.length === 0}
                onClick={markAll}
              >
                {t.all(unmarked.length)}
              </button>
            </div>
            <div class="acts spread">
              <input
                type="search"
                class="ds-input"
                aria-label={t.search}
                placeholder={t.search}
                value={sought}
                onInput={({ currentTarget }) => seek(currentTarget.value)}
              />
              <button
                type="button"
                class="ds-button"
                data-variant={shows === 'umerket' ? 'primary' : 'secondary'}
                aria-pressed={shows === 'umerket'}
                onClick={() => show(shows === 'umerket' ? undefined : 'umerket')}
              >
                {t.unmarked(unmarked.length)}
              </button>
            </div>
            <ul class="rows" aria-label={t.list}>
              {listed.map((row) => (
                <Row key={row.studentNo} row={row} place={place} isLocked={isLocked} onTap={tap} />
              ))}
            </ul>
            {listed.length === 0 && rows.length > 0 && (
              <p class="empty">
                {t.nobody}{' '}
                <button
                  type="button"
                  class="ds-button"
                  data-variant="tertiary"
                  onClick={() => {
                    seek('');
                    show(undefined);
                  }}
                >
                  {t.showAll}
                </button>
              </p>
            )}
            <div class="foot">
              <button type="button" class="ds-button" data-variant="secondary" disabled={!canUndo} onClick={undo}>
                {t.undo}
                {canUndo && `: ${last!.name}`}
              </button>
              <button type="button" class="ds-button" disabled={isLocked} onClick={() => setDone(true)}>
                {t.done}
              </button>
            </div>
            {isDone && (
              <DoneDialog
                place={place}
                register={register}
                presences={rows.map(({ studentNo }) => presenceOf(studentNo))}
                onClose={() => setDone(false)}
                onDone={() => navigate('/oppmote/synk')}
              />
            )}
          </>
        )}
        <p class="only-read" role="status">
          {said}
        </p>
      </Page>
    </main>
  );
};
