import { useQuery } from '@tanstack/preact-query';
import { useState } from 'preact/hooks';
import type { AwardPreview } from '../../../../../libs/credits/src/http/award-view';
import { get } from '../../api/client';
import { useStaff } from '../../frame/staff';
import { byAlphabet } from '../../kit/dates';
import { inLanguage } from '../../kit/texts';
import { useUrlState } from '../../kit/url-state';
import type { ClassSummary } from './classes';
import type { Correction } from './correction-csv';

const t = inLanguage({
  nb: {
    student: 'Student',
    choose: 'Velg student',
    kind: 'Hva rettes',
    NAME_CHANGE: 'Etternavn',
    HPR_NUMBER: 'HPR-nummer',
    ATTENDANCE: 'Oppmøte',
    RESULT: 'Resultat',
    values: {
      NAME_CHANGE: 'Nytt etternavn',
      HPR_NUMBER: 'Riktig HPR-nummer (tomt: tas bort)',
      ATTENDANCE: 'Timer per økt, som M7=0.0,M8=2.5',
      RESULT: 'PASSED, FAILED eller en karakter; med flere vurderinger PROJECT_PAPER=C',
    },
    reason: 'Begrunnelse',
    lowers: 'Gir rettelsen færre poeng, må en annen godkjenne den. Da får du en lenke å gi videre.',
    look: 'Se hva som skjer',
  },
  nn: {
    student: 'Student',
    choose: 'Vel student',
    kind: 'Kva blir retta',
    NAME_CHANGE: 'Etternamn',
    HPR_NUMBER: 'HPR-nummer',
    ATTENDANCE: 'Oppmøte',
    RESULT: 'Resultat',
    values: {
      NAME_CHANGE: 'Nytt etternamn',
      HPR_NUMBER: 'Rett HPR-nummer (tomt: blir teke bort)',
      ATTENDANCE: 'Timar per økt, som M7=0.0,M8=2.5',
      RESULT: 'PASSED, FAILED eller ein karakter; med fleire vurderingar PROJECT_PAPER=C',
    },
    reason: 'Grunngiving',
    lowers: 'Gir rettinga færre poeng, må ein annan godkjenne ho. Då får du ei lenkje å gi vidare.',
    look: 'Sjå kva som skjer',
  },
  en: {
    student: 'Student',
    choose: 'Choose a student',
    kind: 'What is corrected',
    NAME_CHANGE: 'Family name',
    HPR_NUMBER: 'HPR number',
    ATTENDANCE: 'Attendance',
    RESULT: 'Result',
    values: {
      NAME_CHANGE: 'The new family name',
      HPR_NUMBER: 'The right HPR number (blank: taken away)',
      ATTENDANCE: 'Hours per session, as M7=0.0,M8=2.5',
      RESULT: 'PASSED, FAILED or a grade; with several assessments PROJECT_PAPER=C',
    },
    reason: 'Reason',
    lowers: 'If the correction gives fewer points, somebody else has to approve it. You get a link to hand on.',
    look: 'See what happens',
  },
});

const kinds = ['NAME_CHANGE', 'HPR_NUMBER', 'ATTENDANCE', 'RESULT'] as const;

const kindIn = (text: string | undefined): Correction['kind'] => kinds.find((kind) => kind === text) ?? 'NAME_CHANGE';

interface FormProps {
  readonly of: ClassSummary;
  readonly isLooking: boolean;
  readonly onLook: (correction: Omit<Correction, 'at'>) => void;
}

/** One correction, filled in by hand. */
export const CorrectionForm = ({ of: { id }, isLooking, onLook }: FormProps) => {
  const me = useStaff().code;
  const [studentNo = '', setStudent] = useUrlState('student');
  const [type, setType] = useUrlState('type');
  const [value, setValue] = useState('');
  const [reason, setReason] = useState('');
  const preview = useQuery({
    queryKey: ['credits', 'award-preview', id],
    queryFn: () => get<AwardPreview>(`/classes/${id}/award-preview`),
  });
  const kind = kindIn(type);
  const students = [...(preview.data?.data ?? [])].sort((one, other) =>
    byAlphabet(`${one.familyName}, ${one.givenNames}`, `${other.familyName}, ${other.givenNames}`),
  );
  const isReady = studentNo !== '' && reason.trim() !== '' && (value.trim() !== '' || kind === 'HPR_NUMBER');
  const look = (event: Event): void => {
    event.preventDefault();
    if (!isReady || isLooking) return;
    onLook({ kind, studentNo, value: value.trim(), reason: reason.trim(), recordedBy: me });
  };
  return (
    <form class="stack" onSubmit={look}>
      <div class="fields">
        <div class="ds-field">
          <label class="ds-label" for="student">
            {t.student}
          </label>
          <select
            class="ds-input"
            id="student"
            value={studentNo}
            onChange={(event) => setStudent(event.currentTarget.value || undefined)}
          >
            <option value="">{t.choose}</option>
            {students.map((one) => (
              <option key={one.studentNo} value={one.studentNo}>
                {one.familyName}, {one.givenNames} ({one.studentNo})
              </option>
            ))}
          </select>
        </div>
        <div class="ds-field">
          <label class="ds-label" for="type">
            {t.kind}
          </label>
          <select class="ds-input" id="type" value={kind} onChange={(event) => setType(event.currentTarget.value)}>
            {kinds.map((one) => (
              <option key={one} value={one}>
                {t[one]}
              </option>
            ))}
          </select>
        </div>
        <div class="ds-field">
          <label class="ds-label" for="verdi">
            {t.values[kind]}
          </label>
          <input
            class="ds-input"
            id="verdi"
            autocomplete="off"
            value={value}
            onInput={(event) => setValue(event.currentTarget.value)}
          />
        </div>
        <div class="ds-field">
          <label class="ds-label" for="begrunnelse">
            {t.reason}
          </label>
          <input
            class="ds-input"
            id="begrunnelse"
            value={reason}
            onInput={(event) => setReason(event.currentTarget.value)}
          />
        </div>
      </div>
      <p class="quiet">{t.lowers}</p>
      <div class="acts">
        <button type="submit" class="ds-button" disabled={!isReady || isLooking} aria-busy={isLooking}>
          {t.look}
        </button>
      </div>
    </form>
  );
};
