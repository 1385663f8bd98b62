import { useState } from 'preact/hooks';
import type { ListedClass } from '../../classes/classes';
import { inLanguage } from '../../kit/texts';
import { AbsenceDialog } from '../../students/absence-dialog';
import { MoveDialog } from '../../students/move-dialog';
import { hasLeft, type RosterRow } from './roster-rows';

const t = inLanguage({
  nb: { move: 'Flytt klasse …', absence: 'Meld fravær …', left: 'Velg noen som går i klassen nå.' },
  nn: { move: 'Flytt klasse …', absence: 'Meld fråvær …', left: 'Vel nokon som går i klassen no.' },
  en: { move: 'Move class …', absence: 'Report absence …', left: 'Choose somebody who is in the class now.' },
});

interface ChosenProps {
  readonly of: ListedClass;
  readonly rows: readonly RosterRow[];
  readonly clear: () => void;
}

/** What can be done with the students that are chosen. */
export const ChosenActs = ({ of, rows, clear }: ChosenProps) => {
  const [open, setOpen] = useState<'move' | 'absence' | undefined>(undefined);
  const present = rows
    .filter((row) => !hasLeft(row))
    .map(({ student: { studentNo, standing }, name }) => ({
      studentNo,
      name,
      isOnLeave: standing.kind === 'on_leave',
    }));
  const close = (): void => setOpen(undefined);
  const done = (): void => {
    close();
    clear();
  };
  if (present.length === 0) return <span>{t.left}</span>;
  return (
    <>
      <button type="button" class="ds-button" data-variant="secondary" onClick={() => setOpen('move')}>
        {t.move}
      </button>
      <button type="button" class="ds-button" data-variant="secondary" onClick={() => setOpen('absence')}>
        {t.absence}
      </button>
      {open === 'move' && <MoveDialog of={of} rows={present} onClose={close} onDone={done} />}
      {open === 'absence' && <AbsenceDialog of={of} rows={present} onClose={close} onDone={done} />}
    </>
  );
};
