import { Link } from 'wouter-preact';
import { clockTime, dayAndTime } from '../kit/dates';
import { Page } from '../kit/page';
import { inLanguage } from '../kit/texts';
import { disputesOf } from './disputes';
import { waitingOf } from './door';
import { LoggedOutNote } from './line-status';
import type { Order } from './orders';
import { isToBeSent } from './sending';
import { t as common, presences } from './texts';
import { useDoor } from './use-door';

const t = inLanguage({
  nb: {
    title: 'Synkronisering',
    onDevice: (n: number) => (n === 0 ? 'Ingenting venter på enheten.' : `${n} merker på enheten.`),
    sendsWhen: 'Sendes når nettet er tilbake.',
    sending: 'Sender nå …',
    safe: '✓ Sikret: lukk appen trygt',
    saving: 'Lagrer …',
    lastSent: 'Sist sendt',
    never: 'ikke ennå',
    disputes: (n: number) => `Uenighet (${n})`,
    you: 'du',
    keep: 'Behold',
    settled: 'Avgjort her:',
    refused: (n: number) => `Ikke tatt imot (${n})`,
    forget: 'Fjern',
    tryNow: 'Prøv nå',
    export: 'Eksporter kø',
    lock: 'Låsing av økten',
    door: 'Skannet kode',
  },
  nn: {
    title: 'Synkronisering',
    onDevice: (n: number) => (n === 0 ? 'Ingenting ventar på eininga.' : `${n} merke på eininga.`),
    sendsWhen: 'Blir sendt når nettet er tilbake.',
    sending: 'Sender no …',
    safe: '✓ Sikra: lukk appen trygt',
    saving: 'Lagrar …',
    lastSent: 'Sist sendt',
    never: 'ikkje enno',
    disputes: (n: number) => `Usemje (${n})`,
    you: 'du',
    keep: 'Behald',
    settled: 'Avgjort her:',
    refused: (n: number) => `Ikkje teke imot (${n})`,
    forget: 'Fjern',
    tryNow: 'Prøv no',
    export: 'Eksporter kø',
    lock: 'Låsing av økta',
    door: 'Skanna kode',
  },
  en: {
    title: 'Synchronisation',
    onDevice: (n: number) => (n === 0 ? 'Nothing waits on the device.' : `${n} marks on the device.`),
    sendsWhen: 'Sent when the network is back.',
    sending: 'Sending now …',
    safe: '✓ Safe: the app can be closed',
    saving: 'Saving …',
    lastSent: 'Last sent',
    never: 'not yet',
    disputes: (n: number) => `Disagreement (${n})`,
    you: 'you',
    keep: 'Keep',
    settled: 'Settled here:',
    refused: (n: number) => `Not taken (${n})`,
    forget: 'Remove',
    tryNow: 'Try now',
    export: 'Export the queue',
    lock: 'Locking of the session',
    door: 'Scanned code',
  },
});

/** Marks that disagree: theirs beside yours, and which to keep. */
const Disputes = () => {
  const [door, state] = useDoor();
  const disputes = disputesOf(state, door.holder);
  if (disputes.length === 0) return null;
  return (
    <section class="stack">
      <h2 class="ds-heading" data-size="xs">
        {t.disputes(disputes.length)}
      </h2>
      <ul class="plain">
        {disputes.map(({ place, title, studentNo, name, marks, presences: choices, settled }) => (
          <li key={`${title}${studentNo}`} class="dispute">
            <strong>{name}</strong> <span class="subtle">{title}</span>
            <p>
              {marks
                .map(({ by, isOwn, presence, observedAt }) =>
                  [isOwn ? t.you : (state.staff[by] ?? by), presences[presence].word, clockTime(observedAt)].join(' '),
                )
                .join(', ')}
            </p>
            {settled ? (
              <p>
                {t.settled} {presences[settled].word}
              </p>
            ) : (
              <div class="acts">
                {choices.map((presence) => (
                  <button
                    key={presence}
                    type="button"
                    class="ds-button"
                    data-variant="secondary"
                    onClick={() =>
                      door.settle(
                        place,
                        studentNo,
                        presence,
                        marks.map(({ id }) => id),
                      )
                    }
                  >
                    {t.keep} {presences[presence].letter}
                    <span class="only-read">: {presences[presence].word}</span>
                  </button>
                ))}
              </div>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
};

const Refused = ({
  orders,
  nameOf,
}: {
  readonly orders: readonly Order[];
  readonly nameOf: (order: Order) => string;
}) => {
  const [door] = useDoor();
  if (orders.length === 0) return null;
  return (
    <section class="stack">
      <h2 class="ds-heading" data-size="xs">
        {t.refused(orders.length)}
      </h2>
      <ul class="plain">
        {orders.map((order) => (
          <li key={order.id} class="dispute">
            <strong>{nameOf(order)}</strong>{' '}
            {order.progress.at === 'refused' && (order.progress.message ?? order.progress.code)}
            <div class="acts">
              <button type="button" class="ds-button" data-variant="tertiary" onClick={() => door.forget(order.id)}>
                {t.forget}
              </button>
            </div>
          </li>
        ))}
      </ul>
    </section>
  );
};

/** How far what was said here has come, and what became of it. */
export const SyncScreen = () => {
  const [door, state] = useDoor();
  const { line, orders, isSafe, rosters } = state;
  const waiting = waitingOf(state);
  const nameOf = (order: Order): string => {
    if (order.kind === 'lock') return t.lock;
    if (order.studentNo === undefined) return t.door;
    const all = [...rosters.values()].flatMap(({ expected }) => expected);
    return all.find(({ studentNo }) => studentNo === order.studentNo)?.listName ?? order.studentNo;
  };
  const exported = (): void => {
    const queue = orders.filter(isToBeSent).map(({ progress: _, ...order }) => order);
    const url = URL.createObjectURL(new Blob([JSON.stringify(queue, null, 2)], { type: 'application/json' }));
    Object.assign(document.createElement('a'), { href: url, download: 'oppmote-ko.json' }).click();
    URL.revokeObjectURL(url);
  };
  return (
    <main class="door">
      <Page
        title={t.title}
        trail={
          <Link class="ds-link" href="/oppmote">
            ‹ {common.back}
          </Link>
        }
      >
        <LoggedOutNote />
        <div class="stack" role="status">
          <p class="answer">
            {line.isOnline ? (
              <>● {common.online}</>
            ) : (
              <>
                ○ {common.offlineSince} {line.offlineSince && clockTime(line.offlineSince)}
              </>
            )}
          </p>
          <p>
            {t.onDevice(waiting)} {waiting > 0 && !line.isOnline && t.sendsWhen} {line.isSending && t.sending}
          </p>
          <p>{isSafe ? t.safe : t.saving}</p>
        </div>
        <p class="subtle">
          {t.lastSent}: {line.lastSentAt ? dayAndTime(line.lastSentAt) : t.never}
        </p>
        <Disputes />
        <Refused orders={orders.filter(({ progress }) => progress.at === 'refused')} nameOf={nameOf} />
        <div class="acts">
          <button type="button" class="ds-button" onClick={() => void door.send({ isUrgent: true })}>
            {t.tryNow}
          </button>
          <button type="button" class="ds-button" data-variant="secondary" disabled={waiting === 0} onClick={exported}>
            {t.export}
          </button>
          <button type="button" class="ds-button" data-variant="tertiary" onClick={() => history.back()}>
            {common.toList}
          </button>
        </div>
      </Page>
    </main>
  );
};
