import { useState } from 'preact/hooks';
import { send } from '../../api/client';
import { useAct } from '../../kit/act';
import { dayAndTime, number } from '../../kit/dates';
import { Confirm } from '../../kit/dialog';
import { inLanguage } from '../../kit/texts';
import { useToast } from '../../kit/toasts';
import type { IntakeView } from './intake-data';
import { LetterExamples } from './letter-examples';
import { OfferPreview } from './offer-preview';
import type { NextRound } from './rounds-data';

const t = inLanguage({
  nb: {
    title: 'Send tilbudene i runde',
    what: (offers: string, until: string) =>
      `${offers} søkere får tilbud med svarfrist ${until}. Det kan ikke gjøres om, og rangeringen ligger fast fra nå.`,
    keep: (count: string) => `${count} av dem har plass alt og beholder den til de takker ja.`,
    type: (code: string) => `Skriv ${code} for å bekrefte`,
    send: 'Send',
    sent: (count: string) => `${count} tilbud er sendt.`,
  },
  nn: {
    title: 'Send tilboda i runde',
    what: (offers: string, until: string) =>
      `${offers} søkjarar får tilbod med svarfrist ${until}. Det kan ikkje gjerast om, og rangeringa ligg fast frå no.`,
    keep: (count: string) => `${count} av dei har plass alt og beheld han til dei takkar ja.`,
    type: (code: string) => `Skriv ${code} for å stadfeste`,
    send: 'Send',
    sent: (count: string) => `${count} tilbod er sende.`,
  },
  en: {
    title: 'Send the offers of round',
    what: (offers: string, until: string) =>
      `${offers} applicants get an offer to be answered by ${until}. It cannot be undone, and the ranking is fixed from now on.`,
    keep: (count: string) => `${count} of them have a place already and keep it until they accept.`,
    type: (code: string) => `Write ${code} to confirm`,
    send: 'Send',
    sent: (count: string) => `${count} offers have been sent.`,
  },
});

interface SendRoundProps {
  readonly intake: IntakeView;
  readonly next: NextRound;
  readonly onClose: () => void;
}

/** The preview of a round, and its one irreversible confirmation: the code is typed, the count is in the button. */
export const SendRound = ({ intake, next, onClose }: SendRoundProps) => {
  const [typed, setTyped] = useState('');
  const toast = useToast();
  const act = useAct(async (round: number, key) => {
    const { offers } = await send<{ readonly offers: number }>(`/intakes/${intake.id}/rounds/${round}/offers`, {
      json: {},
      key,
    });
    toast({ text: t.sent(number(offers)) });
  });
  const count = number(next.offers.length);
  const keeping = next.offers.filter(({ holds }) => holds).length;
  return (
    <Confirm
      title={`${t.title} ${next.round}`}
      onClose={onClose}
      act={act}
      input={next.round}
      confirm={`${t.send} ${count}`}
      isDanger
      isReady={typed.trim() === intake.code}
      onDone={onClose}
    >
      <p>{t.what(count, dayAndTime(next.replyBy))}</p>
      {keeping > 0 && <p>{t.keep(number(keeping))}</p>}
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
      <OfferPreview offers={next.offers} />
    </Confirm>
  );
};
