import { useQuery } from '@tanstack/preact-query';
import { useState } from 'preact/hooks';
import type { MoveView } from '../../../../../libs/teaching/src/http/move-view';
import { send } from '../../api/client';
import { useAct } from '../../kit/act';
import { number as written } from '../../kit/dates';
import { Confirm } from '../../kit/dialog';
import { ProblemNote } from '../../kit/problem';
import { inLanguage } from '../../kit/texts';
import { useToast } from '../../kit/toasts';
import { useCohortNames } from './cohort-names';
import { changed, daysOf, type GatheringChange, type PlannedGathering } from './gathering-days';
import type { GatheringInClass } from './gathering-dialog';
import { GatheringFields } from './gathering-fields';
import { MovePreview } from './move-preview';
import type { MovePreviewView } from './plan-data';
import { isWholeDay, longSpan, span } from './spans';
import { touchedBy } from './told-list';

const t = inLanguage({
  nb: {
    title: (n: number, code: string) => `Flytt samling ${n} i ${code}`,
    now: 'Nå:',
    move: 'Flytt',
    count: (n: string) => `Flytt · ${n} berøres`,
    done: (n: number, code: string, days: string) => `Samling ${n} i ${code} er flyttet til ${days}.`,
    session: 'Bare én økt …',
    callOff: 'Avlys samlingen …',
    change: 'Velg nye dager, eller et annet sted, så ser du hvem som berøres og hva de får.',
  },
  nn: {
    title: (n: number, code: string) => `Flytt samling ${n} i ${code}`,
    now: 'No:',
    move: 'Flytt',
    count: (n: string) => `Flytt · gjeld ${n}`,
    done: (n: number, code: string, days: string) => `Samling ${n} i ${code} er flytta til ${days}.`,
    session: 'Berre éi økt …',
    callOff: 'Avlys samlinga …',
    change: 'Vel nye dagar, eller ein annan stad, så ser du kven det gjeld og kva dei får.',
  },
  en: {
    title: (n: number, code: string) => `Move gathering ${n} of ${code}`,
    now: 'Now:',
    move: 'Move',
    count: (n: string) => `Move · touches ${n}`,
    done: (n: number, code: string, days: string) => `Gathering ${n} of ${code} was moved to ${days}.`,
    session: 'One session only …',
    callOff: 'Call off the gathering …',
    change: 'Choose new days, or another place, to see whom it touches and what they get.',
  },
});

interface MoveProps extends GatheringInClass {
  readonly onCallOff: () => void;
  readonly onSession: () => void;
}

/** How the API is told what a gathering shall be. */
const documentOf = ({ title, venue, sessions }: PlannedGathering) => ({ title, venue, sessions });

/** Moves one gathering of a class, after showing whom it touches, what they are sent and what else follows (W12). */
export const MoveGathering = ({ details: of, gathering, onClose, onCallOff, onSession }: MoveProps) => {
  const toast = useToast();
  const cohortNamed = useCohortNames(of.intake ?? of.code);
  // As it was when the dialog opened: what others move meanwhile is refused, and not mixed with what is chosen here.
  const [there] = useState(gathering);
  const [change, setChange] = useState<GatheringChange>({});
  const { number } = gathering;
  const at = `/classes/${of.id}/gatherings/${number}`;
  const isWhole = change.startsOn === undefined || isWholeDay(change.startsOn);
  const wanted = isWhole ? documentOf(changed(there, change)) : undefined;
  const isChanged = wanted !== undefined && JSON.stringify(wanted) !== JSON.stringify(documentOf(there));
  const preview = useQuery({
    queryKey: ['teaching', 'move', of.id, number, wanted],
    queryFn: () => send<MovePreviewView>(`${at}/move-previews`, { json: { gathering: wanted } }),
    enabled: isChanged,
    retry: false,
  });
  const act = useAct<{ readonly to: object | undefined; readonly seen: number | undefined }>(
    async ({ to, seen }, key) => {
      const moved = await send<MoveView>(`${at}/moves`, { json: { gathering: to }, key, seen });
      toast({
        text: t.done(number, of.code, span(moved.consequences?.after ?? daysOf(there))),
        undo: () => send(`${at}/moves`, { json: { gathering: documentOf(there) } }),
      });
    },
  );
  const seen = isChanged ? preview.data : undefined;
  const isReady = seen !== undefined && seen.refusal === null && seen.consequences !== null;
  return (
    <Confirm
      title={t.title(number, of.code)}
      onClose={onClose}
      onDone={onClose}
      act={act}
      input={{ to: wanted, seen: seen?.version }}
      confirm={isReady ? t.count(written(touchedBy(seen.consequences!))) : t.move}
      isReady={isReady}
    >
      <p class="ds-paragraph">
        {t.now} {longSpan(daysOf(there))} · {there.venue}
      </p>
      <div class="acts">
        <button type="button" class="ds-button" data-variant="tertiary" onClick={onSession}>
          {t.session}
        </button>
        <button type="button" class="ds-button" data-variant="tertiary" data-color="danger" onClick={onCallOff}>
          {t.callOff}
        </button>
      </div>
      <GatheringFields gathering={there} change={change} onChange={setChange} isWhereOpen={false} />
      <div class="stack" aria-live="polite">
        {!isChanged && <p class="subtle">{t.change}</p>}
        {isChanged && preview.error && <ProblemNote error={preview.error} />}
        {seen && <MovePreview of={seen} number={number} programme={of.programme.code} cohortNamed={cohortNamed} />}
      </div>
    </Confirm>
  );
};
