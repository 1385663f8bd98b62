import { useState } from 'preact/hooks';
import { send } from '../../api/client';
import { useAct } from '../../kit/act';
import { dayAndTime, number } from '../../kit/dates';
import { Confirm } from '../../kit/dialog';
import { Loaded } from '../../kit/loaded';
import { ProblemNote } from '../../kit/problem';
import { Table } from '../../kit/table';
import { inLanguage } from '../../kit/texts';
import { useToast } from '../../kit/toasts';
import { useUrlState } from '../../kit/url-state';
import { AnswerOffer } from './answer-offer';
import { fileBody } from './csv';
import type { IntakeView } from './intake-data';
import { type RoundOfferView, useRoundOffers } from './rounds-data';
import { answerWords, quotaWords } from './words';

const t = inLanguage({
  nb: {
    caption: 'Tilbudene i runde',
    all: 'Alle',
    answer: 'Svar',
    applicant: 'Søker',
    class: 'Klasse',
    quota: 'Kvote',
    wish: 'Ønske',
    at: 'Svarte',
    keeps: 'venter på',
    register: 'Registrer svar',
    act: 'Handling',
    empty: 'Ingen tilbud med det svaret.',
    file: 'Svar fra fil (answers.csv)',
    imported: (yes: string, no: string, late: string) => `✓ ${yes} ja, ${no} nei, ${late} for sent`,
    close: 'Avslutt runden',
    closing: (count: string) =>
      `${count} tilbud er ikke besvart og faller bort. En plass som søkeren har fra før, beholdes.`,
    lapse: 'Avslutt, bortfall',
    closed: 'Runden er avsluttet.',
    deadline: 'Svarfrist',
  },
  nn: {
    caption: 'Tilboda i runde',
    all: 'Alle',
    answer: 'Svar',
    applicant: 'Søkjar',
    class: 'Klasse',
    quota: 'Kvote',
    wish: 'Ønske',
    at: 'Svarte',
    keeps: 'ventar på',
    register: 'Registrer svar',
    act: 'Handling',
    empty: 'Ingen tilbod med det svaret.',
    file: 'Svar frå fil (answers.csv)',
    imported: (yes: string, no: string, late: string) => `✓ ${yes} ja, ${no} nei, ${late} for seint`,
    close: 'Avslutt runden',
    closing: (count: string) =>
      `${count} tilbod er ikkje svara på og fell bort. Ein plass som søkjaren har frå før, blir behalden.`,
    lapse: 'Avslutt, bortfall',
    closed: 'Runden er avslutta.',
    deadline: 'Svarfrist',
  },
  en: {
    caption: 'The offers of round',
    all: 'All',
    answer: 'Answer',
    applicant: 'Applicant',
    class: 'Class',
    quota: 'Quota',
    wish: 'Wish',
    at: 'Answered',
    keeps: 'waits for',
    register: 'Register an answer',
    act: 'Act',
    empty: 'No offers with that answer.',
    file: 'Answers from a file (answers.csv)',
    imported: (yes: string, no: string, late: string) => `✓ ${yes} yes, ${no} no, ${late} too late`,
    close: 'Close the round',
    closing: (count: string) => `${count} offers are not answered and lapse. A place held from before is kept.`,
    lapse: 'Close, lapsing',
    closed: 'The round is closed.',
    deadline: 'To be answered by',
  },
});

type Round = IntakeView['rounds'][number];

const CloseRound = ({
  at,
  open,
  onClose,
}: {
  readonly at: string;
  readonly open: number;
  readonly onClose: () => void;
}) => {
  const toast = useToast();
  const act = useAct(async (path: string, key) => {
    await send(path, { json: {}, key });
    toast({ text: t.closed });
  });
  return (
    <Confirm
      title={t.close}
      onClose={onClose}
      act={act}
      input={`${at}/closings`}
      confirm={`${t.lapse} ${number(open)}`}
      isDanger
      onDone={onClose}
    >
      <p>{t.closing(number(open))}</p>
    </Confirm>
  );
};

interface AnswerImport {
  readonly accepted: number;
  readonly declined: number;
  readonly late: number;
}

const AnswerFile = ({ at }: { readonly at: string }) => {
  const [result, setResult] = useState('');
  const act = useAct(async (file: File, key) => {
    const done = await send<AnswerImport>(`${at}/answer-imports`, { body: fileBody(file), key });
    setResult(t.imported(number(done.accepted), number(done.declined), number(done.late)));
  });
  return (
    <>
      <label class="ds-field narrow">
        <span class="ds-label">{t.file}</span>
        <input
          class="ds-input"
          type="file"
          accept=".csv,text/csv"
          onChange={({ currentTarget }) => {
            const file = currentTarget.files?.[0];
            if (file) void act.run(file);
          }}
        />
      </label>
      <p role="status">{result}</p>
      {act.problem && <ProblemNote error={act.problem} />}
    </>
  );
};

/** The offers of one round and what was answered; the office answers for applicants, and closes the round. */
export const RoundOffers = ({
  intake,
  round: { round, status, replyBy },
}: {
  readonly intake: IntakeView;
  readonly round: Round;
}) => {
  const [answer, setAnswer] = useUrlState('svar');
  const [answering, setAnswering] = useState<RoundOfferView | undefined>(undefined);
  const [isClosing, setClosing] = useState(false);
  const offers = useRoundOffers(intake.id, round);
  const at = `/intakes/${intake.id}/rounds/${round}`;
  const outcome = ({ outcome: came }: RoundOfferView): keyof typeof answerWords => came ?? 'OPEN';
  return (
    <Loaded of={offers}>
      {(all) => {
        const count = (key: string): number => all.filter((one) => outcome(one) === key).length;
        const shown = answer ? all.filter((one) => outcome(one) === answer) : all;
        return (
          <section class="stack" aria-labelledby="round-offers">
            <h2 class="ds-heading" data-size="xs" id="round-offers">
              {t.caption} {round}. {t.deadline}: {dayAndTime(replyBy)}
            </h2>
            {status === 'offered' && (
              <div class="round-acts">
                <AnswerFile at={at} />
                <button type="button" class="ds-button" data-variant="secondary" onClick={() => setClosing(true)}>
                  {t.close}
                </button>
              </div>
            )}
            <fieldset class="ds-fieldset">
              <legend class="ds-label">{t.answer}</legend>
              <div class="choice-row">
                {[
                  ['', t.all, all.length] as const,
                  ...Object.entries(answerWords).map(([key, words]) => [key, words, count(key)] as const),
                ].map(([key, words, number_]) => (
                  <label class="choice-line" key={key}>
                    <input
                      class="ds-input"
                      type="radio"
                      name="svar"
                      checked={(answer ?? '') === key}
                      onChange={() => setAnswer(key || undefined)}
                    />
                    {words} ({number(number_)})
                  </label>
                ))}
              </div>
            </fieldset>
            <Table
              caption={`${t.caption} ${round}`}
              rows={shown}
              rowKey={({ id }) => id}
              onOpen={(offer) => outcome(offer) === 'OPEN' && setAnswering(offer)}
              empty={<p>{t.empty}</p>}
              tools={{
                name: `${t.caption} ${round} ${intake.code}`,
                person: ({ applicationId }) => ({ applicationId }),
              }}
              columns={[
                {
                  key: 'soker',
                  header: t.applicant,
                  isName: true,
                  sortBy: ({ name, applicationNo }) => name ?? applicationNo,
                  cell: ({ name, applicationNo }) => name ?? applicationNo,
                },
                { key: 'klasse', header: t.class, sortBy: (offer) => offer.class, cell: (offer) => offer.class },
                { key: 'kvote', header: t.quota, sortBy: ({ quota }) => quota, cell: ({ quota }) => quotaWords[quota] },
                { key: 'onske', header: t.wish, isNumber: true, cell: ({ wishNo }) => wishNo },
                {
                  key: 'utfall',
                  header: t.answer,
                  sortBy: outcome,
                  cell: (offer) =>
                    `${answerWords[outcome(offer)]}${offer.keepWaiting && offer.better.length > 0 ? `, ${t.keeps} ${offer.better.join(', ')}` : ''}`,
                },
                {
                  key: 'naar',
                  header: t.at,
                  file: [{ type: 'instant', value: ({ answeredAt }) => answeredAt }],
                  cell: ({ answeredAt }) => answeredAt && dayAndTime(answeredAt),
                },
                {
                  key: 'handling',
                  header: t.act,
                  file: [],
                  cell: (offer) =>
                    outcome(offer) === 'OPEN' && (
                      <button
                        type="button"
                        class="ds-button"
                        data-variant="secondary"
                        data-size="sm"
                        aria-label={`${t.register}: ${offer.name ?? offer.applicationNo}`}
                        onClick={() => setAnswering(offer)}
                      >
                        {t.register}
                      </button>
                    ),
                },
              ]}
            />
            {answering && <AnswerOffer offer={answering} replyBy={replyBy} onClose={() => setAnswering(undefined)} />}
            {isClosing && <CloseRound at={at} open={count('OPEN')} onClose={() => setClosing(false)} />}
          </section>
        );
      }}
    </Loaded>
  );
};
