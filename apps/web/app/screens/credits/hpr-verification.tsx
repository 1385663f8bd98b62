import { useState } from 'preact/hooks';
import type { AwardPreviewRow } from '../../../../../libs/credits/src/http/award-view';
import type { WaitingVerification } from '../../../../../libs/credits/src/waiting-verifications';
import { send } from '../../api/client';
import { useAct } from '../../kit/act';
import { dayAndTime, plainDay } from '../../kit/dates';
import { Confirm } from '../../kit/dialog';
import { inLanguage } from '../../kit/texts';
import { useToast } from '../../kit/toasts';

const t = inLanguage({
  nb: {
    propose: 'Bekreft HPR-nummeret til',
    intro: 'Før det som står i HPR for dette nummeret. En annen må se det samme og godkjenne før poengene slippes.',
    familyName: 'Etternavn i HPR',
    givenNames: 'Fornavn i HPR',
    birthDate: 'Fødselsdato i HPR',
    from: 'Autorisert fra',
    to: 'Autorisert til (tom: gjelder fortsatt)',
    evidence: 'Hva du har sett',
    note: 'Merknad',
    send: 'Foreslå bekreftelsen',
    sent: 'Foreslått. En annen må godkjenne.',
    approve: 'Godkjenn HPR-nummeret til',
    proposedBy: 'Foreslått av',
    approveIt: 'Godkjenn og vurder poengene',
    approved: 'Godkjent. Poengene er vurdert på nytt.',
    hash: 'Dokumentets SHA-256',
    profession: 'Yrke',
    physician: 'Lege',
  },
  nn: {
    propose: 'Stadfest HPR-nummeret til',
    intro: 'Før det som står i HPR for dette nummeret. Ein annan må sjå det same og godkjenne før poenga blir sleppte.',
    familyName: 'Etternamn i HPR',
    givenNames: 'Førenamn i HPR',
    birthDate: 'Fødselsdato i HPR',
    from: 'Autorisert frå',
    to: 'Autorisert til (tom: gjeld framleis)',
    evidence: 'Kva du har sett',
    note: 'Merknad',
    send: 'Foreslå stadfestinga',
    sent: 'Foreslått. Ein annan må godkjenne.',
    approve: 'Godkjenn HPR-nummeret til',
    proposedBy: 'Foreslått av',
    approveIt: 'Godkjenn og vurder poenga',
    approved: 'Godkjent. Poenga er vurderte på nytt.',
    hash: 'SHA-256 til dokumentet',
    profession: 'Yrke',
    physician: 'Lege',
  },
  en: {
    propose: 'Verify the HPR number of',
    intro:
      'Enter what HPR has under this number. Another person has to see the same and approve before points are released.',
    familyName: 'Family name in HPR',
    givenNames: 'Given names in HPR',
    birthDate: 'Birth date in HPR',
    from: 'Authorised from',
    to: 'Authorised to (blank: still)',
    evidence: 'What you have seen',
    note: 'Note',
    send: 'Propose the verification',
    sent: 'Proposed. Another person has to approve.',
    approve: 'Approve the HPR number of',
    proposedBy: 'Proposed by',
    approveIt: 'Approve and judge the points',
    approved: 'Approved. The points were judged anew.',
    hash: 'SHA-256 of the document',
    profession: 'Profession',
    physician: 'Physician',
  },
});

const evidenceTexts: Readonly<Record<WaitingVerification['evidenceClass'], string>> = inLanguage({
  nb: {
    AUTHORISATION_LETTER: 'Autorisasjonsbrev',
    REGISTER_EXTRACT: 'Utskrift fra HPR',
    REGISTER_PHONED: 'Helsedirektoratet på telefon',
    OTHER: 'Annet',
  },
  nn: {
    AUTHORISATION_LETTER: 'Autorisasjonsbrev',
    REGISTER_EXTRACT: 'Utskrift frå HPR',
    REGISTER_PHONED: 'Helsedirektoratet på telefon',
    OTHER: 'Anna',
  },
  en: {
    AUTHORISATION_LETTER: 'Letter of authorisation',
    REGISTER_EXTRACT: 'Extract of HPR',
    REGISTER_PHONED: 'The Directorate of Health by phone',
    OTHER: 'Other',
  },
});

const classes = Object.keys(evidenceTexts) as WaitingVerification['evidenceClass'][];

interface VerificationProps {
  readonly classId: string;
  readonly row: AwardPreviewRow;
  readonly onClose: () => void;
}

const at = ({ classId, row }: VerificationProps): string =>
  `/classes/${classId}/students/${row.studentNo}/hpr-verifications`;

/** One person says what the register has, on evidence. */
export const ProposeVerification = (props: VerificationProps) => {
  const { row, onClose } = props;
  const toast = useToast();
  const [line, setLine] = useState({
    familyName: row.familyName,
    givenNames: row.givenNames,
    birthDate: '',
    authorisedFrom: '',
    authorisedTo: '',
  });
  const [evidenceClass, setEvidenceClass] = useState(classes[0]!);
  const [note, setNote] = useState('');
  const propose = useAct((input: object, key) => send(at(props), { json: input, key }));
  const given = Object.fromEntries(Object.entries(line).filter(([, value]) => value.trim() !== ''));
  const body = {
    line: { ...given, profession: 'PHYSICIAN' },
    evidenceClass,
    ...(note.trim() !== '' && { note: note.trim() }),
  };
  const field = (name: keyof typeof line, label: string, isDay = false) => (
    <div class="ds-field">
      <label class="ds-label" for={`hpr-${name}`}>
        {label}
      </label>
      <input
        class="ds-input"
        id={`hpr-${name}`}
        {...(isDay ? { type: 'date' } : { type: 'text' })}
        value={line[name]}
        onInput={(event) => setLine({ ...line, [name]: event.currentTarget.value })}
      />
    </div>
  );
  return (
    <Confirm
      title={`${t.propose} ${row.givenNames} ${row.familyName}`}
      act={propose}
      input={body}
      confirm={t.send}
      isReady={line.familyName.trim() !== '' && line.givenNames.trim() !== ''}
      onClose={onClose}
      onDone={() => {
        toast({ text: t.sent });
        onClose();
      }}
    >
      <p class="ds-paragraph">{t.intro}</p>
      <div class="fields">
        {field('familyName', t.familyName)}
        {field('givenNames', t.givenNames)}
        {field('birthDate', t.birthDate, true)}
        {field('authorisedFrom', t.from, true)}
        {field('authorisedTo', t.to, true)}
        <div class="ds-field">
          <label class="ds-label" for="hpr-evidence">
            {t.evidence}
          </label>
          <select
            class="ds-input"
            id="hpr-evidence"
            value={evidenceClass}
            onChange={(event) => setEvidenceClass(event.currentTarget.value as typeof evidenceClass)}
          >
            {classes.map((one) => (
              <option key={one} value={one}>
                {evidenceTexts[one]}
              </option>
            ))}
          </select>
        </div>
      </div>
      <div class="ds-field">
        <label class="ds-label" for="hpr-note">
          {t.note}
        </label>
        <textarea
          class="ds-input"
          id="hpr-note"
          rows={2}
          value={note}
          onInput={(event) => setNote(event.currentTarget.value)}
        />
      </div>
    </Confirm>
  );
};

/** A second person sees what the first one saw, and approves in their own name. */
export const ApproveVerification = (props: VerificationProps & { readonly waiting: WaitingVerification }) => {
  const { row, waiting, onClose } = props;
  const toast = useToast();
  const approve = useAct((verification: string, key) =>
    send(`${at(props)}/${verification}/approvals`, { json: {}, key }),
  );
  const { line, evidenceClass, documentHash, note, proposedBy, proposedAt, verification } = waiting;
  const { familyName, givenNames, birthDate, authorisedFrom, authorisedTo, profession } = line;
  const facts: readonly (readonly [string, string | null | undefined])[] = [
    [t.familyName, familyName],
    [t.givenNames, givenNames],
    [t.birthDate, birthDate && plainDay(birthDate)],
    [t.profession, profession === 'PHYSICIAN' ? t.physician : profession],
    [t.from, authorisedFrom && plainDay(authorisedFrom)],
    [t.to, authorisedTo && plainDay(authorisedTo)],
    [t.evidence, evidenceTexts[evidenceClass]],
    [t.hash, documentHash],
    [t.note, note],
    [t.proposedBy, `${proposedBy} · ${dayAndTime(proposedAt)}`],
  ];
  return (
    <Confirm
      title={`${t.approve} ${row.givenNames} ${row.familyName}`}
      act={approve}
      input={verification}
      confirm={t.approveIt}
      onClose={onClose}
      onDone={() => {
        toast({ text: t.approved });
        onClose();
      }}
    >
      <dl class="facts">
        {facts.map(([name, value]) =>
          value ? (
            <>
              <dt>{name}</dt>
              <dd>{value}</dd>
            </>
          ) : null,
        )}
      </dl>
    </Confirm>
  );
};
