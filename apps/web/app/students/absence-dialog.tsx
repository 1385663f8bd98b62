import './students.css';
import { useId, useState } from 'preact/hooks';
import { useClassDetails } from '../classes/class-details';
import type { ListedClass } from '../classes/classes';
import { useAct } from '../kit/act';
import { clockTime, shortDay } from '../kit/dates';
import { Confirm } from '../kit/dialog';
import { Loaded } from '../kit/loaded';
import { inLanguage } from '../kit/texts';
import { useToast } from '../kit/toasts';
import type { ChosenStudent } from './chosen-student';
import { type EachAnswer, sendEach } from './each';
import { Refused } from './refused';

const reasons = ['ILLNESS', 'CARE', 'WORK_DUTY', 'OTHER'] as const;
type Reason = (typeof reasons)[number];

const t = inLanguage({
  nb: {
    title: (n: number) => `Meld fravær for ${n === 1 ? '1 student' : `${n} studenter`}`,
    sessions: 'Økter',
    reason: 'Årsak',
    reasons: { ILLNESS: 'Sykdom', CARE: 'Omsorg', WORK_DUTY: 'Vakt', OTHER: 'Annet' },
    consequence: 'Fraværet blir meldt, og venter på at noen avgjør om det er gyldig. Gyldig fravær senker ikke kravet.',
    confirm: (n: number) => `Meld fravær for ${n}`,
    done: (n: number) => `Meldte fravær for ${n}.`,
  },
  nn: {
    title: (n: number) => `Meld fråvær for ${n === 1 ? '1 student' : `${n} studentar`}`,
    sessions: 'Økter',
    reason: 'Årsak',
    reasons: { ILLNESS: 'Sjukdom', CARE: 'Omsorg', WORK_DUTY: 'Vakt', OTHER: 'Anna' },
    consequence:
      'Fråværet blir meldt, og ventar på at nokon avgjer om det er gyldig. Gyldig fråvær senkar ikkje kravet.',
    confirm: (n: number) => `Meld fråvær for ${n}`,
    done: (n: number) => `Melde fråvær for ${n}.`,
  },
  en: {
    title: (n: number) => `Report absence of ${n === 1 ? '1 student' : `${n} students`}`,
    sessions: 'Sessions',
    reason: 'Reason',
    reasons: { ILLNESS: 'Illness', CARE: 'Care', WORK_DUTY: 'Duty', OTHER: 'Other' },
    consequence: 'The absence is reported, and somebody decides whether it is excused. No requirement becomes lower.',
    confirm: (n: number) => `Report absence of ${n}`,
    done: (n: number) => `Reported absence of ${n}.`,
  },
});

interface AbsenceProps {
  readonly of: ListedClass;
  readonly rows: readonly ChosenStudent[];
  readonly onClose: () => void;
  readonly onDone: () => void;
}

interface Absence {
  readonly sessions: readonly string[];
  readonly reason: Reason;
}

/** Reports that students are, or were, away from sessions. */
export const AbsenceDialog = ({ of, rows, onClose, onDone }: AbsenceProps) => {
  const details = useClassDetails(of.id);
  const toast = useToast();
  const id = useId();
  const [sessions, setSessions] = useState<readonly string[]>([]);
  const [reason, setReason] = useState<Reason>('ILLNESS');
  const [answers, setAnswers] = useState<readonly EachAnswer<ChosenStudent>[]>([]);
  const act = useAct<Absence>(async (absence, key) => {
    const found = await sendEach(rows, key, ({ studentNo }) => ({
      id: studentNo,
      path: `/classes/${of.id}/absences`,
      json: { studentNo, ...absence },
    }));
    setAnswers(found);
    const done = found.filter(({ refused }) => refused === undefined).length;
    if (done > 0) toast({ text: t.done(done) });
    if (done < found.length) throw new Error('refused');
  });
  return (
    <Confirm
      title={t.title(rows.length)}
      onClose={onClose}
      onDone={onDone}
      act={answers.length > 0 ? { ...act, problem: undefined } : act}
      input={{ sessions, reason }}
      confirm={t.confirm(rows.length)}
      isReady={sessions.length > 0 && answers.length === 0}
    >
      <Loaded of={details}>
        {({ course }) => (
          <fieldset class="ds-fieldset session-choice">
            <legend class="ds-label">{t.sessions}</legend>
            {(course?.sessions ?? []).map(({ code, title, startsAt }) => (
              <label key={code} class="choice-line">
                <input
                  type="checkbox"
                  class="ds-input"
                  checked={sessions.includes(code)}
                  onChange={({ currentTarget }) =>
                    setSessions(currentTarget.checked ? [...sessions, code] : sessions.filter((one) => one !== code))
                  }
                />
                {shortDay(startsAt.slice(0, 10))} {clockTime(startsAt)} · {title}
              </label>
            ))}
          </fieldset>
        )}
      </Loaded>
      <div class="ds-field">
        <label class="ds-label" for={id}>
          {t.reason}
        </label>
        <select
          id={id}
          class="ds-input"
          value={reason}
          onChange={({ currentTarget }) => setReason(reasons.find((one) => one === currentTarget.value)!)}
        >
          {reasons.map((one) => (
            <option key={one} value={one}>
              {t.reasons[one]}
            </option>
          ))}
        </select>
      </div>
      <p class="ds-paragraph">{t.consequence}</p>
      <Refused answers={answers} />
    </Confirm>
  );
};
