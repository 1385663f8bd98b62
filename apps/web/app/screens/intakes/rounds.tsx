import { useState } from 'preact/hooks';
import { send } from '../../api/client';
import { useAct } from '../../kit/act';
import { dayAndTime, number } from '../../kit/dates';
import { Confirm } from '../../kit/dialog';
import { inLanguage } from '../../kit/texts';
import { useUrlState } from '../../kit/url-state';
import { Classes, Files } from './intake';
import { type IntakeView, placesOf } from './intake-data';
import { IntakePage } from './intake-page';
import { LetterExamples } from './letter-examples';
import { NextRoundBox } from './next-round';
import { RoundOffers } from './round-offers';
import { WaitingLists } from './waiting-lists';

const t = inLanguage({
  nb: {
    title: 'Runder',
    round: 'Runde',
    of: 'av',
    places: 'plasser',
    taken: 'tatt',
    open: 'åpne tilbud',
    free: 'ledige',
    states: { planned: '○ planlagt', offered: '◐ tilbud sendt', closed: '✓ avsluttet' },
    shown: 'Runden som vises',
    complete: 'Avslutt opptaket',
    completing: (count: string) =>
      `Alle rundene er avsluttet. Alle ${count} søknader får vedtak med begrunnelse, og ventelistene legges fast. Det kan ikke gjøres om.`,
    type: (code: string) => `Skriv ${code} for å bekrefte`,
    decide: 'Avslutt og lag vedtak for',
    done: 'Opptaket er avsluttet.',
  },
  nn: {
    title: 'Rundar',
    round: 'Runde',
    of: 'av',
    places: 'plassar',
    taken: 'tekne',
    open: 'opne tilbod',
    free: 'ledige',
    states: { planned: '○ planlagd', offered: '◐ tilbod sende', closed: '✓ avslutta' },
    shown: 'Runden som blir vist',
    complete: 'Avslutt opptaket',
    completing: (count: string) =>
      `Alle rundane er avslutta. Alle ${count} søknader får vedtak med grunngiving, og ventelistene blir lagde fast. Det kan ikkje gjerast om.`,
    type: (code: string) => `Skriv ${code} for å stadfeste`,
    decide: 'Avslutt og lag vedtak for',
    done: 'Opptaket er avslutta.',
  },
  en: {
    title: 'Rounds',
    round: 'Round',
    of: 'of',
    places: 'places',
    taken: 'taken',
    open: 'open offers',
    free: 'free',
    states: { planned: '○ planned', offered: '◐ offers sent', closed: '✓ closed' },
    shown: 'The round shown',
    complete: 'Complete the intake',
    completing: (count: string) =>
      `All rounds are closed. All ${count} applications get a decision with reasons, and the waiting lists are fixed. It cannot be undone.`,
    type: (code: string) => `Write ${code} to confirm`,
    decide: 'Complete and decide',
    done: 'The intake is completed.',
  },
});

const Complete = ({ intake }: { readonly intake: IntakeView }) => {
  const [isOpen, setOpen] = useState(false);
  const [typed, setTyped] = useState('');
  const act = useAct((id: string, key) => send(`/intakes/${id}/completions`, { json: {}, key }));
  if (intake.status === 'completed') return <p>✓ {t.done}</p>;
  if (intake.rounds.some(({ status }) => status !== 'closed')) return null;
  const count = number(intake.applications.takenIn);
  return (
    <>
      <button type="button" class="ds-button" onClick={() => setOpen(true)}>
        {t.complete}
      </button>
      {isOpen && (
        <Confirm
          title={t.complete}
          onClose={() => setOpen(false)}
          act={act}
          input={intake.id}
          confirm={`${t.decide} ${count}`}
          isDanger
          isReady={typed.trim() === intake.code}
          onDone={() => setOpen(false)}
        >
          <p>{t.completing(count)}</p>
          <LetterExamples
            intakeId={intake.id}
            kinds={['PLACE_HELD', 'WAITING', 'NO_PLACE', 'NOT_QUALIFIED', 'NEEDS_MORE']}
          />
          <label class="ds-field">
            <span class="ds-label">{t.type(intake.code)}</span>
            <input
              class="ds-input"
              autocomplete="off"
              value={typed}
              onInput={({ currentTarget }) => setTyped(currentTarget.value)}
            />
          </label>
        </Confirm>
      )}
    </>
  );
};

const Standing = ({ intake }: { readonly intake: IntakeView }) => {
  const { all, taken, open, free } = placesOf(intake);
  const made = intake.rounds.filter(({ status }) => status !== 'planned').length;
  return (
    <>
      <p class="answer">
        {t.round} {made} {t.of} {intake.rounds.length} · {number(all)} {t.places} · {number(taken)} {t.taken} ·{' '}
        {number(open)} {t.open} · {number(free)} {t.free}
      </p>
      <ol>
        {intake.rounds.map(({ round, offersAt, replyBy, status }) => (
          <li key={round}>
            {dayAndTime(offersAt)} – {dayAndTime(replyBy)}: {t.states[status]}
          </li>
        ))}
      </ol>
    </>
  );
};

const RoundsOf = ({ intake }: { readonly intake: IntakeView }) => {
  const [chosen, setChosen] = useUrlState('runde');
  const made = intake.rounds.filter(({ status }) => status !== 'planned');
  const round = made.find((one) => String(one.round) === chosen) ?? made.at(-1);
  return (
    <>
      <Standing intake={intake} />
      <Complete intake={intake} />
      <NextRoundBox intake={intake} />
      <Classes intake={intake} />
      {made.length > 1 && (
        <label class="ds-field narrow">
          <span class="ds-label">{t.shown}</span>
          <select
            class="ds-input"
            value={String(round!.round)}
            onChange={({ currentTarget }) => setChosen(currentTarget.value)}
          >
            {made.map((one) => (
              <option key={one.round} value={String(one.round)}>
                {t.round} {one.round}, {t.states[one.status]}
              </option>
            ))}
          </select>
        </label>
      )}
      {round && <RoundOffers key={round.round} intake={intake} round={round} />}
      <WaitingLists intake={intake} />
      <Files intake={intake} />
    </>
  );
};

const Rounds = () => <IntakePage title={t.title}>{(intake) => <RoundsOf intake={intake} />}</IntakePage>;

export default Rounds;
