import { useQuery } from '@tanstack/preact-query';
import { useState } from 'preact/hooks';
import type { SessionChangePreviewView } from '../../../../../libs/teaching/src/http/session-change-view';
import { send } from '../../api/client';
import { useAct } from '../../kit/act';
import { number as written } from '../../kit/dates';
import { Confirm } from '../../kit/dialog';
import { ProblemNote } from '../../kit/problem';
import { inLanguage } from '../../kit/texts';
import { useToast } from '../../kit/toasts';
import type { GatheringInClass } from './gathering-dialog';
import { SessionFields } from './session-fields';
import { changeOf, freshSession, type SessionChangeJson, saidOf } from './session-form';
import { SessionPreview } from './session-preview';
import { touchedBy } from './told-list';

const t = inLanguage({
  nb: {
    title: (n: number, code: string) => `Én økt i samling ${n} i ${code}`,
    add: 'Legg til økten',
    move: 'Flytt økten',
    callOff: 'Avlys økten',
    count: (what: string, n: string) => `${what} · ${n} berøres`,
    done: { add: 'Økten er lagt til.', move: 'Økten er flyttet.', callOff: 'Økten er avlyst.' },
    choose: 'Si hva som skal skje med økten, så ser du hvem som berøres og hva de får.',
  },
  nn: {
    title: (n: number, code: string) => `Éi økt i samling ${n} i ${code}`,
    add: 'Legg til økta',
    move: 'Flytt økta',
    callOff: 'Avlys økta',
    count: (what: string, n: string) => `${what} · gjeld ${n}`,
    done: { add: 'Økta er lagd til.', move: 'Økta er flytta.', callOff: 'Økta er avlyst.' },
    choose: 'Sei kva som skal skje med økta, så ser du kven det gjeld og kva dei får.',
  },
  en: {
    title: (n: number, code: string) => `One session of gathering ${n} of ${code}`,
    add: 'Add the session',
    move: 'Move the session',
    callOff: 'Call off the session',
    count: (what: string, n: string) => `${what} · touches ${n}`,
    done: { add: 'The session was added.', move: 'The session was moved.', callOff: 'The session was called off.' },
    choose: 'Say what shall become of the session to see whom it touches and what they get.',
  },
});

type Kind = 'add' | 'move' | 'callOff';

/** Adds, moves or calls off one session of a gathering, after showing whom it touches. The others stay as they are. */
export const ChangeSession = ({ details, gathering: now, onClose }: GatheringInClass) => {
  // As it was when the dialog opened: what others change meanwhile is refused, and not mixed with what is chosen here.
  const [gathering] = useState(now);
  const first = gathering.sessions[0];
  const [said, setSaid] = useState(first ? saidOf(first) : freshSession(gathering));
  const toast = useToast();
  const at = `/classes/${details.id}/gatherings/${gathering.number}`;
  const kind: Kind = said.code === '' ? 'add' : said.isCalledOff ? 'callOff' : 'move';
  // Calling off is looked at before anybody says why: the reason decides nothing.
  const looked = said.isCalledOff && said.reasonClass === '' ? { ...said, reasonClass: 'OTHER' as const } : said;
  const before = gathering.sessions.find(({ code }) => code === said.code);
  const asked = changeOf(looked, before);
  const wanted = changeOf(said, before);
  const preview = useQuery({
    queryKey: ['teaching', 'session', details.id, gathering.number, asked],
    queryFn: () => send<SessionChangePreviewView>(`${at}/session-change-previews`, { json: { change: asked } }),
    enabled: asked !== undefined,
    retry: false,
  });
  const act = useAct<{ readonly change: SessionChangeJson | undefined; readonly seen: number | undefined }>(
    async ({ change, seen }, key) => {
      await send(`${at}/session-changes`, { json: { change }, key, seen });
      toast({ text: t.done[kind] });
    },
  );
  const shown = asked ? preview.data : undefined;
  const consequences = shown?.refusal === null ? shown.consequences : null;
  return (
    <Confirm
      title={t.title(gathering.number, details.code)}
      onClose={onClose}
      onDone={onClose}
      act={act}
      input={{ change: wanted, seen: shown?.version }}
      confirm={consequences ? t.count(t[kind], written(touchedBy(consequences))) : t[kind]}
      isReady={consequences !== null && wanted !== undefined}
      isDanger={kind === 'callOff'}
    >
      <SessionFields gathering={gathering} said={said} onChange={setSaid} />
      <div class="stack" aria-live="polite">
        {!asked && <p class="subtle">{t.choose}</p>}
        {asked && preview.error && <ProblemNote error={preview.error} />}
        {shown && (
          <SessionPreview
            of={shown}
            number={gathering.number}
            programme={details.programme.code}
            own={details.intake ?? details.code}
          />
        )}
      </div>
    </Confirm>
  );
};
