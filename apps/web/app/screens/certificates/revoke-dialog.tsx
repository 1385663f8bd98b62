import { useState } from 'preact/hooks';
import type { CertificateView } from '../../../../../libs/certificates/src/http/certificate.dto';
import { send } from '../../api/client';
import { useAct } from '../../kit/act';
import { number } from '../../kit/dates';
import { Confirm } from '../../kit/dialog';
import { inLanguage } from '../../kit/texts';
import { useToast } from '../../kit/toasts';
import { Approver } from '../credits/approver';
import { whyText } from './texts';

const t = inLanguage({
  nb: {
    title: (no: string) => `Trekk tilbake ${no}`,
    takes: (name: string, points: string) => `${name} mister ${points} kurspoeng.`,
    told: 'Innehaveren får beskjed, og kontrollsiden sier at beviset er trukket tilbake.',
    delivered: 'Legeforeningen får en linje om det, når uttalefristen er ute.',
    cannotBeUndone: 'Dette kan ikke angres.',
    reason: 'Årsak',
    choose: 'Velg årsak',
    type: (no: string) => `Skriv ${no} for å bekrefte`,
    confirm: 'Trekk tilbake 1 bevis',
    done: (no: string) => `Kursbevis ${no} er trukket tilbake.`,
  },
  nn: {
    title: (no: string) => `Trekk tilbake ${no}`,
    takes: (name: string, points: string) => `${name} mistar ${points} kurspoeng.`,
    told: 'Innehavaren får beskjed, og kontrollsida seier at beviset er trekt tilbake.',
    delivered: 'Legeforeininga får ei linje om det, når uttalefristen er ute.',
    cannotBeUndone: 'Dette kan ikkje angrast.',
    reason: 'Årsak',
    choose: 'Vel årsak',
    type: (no: string) => `Skriv ${no} for å stadfeste`,
    confirm: 'Trekk tilbake 1 bevis',
    done: (no: string) => `Kursbevis ${no} er trekt tilbake.`,
  },
  en: {
    title: (no: string) => `Revoke ${no}`,
    takes: (name: string, points: string) => `${name} loses ${points} course points.`,
    told: 'The holder is told, and the verification page says that it is revoked.',
    delivered: 'The medical association gets a line about it, once the time to comment is over.',
    cannotBeUndone: 'This cannot be undone.',
    reason: 'Reason',
    choose: 'Choose a reason',
    type: (no: string) => `Type ${no} to confirm`,
    confirm: 'Revoke 1 certificate',
    done: (no: string) => `Certificate ${no} is revoked.`,
  },
});

const reasons = ['WRONG_PERSON', 'FRAUD', 'APPROVAL_WITHDRAWN', 'SUBJECT_REQUEST'] as const;

interface RevokeProps {
  readonly of: CertificateView;
  readonly holder: string;
  readonly onClose: () => void;
}

/** Two persons revoke a certificate: the reason, what follows, and its number typed. */
export const RevokeDialog = ({ of: { certificateNo, coursePoints }, holder, onClose }: RevokeProps) => {
  const toast = useToast();
  const [reasonCode, setReasonCode] = useState('');
  const [approvedBy, setApprovedBy] = useState('');
  const [typed, setTyped] = useState('');
  const revoke = useAct((input: object, key) =>
    send(`/certificates/${certificateNo}/revocations`, { json: input, key }),
  );
  return (
    <Confirm
      title={t.title(certificateNo)}
      act={revoke}
      input={{ reasonCode, approvedBy }}
      confirm={t.confirm}
      isDanger
      isReady={reasonCode !== '' && approvedBy !== '' && typed.trim().toUpperCase() === certificateNo}
      onClose={onClose}
      onDone={() => {
        toast({ text: t.done(certificateNo) });
        onClose();
      }}
    >
      <ul class="ds-list">
        <li>{t.takes(holder, number(coursePoints))}</li>
        <li>{t.told}</li>
        <li>{t.delivered}</li>
        <li>{t.cannotBeUndone}</li>
      </ul>
      <div class="ds-field">
        <label class="ds-label" for="arsak">
          {t.reason}
        </label>
        <select
          class="ds-input"
          id="arsak"
          value={reasonCode}
          onChange={(event) => setReasonCode(event.currentTarget.value)}
        >
          <option value="">{t.choose}</option>
          {reasons.map((code) => (
            <option key={code} value={code}>
              {whyText(code)}
            </option>
          ))}
        </select>
      </div>
      <Approver value={approvedBy} onChange={setApprovedBy} />
      <div class="ds-field">
        <label class="ds-label" for="bekreft">
          {t.type(certificateNo)}
        </label>
        <input
          class="ds-input"
          id="bekreft"
          autocomplete="off"
          spellcheck={false}
          value={typed}
          onInput={(event) => setTyped(event.currentTarget.value)}
        />
      </div>
    </Confirm>
  );
};
