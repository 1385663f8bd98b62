import { useQuery } from '@tanstack/preact-query';
import type { LedgerRow } from '../../../../../libs/reminders/src/read-models/reminder-ledger.query';
import { get, send } from '../../api/client';
import { useAct } from '../../kit/act';
import { dayAndTime } from '../../kit/dates';
import { ProblemNote } from '../../kit/problem';
import { type InLanguages, inLanguage } from '../../kit/texts';

const t = inLanguage({
  nb: { failed: 'Fikk ikke beskjed', tryAgain: 'Prøv igjen', certificate: 'Kursbevis' },
  nn: { failed: 'Fekk ikkje beskjed', tryAgain: 'Prøv igjen', certificate: 'Kursbevis' },
  en: { failed: 'Not told', tryAgain: 'Try again', certificate: 'Certificate' },
});

const states: InLanguages<Readonly<Record<string, string>>> = {
  nb: {
    FAILED: 'kom ikke fram',
    UNKNOWN: 'vi vet ikke om den kom fram',
    CANCELLED: 'ble ikke sendt',
    NO_ADDRESS: 'ingen e-postadresse som virker',
    SWITCHED_OFF: 'slike brev er slått av',
    DECLINED: 'har takket nei til slike brev',
    TOO_LATE: 'det var for sent',
  },
  nn: {
    FAILED: 'kom ikkje fram',
    UNKNOWN: 'vi veit ikkje om han kom fram',
    CANCELLED: 'vart ikkje send',
    NO_ADDRESS: 'inga e-postadresse som verkar',
    SWITCHED_OFF: 'slike brev er slått av',
    DECLINED: 'har takka nei til slike brev',
    TOO_LATE: 'det var for seint',
  },
  en: {
    FAILED: 'did not arrive',
    UNKNOWN: 'we do not know whether it arrived',
    CANCELLED: 'was not sent',
    NO_ADDRESS: 'no mail address that works',
    SWITCHED_OFF: 'such letters are switched off',
    DECLINED: 'has declined such letters',
    TOO_LATE: 'it was too late',
  },
};

/** What became of a letter, or why none is sent, in words. */
export const letterWord = (code: string): string => inLanguage(states)[code] ?? code;

interface Ledger {
  readonly counts: Readonly<Record<LedgerRow['state'], number>>;
  readonly data: readonly LedgerRow[];
}

/** The letters about the certificates of a class. */
export const useLetters = (classId: string, enabled: boolean) =>
  useQuery({
    queryKey: ['reminders', 'of-class', classId],
    queryFn: () => get<Ledger>('/reminders', { class: classId, subject: 'CERTIFICATE_ISSUED', limit: 200 }),
    enabled,
  });

/** A letter that a later version took the place of is not missed. */
const isFault = ({ state, reason }: LedgerRow): boolean =>
  ['FAILED', 'UNKNOWN'].includes(state) || (state === 'CANCELLED' && !['MOVED', 'WITHDRAWN'].includes(reason ?? ''));

/** Who was not told, why, and what can be done about it here. */
export const LetterFaults = ({ of }: { readonly of: readonly LedgerRow[] }) => {
  const again = useAct((id: string, key) =>
    send(`/reminders/${id}/resolutions`, { json: { resolution: 'SEND_AGAIN' }, key }),
  );
  const faults = of.filter(isFault);
  if (faults.length === 0) return null;
  return (
    <div class="stack">
      <h3 class="ds-heading" data-size="2xs">
        ⚠ {t.failed} {faults.length}
      </h3>
      <ul class="plain-list">
        {faults.map(({ id, about, state, stateAt, reason }) => (
          <li key={id}>
            <a class="ds-link" href={`/bevis/${about}`}>
              {t.certificate} {about}
            </a>
            : {letterWord(state)}
            {reason && `, ${letterWord(reason)}`} · {dayAndTime(stateAt)}{' '}
            {state === 'UNKNOWN' && (
              <button
                type="button"
                class="ds-button"
                data-variant="secondary"
                data-size="sm"
                disabled={again.isSending}
                aria-label={`${t.tryAgain}: ${about}`}
                onClick={() => void again.run(id)}
              >
                {t.tryAgain}
              </button>
            )}
          </li>
        ))}
      </ul>
      {again.problem && <ProblemNote error={again.problem} />}
    </div>
  );
};
