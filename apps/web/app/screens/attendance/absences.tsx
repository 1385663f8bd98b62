import { useState } from 'preact/hooks';
import type { ExcuseBasis, RefusalReason } from '../../../../../libs/attendance/src/domain/absence.events';
import { address, send } from '../../api/client';
import { useAct } from '../../kit/act';
import { plainDay, shortDay } from '../../kit/dates';
import { Confirm } from '../../kit/dialog';
import { Loaded } from '../../kit/loaded';
import { inLanguage } from '../../kit/texts';
import { useToast } from '../../kit/toasts';
import { type Absence, useAbsences, useNames, useRegisters } from './attendance-queries';
import { excuseWords } from './attendance-texts';
import { sessionHead } from './cell-words';

const t = inLanguage({
  nb: {
    none: 'Ingen har meldt fravær. Meldinger fra studentene kommer hit.',
    reported: 'Meldt',
    answerBy: 'svar innen',
    evidence: 'Se dokumentasjonen',
    noEvidence: 'Ingen dokumentasjon ennå. Den kan sendes til og med',
    approve: 'Godkjenn …',
    refuse: 'Avslå …',
    approveTitle: 'Gyldig fravær',
    refuseTitle: 'Ikke gyldig fravær',
    basis: 'Grunnlag',
    bases: { DOCUMENT_ATTACHED: 'Vedlagt dokument', DOCUMENT_SHOWN: 'Vist dokument', STATEMENT: 'Studentens ord' },
    reason: 'Grunn',
    reasons: {
      NO_EVIDENCE: 'Dokumentasjon mangler',
      EVIDENCE_INSUFFICIENT: 'Dokumentasjonen holder ikke',
      REASON_NOT_VALID: 'Grunnen er ikke gyldig',
    },
    hours: 'Gyldig fravær senker ikke kravet til oppmøte. Timene som mistes, teller ikke.',
    doApprove: 'Godkjenn 1',
    doRefuse: 'Avslå 1',
    decided: 'Avgjort. Studenten ser svaret.',
    status: { REPORTED: 'Venter på svar', EXCUSED: '✓ Gyldig', NOT_EXCUSED: '✗ Ikke gyldig', WITHDRAWN: 'Trukket' },
  },
  nn: {
    none: 'Ingen har meldt fråvær. Meldingar frå studentane kjem hit.',
    reported: 'Meldt',
    answerBy: 'svar innan',
    evidence: 'Sjå dokumentasjonen',
    noEvidence: 'Ingen dokumentasjon enno. Han kan sendast til og med',
    approve: 'Godkjenn …',
    refuse: 'Avslå …',
    approveTitle: 'Gyldig fråvær',
    refuseTitle: 'Ikkje gyldig fråvær',
    basis: 'Grunnlag',
    bases: { DOCUMENT_ATTACHED: 'Vedlagt dokument', DOCUMENT_SHOWN: 'Vist dokument', STATEMENT: 'Orda til studenten' },
    reason: 'Grunn',
    reasons: {
      NO_EVIDENCE: 'Dokumentasjon manglar',
      EVIDENCE_INSUFFICIENT: 'Dokumentasjonen held ikkje',
      REASON_NOT_VALID: 'Grunnen er ikkje gyldig',
    },
    hours: 'Gyldig fråvær senkar ikkje kravet til oppmøte. Timane som går tapt, tel ikkje.',
    doApprove: 'Godkjenn 1',
    doRefuse: 'Avslå 1',
    decided: 'Avgjort. Studenten ser svaret.',
    status: { REPORTED: 'Ventar på svar', EXCUSED: '✓ Gyldig', NOT_EXCUSED: '✗ Ikkje gyldig', WITHDRAWN: 'Trekt' },
  },
  en: {
    none: 'Nobody has reported absence. Reports from the students come here.',
    reported: 'Reported',
    answerBy: 'answer by',
    evidence: 'See the evidence',
    noEvidence: 'No evidence yet. It may be sent until',
    approve: 'Approve …',
    refuse: 'Refuse …',
    approveTitle: 'Excused absence',
    refuseTitle: 'Absence not excused',
    basis: 'Basis',
    bases: {
      DOCUMENT_ATTACHED: 'Document attached',
      DOCUMENT_SHOWN: 'Document shown',
      STATEMENT: "The student's word",
    },
    reason: 'Reason',
    reasons: {
      NO_EVIDENCE: 'Evidence is missing',
      EVIDENCE_INSUFFICIENT: 'The evidence is not enough',
      REASON_NOT_VALID: 'The reason is not valid',
    },
    hours: 'An excused absence does not lower the requirement. The hours missed do not count.',
    doApprove: 'Approve 1',
    doRefuse: 'Refuse 1',
    decided: 'Decided. The student sees the answer.',
    status: {
      REPORTED: 'Waits for an answer',
      EXCUSED: '✓ Excused',
      NOT_EXCUSED: '✗ Not excused',
      WITHDRAWN: 'Withdrawn',
    },
  },
});

interface Deciding {
  readonly absence: Absence;
  readonly isApproval: boolean;
}

const Decision = ({ of, name, onClose }: { of: Deciding; name: string; onClose: (isDone: boolean) => void }) => {
  const { absence, isApproval } = of;
  const [basis, setBasis] = useState<ExcuseBasis>(absence.evidence ? 'DOCUMENT_ATTACHED' : 'STATEMENT');
  const [reason, setReason] = useState<RefusalReason>('REASON_NOT_VALID');
  const act = useAct((body: object, key) => send(`/absences/${absence.id}/decisions`, { json: body, key }));
  const options: readonly (readonly [string, string])[] = Object.entries(isApproval ? t.bases : t.reasons).filter(
    ([code]) => code !== 'DOCUMENT_ATTACHED' || absence.evidence,
  );
  return (
    <Confirm
      title={`${isApproval ? t.approveTitle : t.refuseTitle}: ${name}`}
      act={act}
      input={isApproval ? { outcome: 'EXCUSED', basis } : { outcome: 'NOT_EXCUSED', reason }}
      confirm={isApproval ? t.doApprove : t.doRefuse}
      onClose={() => onClose(false)}
      onDone={() => onClose(true)}
    >
      <label class="ds-field">
        <span class="ds-label">{isApproval ? t.basis : t.reason}</span>
        <select
          class="ds-input"
          value={isApproval ? basis : reason}
          onChange={({ currentTarget: { value } }) =>
            isApproval ? setBasis(value as ExcuseBasis) : setReason(value as RefusalReason)
          }
        >
          {options.map(([code, word]) => (
            <option key={code} value={code}>
              {word}
            </option>
          ))}
        </select>
      </label>
      {isApproval && <p>{t.hours}</p>}
    </Confirm>
  );
};

/** Absence that students told of, those without an answer first. */
export const Absences = ({ classId }: { readonly classId: string }) => {
  const absences = useAbsences(classId);
  const registers = useRegisters(classId);
  const names = useNames(classId);
  const toast = useToast();
  const [deciding, setDeciding] = useState<Deciding | undefined>(undefined);
  const nameOf = ({ studentNo }: Absence): string => names.get(studentNo) ?? studentNo;
  const sessionWords = (code: string): string => {
    const found = registers.data?.data.find(({ session }) => session === code);
    return found ? sessionHead(found).short : code;
  };
  const isWaiting = ({ status }: Absence): boolean => status === 'REPORTED';
  return (
    <Loaded of={absences}>
      {(all) =>
        all.length === 0 ? (
          <p class="empty">{t.none}</p>
        ) : (
          <>
            <ul class="cards">
              {[...all.filter(isWaiting), ...all.filter((one) => !isWaiting(one))].map((one) => (
                <li key={one.id} class="ds-card">
                  <strong>{nameOf(one)}</strong>, {excuseWords[one.reason]}
                  <p>{one.sessions.map(sessionWords).join(' · ')}</p>
                  <p class="subtle">
                    {t.status[one.status]} · {t.reported} {shortDay(one.reportedAt.slice(0, 10))}
                    {isWaiting(one) && ` · ${t.answerBy} ${plainDay(one.answerDueOn)}`}
                  </p>
                  <p>
                    {one.evidence ? (
                      <a class="ds-link" href={address(`/absences/${one.id}/evidence`)}>
                        {t.evidence}
                      </a>
                    ) : (
                      isWaiting(one) && `${t.noEvidence} ${plainDay(one.evidenceDueOn)}.`
                    )}
                  </p>
                  {isWaiting(one) && (
                    <div class="acts">
                      <button
                        type="button"
                        class="ds-button"
                        onClick={() => setDeciding({ absence: one, isApproval: true })}
                      >
                        {t.approve}
                      </button>
                      <button
                        type="button"
                        class="ds-button"
                        data-variant="secondary"
                        onClick={() => setDeciding({ absence: one, isApproval: false })}
                      >
                        {t.refuse}
                      </button>
                    </div>
                  )}
                </li>
              ))}
            </ul>
            {deciding && (
              <Decision
                of={deciding}
                name={nameOf(deciding.absence)}
                onClose={(isDone) => {
                  setDeciding(undefined);
                  if (isDone) toast({ text: t.decided });
                }}
              />
            )}
          </>
        )
      }
    </Loaded>
  );
};
