import { useQuery } from '@tanstack/preact-query';
import type { LetterLine } from '../../../../../libs/admissions/src/applicant-letters';
import type { LedgerRow } from '../../../../../libs/reminders/src/read-models/reminder-ledger.query';
import type { PersonApplication } from '../../../../api/src/persons/person-record';
import { address, get, getAll } from '../../api/client';
import { dayAndTime, plainDay } from '../../kit/dates';
import { Loaded } from '../../kit/loaded';
import { inLanguage } from '../../kit/texts';

const t = inLanguage({
  nb: {
    title: 'Brev',
    none: 'Ingen brev ennå.',
    kinds: {
      OFFER: 'Tilbud om plass',
      DECISION: 'Vedtak',
      APPEAL_DECISION: 'Svar på klage',
      PLACE_ON_APPEAL: 'Plass etter klage',
    },
    open: 'Åpne brevet (PDF)',
    written: 'skrevet',
    unwritten: 'ikke skrevet ennå; det skrives når noen henter det',
    mailed: 'e-post sendt',
    notMailed: 'ingen e-post sendt',
    hash: 'SHA-256',
  },
  nn: {
    title: 'Brev',
    none: 'Ingen brev enno.',
    kinds: {
      OFFER: 'Tilbod om plass',
      DECISION: 'Vedtak',
      APPEAL_DECISION: 'Svar på klage',
      PLACE_ON_APPEAL: 'Plass etter klage',
    },
    open: 'Opne brevet (PDF)',
    written: 'skrive',
    unwritten: 'ikkje skrive enno; det blir skrive når nokon hentar det',
    mailed: 'e-post send',
    notMailed: 'ingen e-post send',
    hash: 'SHA-256',
  },
  en: {
    title: 'Letters',
    none: 'No letters yet.',
    kinds: {
      OFFER: 'Offer of a place',
      DECISION: 'Decision',
      APPEAL_DECISION: 'Answer to an appeal',
      PLACE_ON_APPEAL: 'A place after an appeal',
    },
    open: 'Open the letter (PDF)',
    written: 'written',
    unwritten: 'not written yet; it is written when somebody fetches it',
    mailed: 'e-mail sent',
    notMailed: 'no e-mail sent',
    hash: 'SHA-256',
  },
});

const subjects: Readonly<Record<LetterLine['kind'], string>> = {
  OFFER: 'OFFER_MADE',
  DECISION: 'DECISION_MADE',
  APPEAL_DECISION: 'APPEAL_DECIDED',
  PLACE_ON_APPEAL: 'APPEAL_DECIDED',
};

/** When the mail that tells of the same as the letter left. */
const mailedAt = ({ kind, about, number }: LetterLine, mails: readonly LedgerRow[]): string | undefined =>
  mails.find(
    (mail) =>
      mail.subject === subjects[kind] &&
      mail.about === about &&
      mail.version === (kind === 'PLACE_ON_APPEAL' ? 'PLACE' : String(number)) &&
      mail.channel === 'MAIL' &&
      mail.state === 'SENT',
  )?.stateAt;

const Letter = ({ of, letter, mailed }: { of: PersonApplication; letter: LetterLine; mailed: string | undefined }) => (
  <li>
    {t.kinds[letter.kind]}, {plainDay(letter.on)}:{' '}
    <a
      class="ds-link"
      href={address(`/applications/${of.id}/letters/${letter.id}/document`)}
      aria-label={`${t.open}: ${t.kinds[letter.kind]}, ${plainDay(letter.on)}`}
    >
      {t.open}
    </a>
    <span class="letter-facts">
      {letter.written
        ? `${t.written} ${dayAndTime(letter.written.at)} (${letter.written.language}) · ${mailed ? `${t.mailed} ${dayAndTime(mailed)}` : t.notMailed} · ${t.hash} ${letter.written.sha256}`
        : t.unwritten}
    </span>
  </li>
);

/** Which letters there are about an application: when each was written and mailed, its hash, and the file itself. */
export const ApplicationLetters = ({ of, personId }: { readonly of: PersonApplication; readonly personId: string }) => {
  const letters = useQuery({
    queryKey: ['admissions', 'letters', of.id],
    queryFn: async () => (await get<{ readonly data: readonly LetterLine[] }>(`/applications/${of.id}/letters`)).data,
  });
  const mails = useQuery({
    queryKey: ['reminders', 'of-person', personId],
    queryFn: () => getAll<LedgerRow>('/reminders', { recipient: personId }),
  });
  return (
    <section class="stack">
      <h3 class="ds-heading" data-size="2xs">
        {t.title}
      </h3>
      <Loaded of={letters}>
        {(all) =>
          all.length === 0 ? (
            <p>{t.none}</p>
          ) : (
            <ul class="ds-list">
              {all.map((letter) => (
                <Letter key={letter.id} of={of} letter={letter} mailed={mailedAt(letter, mails.data ?? [])} />
              ))}
            </ul>
          )
        }
      </Loaded>
    </section>
  );
};
