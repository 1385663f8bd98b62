import { useState } from 'preact/hooks';
import { useAct } from '../../kit/act';
import { Confirm } from '../../kit/dialog';
import { inLanguage } from '../../kit/texts';
import { type Said, useCarryOut } from './attendance-acts';
import { excuseWords, presenceLetters, presenceWords, reasonWords } from './attendance-texts';
import { cellHistory } from './cell-words';
import { type ChangeReason, changeReasons, type ExcuseCode, excuseCodes } from './codes';
import { type Cell, changesIn, needsReason, type Plan, type PresenceKind, planFor } from './grid-model';

const t = inLanguage({
  nb: {
    presence: 'Oppmøte',
    late: 'Kom sent (timer)',
    early: 'Gikk tidlig (timer)',
    excuse: 'Fraværsgrunn',
    reason: 'Årsak til endringen',
    choose: 'Velg årsak',
    more: 'Mer om årsaken (valgfritt, vises bare for dem som fører oppmøte)',
    history: 'Historikk',
    plan: ({ marks, corrections, settlements, passedOver }: Plan) =>
      [
        marks.length > 0 && `${marks.length} føres`,
        corrections.length > 0 && `${corrections.length} endres, og det gamle merket blir stående`,
        settlements.length > 0 && `${settlements.length} uenighet avgjøres`,
        passedOver > 0 && `${passedOver} hoppes over: økten har ikke begynt, eller studenten er ikke ventet`,
      ]
        .filter(Boolean)
        .join('. '),
    nothing: 'Ingenting å endre.',
    save: (n: number) => `Lagre ${n}`,
  },
  nn: {
    presence: 'Oppmøte',
    late: 'Kom seint (timar)',
    early: 'Gjekk tidleg (timar)',
    excuse: 'Fråværsgrunn',
    reason: 'Årsak til endringa',
    choose: 'Vel årsak',
    more: 'Meir om årsaka (valfritt, blir berre vist for dei som fører oppmøte)',
    history: 'Historikk',
    plan: ({ marks, corrections, settlements, passedOver }: Plan) =>
      [
        marks.length > 0 && `${marks.length} blir førte`,
        corrections.length > 0 && `${corrections.length} blir endra, og det gamle merket blir ståande`,
        settlements.length > 0 && `${settlements.length} usemje blir avgjorde`,
        passedOver > 0 && `${passedOver} blir hoppa over: økta har ikkje begynt, eller studenten er ikkje venta`,
      ]
        .filter(Boolean)
        .join('. '),
    nothing: 'Ingenting å endre.',
    save: (n: number) => `Lagre ${n}`,
  },
  en: {
    presence: 'Attendance',
    late: 'Came late (hours)',
    early: 'Left early (hours)',
    excuse: 'Reason of absence',
    reason: 'Reason for the change',
    choose: 'Choose a reason',
    more: 'More about the reason (optional, shown only to those who keep attendance)',
    history: 'History',
    plan: ({ marks, corrections, settlements, passedOver }: Plan) =>
      [
        marks.length > 0 && `${marks.length} recorded`,
        corrections.length > 0 && `${corrections.length} changed, the old mark stays on record`,
        settlements.length > 0 && `${settlements.length} disagreements settled`,
        passedOver > 0 && `${passedOver} passed over: not begun yet, or the student is not expected`,
      ]
        .filter(Boolean)
        .join('. '),
    nothing: 'Nothing to change.',
    save: (n: number) => `Save ${n}`,
  },
});

interface ChangeDialogProps {
  readonly classId: string;
  readonly title: string;
  readonly cells: readonly Cell[];
  readonly presence: PresenceKind;
  readonly now: string;
  readonly nameOf: (code: string) => string;
  readonly onClose: () => void;
  readonly onDone: (plan: Plan, said: Said) => void;
}

/** What is said of cells, why, and what that does: the reason is required where something stood before (I-30). */
export const ChangeDialog = (props: ChangeDialogProps) => {
  const { classId, title, cells, nameOf, onClose, onDone } = props;
  // The same however often it is tried: it goes along with the key.
  const [now] = useState(props.now);
  const [presence, setPresence] = useState(props.presence);
  const [late, setLate] = useState(0);
  const [early, setEarly] = useState(0);
  const [excuse, setExcuse] = useState<ExcuseCode | ''>('');
  const [reasonClass, setReasonClass] = useState<ChangeReason | ''>('');
  const [reason, setReason] = useState('');
  const hours = presence === 'PRESENT' && late + early > 0;
  const plan = planFor(cells, presence, hours || (presence === 'EXCUSED' && excuse !== ''));
  const asksWhy = needsReason(plan);
  const said: Said = {
    presence,
    ...(hours && { lateHours: late, leftEarlyHours: early }),
    ...(presence === 'EXCUSED' && excuse && { excuse }),
    ...(asksWhy && reasonClass && { reasonClass }),
    ...(asksWhy && reason.trim() && { reason: reason.trim() }),
  };
  const carryOut = useCarryOut(classId);
  const act = useAct((input: Said, key) => carryOut(plan, input, { now, key }));
  const hoursField = (label: string, value: number, set: (to: number) => void) => (
    <label class="ds-field">
      <span class="ds-label">{label}</span>
      <input
        class="ds-input"
        type="number"
        min="0"
        max="12"
        step="0.5"
        value={value}
        onInput={({ currentTarget }) => set(Number(currentTarget.value) || 0)}
      />
    </label>
  );
  return (
    <Confirm
      title={title}
      onClose={onClose}
      act={act}
      input={said}
      confirm={t.save(changesIn(plan))}
      isReady={changesIn(plan) > 0 && (!asksWhy || reasonClass !== '')}
      onDone={() => onDone(plan, said)}
    >
      <fieldset class="ds-fieldset presence-choice">
        <legend class="ds-label">{t.presence}</legend>
        {(Object.keys(presenceLetters) as PresenceKind[]).map((one) => (
          <label key={one} class="choice-line">
            <input
              type="radio"
              class="ds-input"
              name="presence"
              checked={presence === one}
              onChange={() => setPresence(one)}
            />
            {presenceLetters[one]} {presenceWords[one]}
          </label>
        ))}
      </fieldset>
      {presence === 'PRESENT' && cells.length === 1 && (
        <div class="acts">
          {hoursField(t.late, late, setLate)}
          {hoursField(t.early, early, setEarly)}
        </div>
      )}
      {presence === 'EXCUSED' && (
        <label class="ds-field">
          <span class="ds-label">{t.excuse}</span>
          <select
            class="ds-input"
            value={excuse}
            onChange={({ currentTarget }) => setExcuse(currentTarget.value as ExcuseCode)}
          >
            <option value="">–</option>
            {excuseCodes.map((code) => (
              <option key={code} value={code}>
                {excuseWords[code]}
              </option>
            ))}
          </select>
        </label>
      )}
      {asksWhy && (
        <>
          <label class="ds-field">
            <span class="ds-label">{t.reason}</span>
            <select
              class="ds-input"
              required
              value={reasonClass}
              onChange={({ currentTarget }) => setReasonClass(currentTarget.value as ChangeReason)}
            >
              <option value="">{t.choose}</option>
              {changeReasons.map((code) => (
                <option key={code} value={code}>
                  {reasonWords[code]}
                </option>
              ))}
            </select>
          </label>
          <label class="ds-field">
            <span class="ds-label">{t.more}</span>
            <input
              class="ds-input"
              maxLength={500}
              value={reason}
              onInput={({ currentTarget }) => setReason(currentTarget.value)}
            />
          </label>
        </>
      )}
      <p>{changesIn(plan) > 0 ? `${t.plan(plan)}.` : t.nothing}</p>
      {cells.length === 1 && (
        <details class="ds-details">
          <summary>{t.history}</summary>
          <ul class="ds-list">
            {cellHistory(cells[0]!, nameOf).map((one) => (
              <li key={one}>{one}</li>
            ))}
          </ul>
        </details>
      )}
    </Confirm>
  );
};
