import { useState } from 'preact/hooks';
import type { CertificateView } from '../../../../../libs/certificates/src/http/certificate.dto';
import type { RevocationProposal } from '../../../../../libs/certificates/src/http/revocation.dto';
import { send } from '../../api/client';
import { useAct } from '../../kit/act';
import { dayAndTime, number } from '../../kit/dates';
import { Confirm } from '../../kit/dialog';
import { inLanguage } from '../../kit/texts';
import { useToast } from '../../kit/toasts';
import { whyText } from './texts';

const t = inLanguage({
  nb: {
    title: (no: string) => `Trekk tilbake ${no}`,
    takes: (name: string, points: string) => `${name} mister ${points} kurspoeng.`,
    told: 'Innehaveren får beskjed, og kontrollsiden sier at beviset er trukket tilbake.',
    delivered: 'Legeforeningen får en linje om det, når uttalefristen er ute.',
    cannotBeUndone: 'Dette kan ikke angres.',
    another: 'Ingenting skjer før en annen administrator har godkjent.',
    reason: 'Årsak',
    choose: 'Velg årsak',
    propose: 'Foreslå å trekke tilbake',
    proposed: 'Foreslått. En annen administrator må godkjenne.',
    by: 'Foreslått av',
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
    another: 'Ingenting skjer før ein annan administrator har godkjent.',
    reason: 'Årsak',
    choose: 'Vel årsak',
    propose: 'Foreslå å trekkje tilbake',
    proposed: 'Foreslått. Ein annan administrator må godkjenne.',
    by: 'Foreslått av',
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
    another: 'Nothing happens before another administrator has approved.',
    reason: 'Reason',
    choose: 'Choose a reason',
    propose: 'Propose to revoke',
    proposed: 'Proposed. Another administrator has to approve.',
    by: 'Proposed by',
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

const Consequences = ({ of: { coursePoints }, holder }: Pick<RevokeProps, 'of' | 'holder'>) => (
  <ul class="ds-list">
    <li>{t.takes(holder, number(coursePoints))}</li>
    <li>{t.told}</li>
    <li>{t.delivered}</li>
    <li>{t.cannotBeUndone}</li>
  </ul>
);

/** One person proposes, with the reason; nothing happens yet. */
export const ProposeRevocation = (props: RevokeProps) => {
  const { certificateNo } = props.of;
  const toast = useToast();
  const [reasonCode, setReasonCode] = useState('');
  const propose = useAct((code: string, key) =>
    send(`/certificates/${certificateNo}/revocation-proposals`, { json: { reasonCode: code }, key }),
  );
  return (
    <Confirm
      title={t.title(certificateNo)}
      act={propose}
      input={reasonCode}
      confirm={t.propose}
      isDanger
      isReady={reasonCode !== ''}
      onClose={props.onClose}
      onDone={() => {
        toast({ text: t.proposed });
        props.onClose();
      }}
    >
      <Consequences {...props} />
      <p class="ds-paragraph">{t.another}</p>
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
    </Confirm>
  );
};

/** A second person sees who proposed it and why, and types the number: it is revoked. */
export const ApproveRevocation = (props: RevokeProps & { readonly proposal: RevocationProposal }) => {
  const { of, proposal, onClose } = props;
  const { certificateNo } = of;
  const toast = useToast();
  const [typed, setTyped] = useState('');
  const approve = useAct((no: string, key) => send(`/certificates/${no}/revocation-approvals`, { json: {}, key }));
  return (
    <Confirm
      title={t.title(certificateNo)}
      act={approve}
      input={certificateNo}
      confirm={t.confirm}
      isDanger
      isReady={typed.trim().toUpperCase() === certificateNo}
      onClose={onClose}
      onDone={() => {
        toast({ text: t.done(certificateNo) });
        onClose();
      }}
    >
      <p class="ds-paragraph">
        {t.by} {proposal.proposedBy} · {dayAndTime(proposal.proposedAt)} · {t.reason}: {whyText(proposal.reasonCode)}
      </p>
      <Consequences {...props} />
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
