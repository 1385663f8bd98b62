import { useState } from 'preact/hooks';
import { send } from '../../api/client';
import { useAct } from '../../kit/act';
import { dayAndTime } from '../../kit/dates';
import { Confirm } from '../../kit/dialog';
import { ProblemNote } from '../../kit/problem';
import { inLanguage } from '../../kit/texts';
import { useToast } from '../../kit/toasts';
import type { IntakeView } from './intake-data';
import { LetterExamples } from './letter-examples';
import type { NextRound } from './rounds-data';

const t = inLanguage({
  nb: {
    legend: 'Send runden',
    bySelf: (at: string) => `automatisk ${at}`,
    byOffice: 'etter godkjenning: noen i administrasjonen sender den',
    approvedBy: (who: string) => `Godkjent av ${who}. Det kan tas tilbake til runden er sendt.`,
    title: (round: number) => `Godkjenn at runde ${round} sendes av seg selv`,
    what: (at: string) =>
      `Tilbudene regnes ut og sendes ${at}, slik opptaket står da. Er runden før ikke avsluttet, eller rangeringen ikke kjørt på nytt etter endringer, sendes ingenting, og oversikten sier fra.`,
    type: (code: string) => `Skriv ${code} for å bekrefte`,
    approve: 'Godkjenn',
    approved: 'Runden sendes av seg selv.',
    withdrawn: 'Runden sendes ikke av seg selv lenger.',
    stopped: 'Runden ble ikke sendt.',
    why: {
      PREVIOUS_ROUND_OPEN: 'Runden før var ikke avsluttet. Avslutt den, og send runden selv.',
      NOT_RANKED: 'Rangeringen var ikke kjørt etter siste endring. Kjør den, og send runden selv.',
    } as Readonly<Record<string, string>>,
    other: (code: string) => `Tilbudene kunne ikke gis (${code}). Forhåndsvis runden, og send den selv.`,
  },
  nn: {
    legend: 'Send runden',
    bySelf: (at: string) => `automatisk ${at}`,
    byOffice: 'etter godkjenning: nokon i administrasjonen sender han',
    approvedBy: (who: string) => `Godkjent av ${who}. Det kan takast tilbake til runden er send.`,
    title: (round: number) => `Godkjenn at runde ${round} blir send av seg sjølv`,
    what: (at: string) =>
      `Tilboda blir rekna ut og sende ${at}, slik opptaket står då. Er runden før ikkje avslutta, eller rangeringa ikkje køyrd på nytt etter endringar, blir ingenting sendt, og oversikta seier frå.`,
    type: (code: string) => `Skriv ${code} for å stadfeste`,
    approve: 'Godkjenn',
    approved: 'Runden blir send av seg sjølv.',
    withdrawn: 'Runden blir ikkje send av seg sjølv lenger.',
    stopped: 'Runden blei ikkje send.',
    why: {
      PREVIOUS_ROUND_OPEN: 'Runden før var ikkje avslutta. Avslutt han, og send runden sjølv.',
      NOT_RANKED: 'Rangeringa var ikkje køyrd etter siste endring. Køyr ho, og send runden sjølv.',
    } as Readonly<Record<string, string>>,
    other: (code: string) => `Tilboda kunne ikkje gis (${code}). Førehandsvis runden, og send han sjølv.`,
  },
  en: {
    legend: 'Send the round',
    bySelf: (at: string) => `automatically ${at}`,
    byOffice: 'after approval: somebody in the office sends it',
    approvedBy: (who: string) => `Approved by ${who}. It can be taken back until the round is sent.`,
    title: (round: number) => `Approve that round ${round} sends itself`,
    what: (at: string) =>
      `The offers are worked out and sent ${at}, as the intake stands then. If the round before is not closed, or the ranking is not run again after changes, nothing is sent, and the overview says so.`,
    type: (code: string) => `Write ${code} to confirm`,
    approve: 'Approve',
    approved: 'The round sends itself.',
    withdrawn: 'The round does not send itself any more.',
    stopped: 'The round was not sent.',
    why: {
      PREVIOUS_ROUND_OPEN: 'The round before was not closed. Close it, and send the round yourself.',
      NOT_RANKED: 'The ranking was not run after the last change. Run it, and send the round yourself.',
    } as Readonly<Record<string, string>>,
    other: (code: string) => `The offers could not be made (${code}). Preview the round, and send it yourself.`,
  },
});

interface SendingChoiceProps {
  readonly intake: IntakeView;
  readonly next: NextRound;
}

/** Whether the next round sends itself at its time: approved here beforehand, and taken back here (ux.md A5). */
export const SendingChoice = ({ intake, next: { round, offersAt, sending } }: SendingChoiceProps) => {
  const [isApproving, setApproving] = useState(false);
  const [typed, setTyped] = useState('');
  const toast = useToast();
  const at = `/intakes/${intake.id}/rounds/${round}`;
  const approve = useAct(async (path: string, key) => {
    await send(`${path}/sending-approvals`, { json: {}, key });
    toast({ text: t.approved });
  });
  const withdraw = useAct(async (path: string, key) => {
    await send(`${path}/sending-withdrawals`, { json: {}, key });
    toast({ text: t.withdrawn });
  });
  const isBySelf = sending?.status === 'approved';
  const when = dayAndTime(offersAt);
  const close = (): void => {
    setApproving(false);
    setTyped('');
  };
  return (
    // Not a child of the card itself: that would take the card's padding away.
    <div class="stack">
      {sending?.status === 'stopped' && (
        <p class="ds-alert" data-color="danger">
          {t.stopped} {t.why[sending.code ?? ''] ?? t.other(sending.code ?? '')}
        </p>
      )}
      <fieldset class="ds-fieldset">
        <legend class="ds-label">{t.legend}</legend>
        <label class="choice-line">
          <input
            class="ds-input"
            type="radio"
            name="sending"
            checked={isBySelf}
            onClick={(event) => {
              // Nothing is chosen before it is approved.
              if (isBySelf) return;
              event.preventDefault();
              setApproving(true);
            }}
          />
          {t.bySelf(when)}
        </label>
        <label class="choice-line">
          <input
            class="ds-input"
            type="radio"
            name="sending"
            checked={!isBySelf}
            disabled={withdraw.isSending}
            onChange={() => void withdraw.run(at)}
          />
          {t.byOffice}
        </label>
      </fieldset>
      {isBySelf && <p class="hint">{t.approvedBy(sending.approvedBy)}</p>}
      {withdraw.problem && <ProblemNote error={withdraw.problem} />}
      {isApproving && (
        <Confirm
          title={t.title(round)}
          onClose={close}
          act={approve}
          input={at}
          confirm={t.approve}
          isReady={typed.trim() === intake.code}
          onDone={close}
        >
          <p>{t.what(when)}</p>
          <label class="ds-field">
            <span class="ds-label">{t.type(intake.code)}</span>
            <input
              class="ds-input"
              autocomplete="off"
              value={typed}
              onInput={({ currentTarget }) => setTyped(currentTarget.value)}
            />
          </label>
          <LetterExamples intakeId={intake.id} kinds={['OFFER']} />
        </Confirm>
      )}
    </div>
  );
};
