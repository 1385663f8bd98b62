import { useState } from 'preact/hooks';
import { send } from '../../api/client';
import { useAct } from '../../kit/act';
import { clockTime } from '../../kit/dates';
import { Confirm } from '../../kit/dialog';
import { Loaded } from '../../kit/loaded';
import { inLanguage } from '../../kit/texts';
import { useToast } from '../../kit/toasts';
import { type ConflictAnswer, useConflicts, useNames, useStaffNames } from './attendance-queries';
import { presenceLetters, presenceWords, reasonWords, sourceWords } from './attendance-texts';
import { sessionHead } from './cell-words';
import { type ChangeReason, changeReasons } from './codes';
import type { PresenceKind } from './grid-model';

const t = inLanguage({
  nb: {
    none: 'Ingen uenighet. Den oppstår når to har merket samme student ulikt.',
    meanwhile: 'Gjelder så lenge:',
    proposed: 'Forslag:',
    because: { SEEN_PRESENT: 'noen så studenten', EXCUSE_KNOWN: 'noen visste om gyldig fravær' },
    keep: 'Behold',
    reason: 'Årsak',
    settle: (what: string) => `Avgjør: ${what}`,
    settled: 'Avgjort. Alle merkene blir stående i historikken.',
  },
  nn: {
    none: 'Inga usemje. Ho oppstår når to har merkt same student ulikt.',
    meanwhile: 'Gjeld så lenge:',
    proposed: 'Forslag:',
    because: { SEEN_PRESENT: 'nokon såg studenten', EXCUSE_KNOWN: 'nokon visste om gyldig fråvær' },
    keep: 'Behald',
    reason: 'Årsak',
    settle: (what: string) => `Avgjer: ${what}`,
    settled: 'Avgjort. Alle merka blir ståande i historikken.',
  },
  en: {
    none: 'No disagreement. There is one when two people mark the same student differently.',
    meanwhile: 'Counts meanwhile:',
    proposed: 'Proposal:',
    because: { SEEN_PRESENT: 'somebody saw the student', EXCUSE_KNOWN: 'somebody knew of an excuse' },
    keep: 'Keep',
    reason: 'Reason',
    settle: (what: string) => `Settle: ${what}`,
    settled: 'Settled. All marks stay on record.',
  },
});

interface Choice {
  readonly conflict: ConflictAnswer;
  readonly presence: PresenceKind;
}

/** Marks that disagree, beside each other, and which of them is right. */
export const Conflicts = ({ classId }: { readonly classId: string }) => {
  const conflicts = useConflicts(classId);
  const names = useNames(classId);
  const staff = useStaffNames();
  const toast = useToast();
  const [choice, setChoice] = useState<Choice | undefined>(undefined);
  const [reasonClass, setReasonClass] = useState<ChangeReason>('WRONG_MARK');
  const act = useAct(({ conflict: { session, studentNo, marks }, presence }: Choice, key) =>
    send(`/classes/${classId}/registers/${encodeURIComponent(session)}/settlements`, {
      json: { studentNo, presence, reasonClass, marks: marks.map(({ id }) => id) },
      key,
    }),
  );
  return (
    <Loaded of={conflicts}>
      {({ data }) =>
        data.length === 0 ? (
          <p class="empty">{t.none}</p>
        ) : (
          <ul class="cards">
            {data.map((conflict) => {
              const { session, startsAt, studentNo, marks, counts, proposed } = conflict;
              const choices = [...new Set(marks.map(({ presence }) => presence))];
              return (
                <li key={`${session}${studentNo}`} class="ds-card">
                  <strong>{names.get(studentNo) ?? studentNo}</strong>, {sessionHead({ startsAt, title: '' }).short}
                  <ul class="ds-list">
                    {marks.map((mark) => (
                      <li key={mark.id}>
                        {presenceLetters[mark.presence]} {presenceWords[mark.presence]}:{' '}
                        {staff.get(mark.observedBy) ?? mark.observedBy} {clockTime(mark.observedAt)},{' '}
                        {sourceWords[mark.source]} {mark.device && `(${mark.device})`}
                      </li>
                    ))}
                  </ul>
                  <p class="subtle">
                    {t.meanwhile} {presenceWords[counts.presence]}.{' '}
                    {proposed && `${t.proposed} ${presenceWords[proposed.presence]}, ${t.because[proposed.because]}.`}
                  </p>
                  <div class="acts">
                    {choices.map((presence) => (
                      <button
                        key={presence}
                        type="button"
                        class="ds-button"
                        data-variant={presence === proposed?.presence ? 'primary' : 'secondary'}
                        onClick={() => setChoice({ conflict, presence })}
                      >
                        {t.keep} {presenceLetters[presence]}
                        <span class="only-read">
                          {' '}
                          {presenceWords[presence]}, {names.get(studentNo) ?? studentNo}
                        </span>
                      </button>
                    ))}
                  </div>
                </li>
              );
            })}
            {choice && (
              <Confirm
                title={names.get(choice.conflict.studentNo) ?? choice.conflict.studentNo}
                act={act}
                input={choice}
                confirm={t.settle(presenceWords[choice.presence])}
                onClose={() => setChoice(undefined)}
                onDone={() => {
                  setChoice(undefined);
                  toast({ text: t.settled });
                }}
              >
                <label class="ds-field">
                  <span class="ds-label">{t.reason}</span>
                  <select
                    class="ds-input"
                    value={reasonClass}
                    onChange={({ currentTarget }) => setReasonClass(currentTarget.value as ChangeReason)}
                  >
                    {changeReasons.map((code) => (
                      <option key={code} value={code}>
                        {reasonWords[code]}
                      </option>
                    ))}
                  </select>
                </label>
              </Confirm>
            )}
          </ul>
        )
      }
    </Loaded>
  );
};
