import { useQuery } from '@tanstack/preact-query';
import { useState } from 'preact/hooks';
import type { CertificateView } from '../../../../../libs/certificates/src/http/certificate.dto';
import type { MadeShareView, ShareView } from '../../../../../libs/certificates/src/http/share.dto';
import { get, send } from '../../api/client';
import { useAct } from '../../kit/act';
import { dayAndTime, number } from '../../kit/dates';
import { Loaded } from '../../kit/loaded';
import { ProblemNote } from '../../kit/problem';
import { inLanguage } from '../../kit/texts';

const t = inLanguage({
  nb: {
    title: 'Delte lenker',
    none: 'Ingen lenker er laget.',
    days: 'Gjelder i',
    forDays: (days: number) => `${days} dager`,
    recipient: 'Til hvem (valgfritt)',
    make: 'Lag lenke',
    once: 'Kopier adressen nå. Den vises bare denne gangen.',
    until: 'gjelder til',
    opened: (n: string) => `åpnet ${n} ganger`,
    close: 'Ta ut av bruk',
    OPEN: '✓ Åpen',
    EXPIRED: '– Utløpt',
    USED_UP: '– Brukt opp',
    REVOKED: '✗ Tatt ut av bruk',
  },
  nn: {
    title: 'Delte lenkjer',
    none: 'Ingen lenkjer er laga.',
    days: 'Gjeld i',
    forDays: (days: number) => `${days} dagar`,
    recipient: 'Til kven (valfritt)',
    make: 'Lag lenkje',
    once: 'Kopier adressa no. Ho blir berre vist denne gongen.',
    until: 'gjeld til',
    opened: (n: string) => `opna ${n} gonger`,
    close: 'Ta ut av bruk',
    OPEN: '✓ Open',
    EXPIRED: '– Gått ut',
    USED_UP: '– Brukt opp',
    REVOKED: '✗ Teken ut av bruk',
  },
  en: {
    title: 'Shared links',
    none: 'No links have been made.',
    days: 'Good for',
    forDays: (days: number) => `${days} days`,
    recipient: 'For whom (optional)',
    make: 'Make a link',
    once: 'Copy the address now. It is shown this once.',
    until: 'good until',
    opened: (n: string) => `opened ${n} times`,
    close: 'Take out of use',
    OPEN: '✓ Open',
    EXPIRED: '– Expired',
    USED_UP: '– Used up',
    REVOKED: '✗ Taken out of use',
  },
});

const DAYS = [7, 30, 180] as const;

/** The links by which the certificate is shown: made for the holder, counted, taken out of use. */
export const Shares = ({ of: { certificateNo, state } }: { readonly of: CertificateView }) => {
  const [expiresInDays, setDays] = useState<(typeof DAYS)[number]>(30);
  const [recipient, setRecipient] = useState('');
  const [made, setMade] = useState<MadeShareView | undefined>();
  const at = `/certificates/${certificateNo}/shares`;
  const shares = useQuery({
    queryKey: ['certificates', 'shares', certificateNo],
    queryFn: () => get<{ readonly data: readonly ShareView[] }>(at),
  });
  const make = useAct(async (input: object, key) => setMade(await send<MadeShareView>(at, { json: input, key })));
  const close = useAct((id: string, key) => send(`${at}/${id}/revocations`, { json: {}, key }));
  return (
    <section class="stack" aria-labelledby="lenker">
      <h2 class="ds-heading" data-size="2xs" id="lenker">
        {t.title}
      </h2>
      {state === 'VALID' && (
        <form
          class="acts"
          onSubmit={(event) => {
            event.preventDefault();
            void make.run({ expiresInDays, ...(recipient.trim() !== '' && { recipient: recipient.trim() }) });
          }}
        >
          <label class="ds-label" for="dager">
            {t.days}
          </label>
          <select
            class="ds-input"
            id="dager"
            value={expiresInDays}
            onChange={(event) => setDays(Number(event.currentTarget.value) as typeof expiresInDays)}
          >
            {DAYS.map((days) => (
              <option key={days} value={days}>
                {t.forDays(days)}
              </option>
            ))}
          </select>
          <label class="ds-label" for="til">
            {t.recipient}
          </label>
          <input
            class="ds-input"
            id="til"
            value={recipient}
            onInput={(event) => setRecipient(event.currentTarget.value)}
          />
          <button type="submit" class="ds-button" data-variant="secondary" disabled={make.isSending}>
            {t.make}
          </button>
        </form>
      )}
      {make.problem && <ProblemNote error={make.problem} />}
      {made && (
        <div class="ds-alert" data-color="info" role="status">
          {t.once}
          <p class="hash">
            <code>{made.url}</code>
          </p>
        </div>
      )}
      {close.problem && <ProblemNote error={close.problem} />}
      <Loaded of={shares}>
        {({ data }) =>
          data.length === 0 ? (
            <p class="quiet">{t.none}</p>
          ) : (
            <ul class="plain-list">
              {data.map((one) => (
                <li key={one.id}>
                  {t[one.state]} · {one.recipient ?? '–'} · {t.until} {dayAndTime(one.expiresAt)} ·{' '}
                  {t.opened(number(one.opens))}{' '}
                  {one.state === 'OPEN' && (
                    <button
                      type="button"
                      class="ds-button"
                      data-variant="tertiary"
                      data-size="sm"
                      disabled={close.isSending}
                      onClick={() => void close.run(one.id)}
                    >
                      {t.close}
                    </button>
                  )}
                </li>
              ))}
            </ul>
          )
        }
      </Loaded>
    </section>
  );
};
