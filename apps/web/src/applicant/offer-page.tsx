import type { LetterLine, OwnOffer, PlaceInOrder } from '@kull/admissions';
import type { ComponentChildren } from 'preact';
import { type Language, weekdayText } from '../kit/language';
import { pageText, type Viewer } from '../kit/page';
import { BirthDateField, LogInInstead } from './birth-date-field';
import { Letters, letterTexts } from './letters';
import { type OfferStage, offerTexts } from './offer-texts';
import { proofTexts } from './proof-texts';
import { anyOf, timeText } from './times';

/** What somebody behind the link may see, and what they have just done. */
export interface OfferPageParts {
  readonly language: Language;
  readonly viewer?: Viewer;
  /** The address of the link, without a ticket. */
  readonly path: string;
  readonly offer: OwnOffer;
  /** They have shown who they are; until then the page says what the letter said, and no more. */
  readonly isProved: boolean;
  readonly order?: PlaceInOrder;
  /** Only for whoever has shown who they are. */
  readonly letter?: { readonly line: LetterLine; readonly path: string };
  /** They asked for the letter, and have not shown who they are. */
  readonly asksForLetter?: boolean;
  /** Where the whole calculation is; only for whoever is logged in. */
  readonly decisionPath?: string;
  /** Names this visit, so that an answer that is sent twice counts once. */
  readonly visit: string;
  readonly notice?: 'WRONG_BIRTH_DATE' | 'NOTHING_CHOSEN' | 'ANSWERED_BEFORE';
  /** The number of the choice that was sent along with a mistake. */
  readonly chosen?: number;
}

export const stageOf = ({ outcome, choices }: OwnOffer): OfferStage =>
  outcome ?? (choices.length > 0 ? 'OPEN' : 'OVER');

const COLORS = { OPEN: 'info', ACCEPTED: 'success', DECLINED: 'info', LAPSED: 'warning', OVER: 'warning' } as const;

const Facts = ({ language, offer, isProved, order }: OfferPageParts) => {
  const { terms, wish, quotas, order: orderText } = offerTexts[language];
  return (
    <dl class="facts">
      <dt>{terms.programme}</dt>
      <dd>{offer.programme}</dd>
      <dt>{terms.class}</dt>
      <dd>
        <strong>{offer.class}</strong>
        {isProved && ` (${wish(offer.wishNo)})`}
      </dd>
      <dt>{terms.site}</dt>
      <dd>{offer.site}</dd>
      <dt>{terms.starts}</dt>
      <dd>{weekdayText(language, offer.startsOn)}</dd>
      {isProved && (
        <>
          <dt>{terms.quota}</dt>
          <dd>
            {quotas[offer.quota]}
            {order && `, ${orderText(order.number, order.of)}`}
          </dd>
        </>
      )}
    </dl>
  );
};

const Choices = ({ language, offer, chosen, notice }: OfferPageParts) => {
  const { question, choice, nothingChosen } = offerTexts[language];
  const hasBetter = offer.choices.length > 2;
  const isMissing = notice === 'NOTHING_CHOSEN';
  return (
    <fieldset class="ds-fieldset" aria-describedby={isMissing ? 'valg-feil' : undefined}>
      <legend class="ds-label">{question}</legend>
      {offer.choices.map((one, at) => (
        <div key={at} class="ds-field choice">
          <input
            type="radio"
            class="ds-input"
            id={`valg-${at}`}
            name="valg"
            value={at}
            required
            checked={chosen === at}
          />
          <label class="ds-label" data-weight="regular" for={`valg-${at}`}>
            {choice({ ...one, class: offer.class, heldBefore: offer.heldBefore, hasBetter })}
          </label>
        </div>
      ))}
      {isMissing && (
        <p id="valg-feil" class="ds-validation-message" data-color="danger">
          {nothingChosen}
        </p>
      )}
    </fieldset>
  );
};

const Deadline = ({ language, offer }: OfferPageParts) => {
  const { deadline, silence } = offerTexts[language];
  return (
    <p class="ds-paragraph">
      <strong>{deadline(timeText(language, offer.replyBy))}</strong> {silence}
    </p>
  );
};

/** The answer: one form, one press. The deadline stands where it is sent. */
const AnswerForm = (parts: OfferPageParts) => {
  const { language, path, offer, isProved, visit, notice } = parts;
  const { held, send } = offerTexts[language];
  return (
    <>
      {offer.heldBefore && <p class="ds-paragraph">{held(offer.heldBefore, offer.class)}</p>}
      <form class="stack" method="post" action={path}>
        <input type="hidden" name="besok" value={visit} />
        <Choices {...parts} />
        {!isProved && <BirthDateField language={language} isWrong={notice === 'WRONG_BIRTH_DATE'} />}
        <Deadline {...parts} />
        <button class="ds-button" type="submit">
          {send}
        </button>
      </form>
      {!isProved && <LogInInstead language={language} path={path} />}
    </>
  );
};

/** What came of it, and what happens now. */
const Receipt = ({ language, offer, decisionPath }: OfferPageParts) => {
  const texts = offerTexts[language];
  const { outcome, answeredAt, heldBefore, waitsFor, late, replyBy } = offer;
  const lines = [
    ...(answeredAt ? [texts.answeredAt(timeText(language, answeredAt))] : []),
    ...late.map((one) => texts.late(timeText(language, one.answeredAt), timeText(language, replyBy))),
    ...(answeredAt || late.length > 0 ? [] : [texts.over(timeText(language, replyBy))]),
  ];
  const isAccepted = outcome === 'ACCEPTED';
  const next = [
    ...(isAccepted ? [texts.has(offer.class, weekdayText(language, offer.startsOn))] : []),
    ...(isAccepted && heldBefore ? [texts.gaveUp(heldBefore)] : []),
    ...(isAccepted ? [] : [heldBefore ? texts.keeps(heldBefore) : texts.noPlace]),
    waitsFor.length > 0 ? texts.waits(anyOf(language, waitsFor)) : texts.waitsNot,
  ];
  return (
    <>
      <div class="ds-alert" data-color={COLORS[stageOf(offer)]} role="status">
        {lines.map((line) => (
          <p key={line} class="ds-paragraph">
            {line}
          </p>
        ))}
      </div>
      <h2 class="ds-heading" data-size="sm">
        {texts.next}
      </h2>
      <ul class="ds-list">
        {next.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
      {answeredAt && <p class="ds-paragraph">{texts.cannotChange}</p>}
      {decisionPath && (
        <p>
          <a class="ds-link" href={decisionPath}>
            {texts.decision}
          </a>
        </p>
      )}
    </>
  );
};

const ProofForm = ({ language, path, notice, asksForLetter }: OfferPageParts) => (
  <>
    <form class="stack" method="post" action={`${path}/se`}>
      <p class="ds-paragraph">{asksForLetter ? letterTexts[language].proofLead : offerTexts[language].proofLead}</p>
      <BirthDateField language={language} isWrong={notice === 'WRONG_BIRTH_DATE'} />
      <button class="ds-button" type="submit">
        {proofTexts[language].show}
      </button>
    </form>
    <LogInInstead language={language} path={path} />
  </>
);

const Body = (parts: OfferPageParts): ComponentChildren => {
  const { language, offer, isProved, order, decisionPath, notice, letter, asksForLetter } = parts;
  const texts = offerTexts[language];
  if (!isProved && (stageOf(offer) !== 'OPEN' || asksForLetter)) return <ProofForm {...parts} />;
  return (
    <>
      {notice === 'ANSWERED_BEFORE' && (
        <div class="ds-alert" data-color="warning" role="alert">
          <p class="ds-paragraph">{texts.answeredBefore}</p>
        </div>
      )}
      <Facts {...parts} />
      {stageOf(offer) === 'OPEN' ? (
        <>
          {order && decisionPath && (
            <p>
              <a class="ds-link" href={decisionPath}>
                {texts.calculation}
              </a>
            </p>
          )}
          <AnswerForm {...parts} />
          {!isProved && (
            <p>
              <a class="ds-link" href={`${parts.path}/brev`}>
                {letterTexts[language].download}
              </a>
            </p>
          )}
        </>
      ) : (
        <Receipt {...parts} />
      )}
      {letter && <Letters language={language} letters={[letter.line]} pathTo={() => letter.path} level="h2" />}
    </>
  );
};

/** S7: an offer, answered in one form without a script; after that, the receipt. */
export const offerPage = (parts: OfferPageParts): string => {
  const { language, path, viewer, offer, isProved } = parts;
  const stage = stageOf(offer);
  const { titles } = offerTexts[language];
  // Who has not shown who they are is not told what was answered.
  const title = stage === 'OPEN' || isProved ? titles[stage] : offer.class;
  return pageText({
    language,
    title,
    path,
    viewer,
    children: (
      <>
        <h1 class="ds-heading" data-size="md">
          {title}
        </h1>
        <Body {...parts} />
      </>
    ),
  });
};
