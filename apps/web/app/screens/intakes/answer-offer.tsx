import { useState } from 'preact/hooks';
import { send } from '../../api/client';
import { useAct } from '../../kit/act';
import { dayAndTime } from '../../kit/dates';
import { Confirm } from '../../kit/dialog';
import { inLanguage } from '../../kit/texts';
import type { RoundOfferView } from './rounds-data';

const t = inLanguage({
  nb: {
    title: 'Registrer svar',
    about: (code: string, wish: number) => `Tilbud om plass i ${code} (ønske ${wish}).`,
    holds: (code: string) => `Har plass i ${code} og mister den bare ved å takke ja til den nye.`,
    answer: 'Svar',
    yes: 'Ja',
    no: 'Nei takk',
    yesWaiting: (classes: string) => `Ja, og venter fortsatt på ${classes}`,
    yesOnly: 'Ja, og venter ikke på noe annet',
    noWaiting: (classes: string) => `Nei, men venter fortsatt på ${classes}`,
    noOnly: 'Nei takk, og venter ikke lenger',
    at: 'Svarte (tomt er nå)',
    due: 'Svarfrist',
    save: 'Registrer svaret',
    or: 'eller',
  },
  nn: {
    title: 'Registrer svar',
    about: (code: string, wish: number) => `Tilbod om plass i ${code} (ønske ${wish}).`,
    holds: (code: string) => `Har plass i ${code} og mister han berre ved å takke ja til den nye.`,
    answer: 'Svar',
    yes: 'Ja',
    no: 'Nei takk',
    yesWaiting: (classes: string) => `Ja, og ventar framleis på ${classes}`,
    yesOnly: 'Ja, og ventar ikkje på noko anna',
    noWaiting: (classes: string) => `Nei, men ventar framleis på ${classes}`,
    noOnly: 'Nei takk, og ventar ikkje lenger',
    at: 'Svarte (tomt er no)',
    due: 'Svarfrist',
    save: 'Registrer svaret',
    or: 'eller',
  },
  en: {
    title: 'Register an answer',
    about: (code: string, wish: number) => `An offer of a place in ${code} (wish ${wish}).`,
    holds: (code: string) => `Has a place in ${code}, and loses it only by accepting the new one.`,
    answer: 'Answer',
    yes: 'Yes',
    no: 'No, thanks',
    yesWaiting: (classes: string) => `Yes, and goes on waiting for ${classes}`,
    yesOnly: 'Yes, and waits for nothing else',
    noWaiting: (classes: string) => `No, but goes on waiting for ${classes}`,
    noOnly: 'No, thanks, and waits no longer',
    at: 'Answered (empty is now)',
    due: 'To be answered by',
    save: 'Register the answer',
    or: 'or',
  },
});

interface Choice {
  readonly answer: 'ACCEPT' | 'DECLINE';
  readonly keepWaiting: boolean;
  readonly words: string;
}

/** Only the answers that make sense: without a better wish left it is yes or no. */
const choicesOf = ({ better }: RoundOfferView): readonly Choice[] => {
  if (better.length === 0)
    return [
      { answer: 'ACCEPT', keepWaiting: false, words: t.yes },
      { answer: 'DECLINE', keepWaiting: false, words: t.no },
    ];
  const classes = better.join(` ${t.or} `);
  return [
    { answer: 'ACCEPT', keepWaiting: true, words: t.yesWaiting(classes) },
    { answer: 'ACCEPT', keepWaiting: false, words: t.yesOnly },
    { answer: 'DECLINE', keepWaiting: true, words: t.noWaiting(classes) },
    { answer: 'DECLINE', keepWaiting: false, words: t.noOnly },
  ];
};

interface AnswerOfferProps {
  readonly offer: RoundOfferView;
  readonly replyBy: string;
  readonly onClose: () => void;
}

/** The office registers what an applicant answered by telephone: the same choices as the applicant has. */
export const AnswerOffer = ({ offer, replyBy, onClose }: AnswerOfferProps) => {
  const [choice, setChoice] = useState<Choice | undefined>(undefined);
  const [at, setAt] = useState('');
  const act = useAct(({ chosen, answeredAt }: { readonly chosen: Choice; readonly answeredAt: string }, key) =>
    send(`/offers/${offer.id}/answers`, {
      json: {
        answer: chosen.answer,
        keepWaiting: chosen.keepWaiting,
        ...(answeredAt && { answeredAt: new Date(answeredAt).toISOString() }),
      },
      key,
    }),
  );
  return (
    <Confirm
      title={`${t.title}: ${offer.name ?? offer.applicationNo}`}
      onClose={onClose}
      act={act}
      input={{ chosen: choice!, answeredAt: at }}
      confirm={t.save}
      isReady={choice !== undefined}
      onDone={onClose}
    >
      <p>
        {t.about(offer.class, offer.wishNo)} {t.due}: {dayAndTime(replyBy)}.
      </p>
      {offer.holds && <p>{t.holds(offer.holds)}</p>}
      <fieldset class="ds-fieldset">
        <legend class="ds-label">{t.answer}</legend>
        {choicesOf(offer).map((one) => (
          <label class="choice-line" key={one.words}>
            <input
              class="ds-input"
              type="radio"
              name="answer"
              checked={choice?.words === one.words}
              onChange={() => setChoice(one)}
            />
            {one.words}
          </label>
        ))}
      </fieldset>
      <label class="ds-field">
        <span class="ds-label">{t.at}</span>
        <input
          class="ds-input"
          type="datetime-local"
          value={at}
          onInput={({ currentTarget }) => setAt(currentTarget.value)}
        />
      </label>
    </Confirm>
  );
};
