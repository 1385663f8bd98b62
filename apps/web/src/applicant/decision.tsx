import {
  type AppealView,
  type ApplicationOutcome,
  decisionWords,
  type LastOffered,
  type LetterLine,
  lineInWords,
  type OwnApplication,
} from '@kull/admissions';
import type { LocalDate, RequirementStatus } from '@kull/kernel';
import { type Language, weekdayText } from '../kit/language';
import { Scrolling } from '../kit/scrolling';
import { type AppealDraft, AppealForm } from './appeal-form';
import { decisionTexts } from './decision-texts';
import { Letters } from './letters';
import { timeText } from './times';

const MARKS: Readonly<Record<RequirementStatus, string>> = { met: '✓', not_met: '✗', waiting: '○' };

/** An application, and what its applicant may do about it. */
export interface DecisionParts {
  readonly language: Language;
  readonly today: LocalDate;
  readonly application: OwnApplication;
  /** Where an appeal is sent. */
  readonly appealAction: string;
  /** The newest last, and the address under which each is fetched. */
  readonly letters: readonly LetterLine[];
  readonly letterPath: (letter: LetterLine) => string;
  readonly draft?: AppealDraft;
  readonly appealedBefore?: boolean;
}

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

const Line = (props: { language: Language; status: RequirementStatus; text: string }) => {
  const { language, status, text } = props;
  const { met, notMet, waiting } = decisionTexts[language];
  const said = { met, not_met: notMet, waiting }[status];
  return (
    <li>
      <span aria-hidden="true">{MARKS[status]}</span>
      <span>
        <span class="ds-sr-only">{said}: </span>
        {text}
      </span>
    </li>
  );
};

const Judgement = ({ language, application }: DecisionParts) => {
  const { requirements, lottery, tryDraw } = decisionTexts[language];
  const { explanation, intake } = application;
  const lines = explanation.requirements.flatMap((requirement) => {
    const text = lineInWords(language, requirement);
    return text === undefined ? [] : [{ text, status: requirement.status }];
  });
  const lot = explanation.requirements
    .find(({ code }) => code === 'RANKED')
    ?.evidence.find(({ record }) => record === 'LOTTERY_NUMBER')?.value;
  return (
    <section class="stack">
      <h3 class="ds-heading" data-size="xs">
        {requirements}
      </h3>
      <ul class="requirements">
        {lines.map(({ text, status }) => (
          <Line key={text} language={language} status={status} text={text} />
        ))}
      </ul>
      {lot !== undefined && (
        <p class="hash ds-paragraph" data-size="sm">
          {lottery(String(lot))}{' '}
          <a
            class="ds-link"
            href={`/trekning/${encodeURIComponent(intake)}?soknad=${encodeURIComponent(application.applicationNo)}`}
          >
            {tryDraw}
          </a>
        </p>
      )}
    </section>
  );
};

const Limits = ({ language, lines }: { language: Language; lines: readonly LastOffered[] }) => {
  const { line, lineLead, class: classText, quota, score, priority } = decisionTexts[language];
  const { quotas } = decisionWords(language);
  return (
    <section class="stack">
      <h3 class="ds-heading" data-size="xs" id="line">
        {line}
      </h3>
      <p class="ds-paragraph">{lineLead}</p>
      <Scrolling labelledBy="line">
        <table class="ds-table" data-size="sm">
          <thead>
            <tr>
              <th scope="col">{classText}</th>
              <th scope="col">{quota}</th>
              <th scope="col">{score}</th>
            </tr>
          </thead>
          <tbody>
            {lines.map((one) => (
              <tr key={`${one.class} ${one.quota}`}>
                <th scope="row">{one.class}</th>
                <td>{capital(quotas[one.quota])}</td>
                <td>
                  {language === 'en' ? one.score : one.score.replace('.', ',')}
                  {one.tier !== undefined && ` (${priority(one.tier)})`}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </Scrolling>
    </section>
  );
};

const Filed = ({ language, appeal }: { language: Language; appeal: AppealView }) => {
  const texts = decisionTexts[language].appeal;
  const { filed, decisions } = appeal;
  return (
    <>
      <div class="ds-alert" data-color="success" role="status">
        <p class="ds-paragraph">{texts.received(weekdayText(language, filed!.on))}</p>
        {decisions.length === 0 && <p class="ds-paragraph">{texts.next}</p>}
      </div>
      {decisions.map(({ on, outcome, reasons }) => (
        <div key={outcome} class="stack">
          <p class="ds-paragraph">
            <strong>{texts.outcomes[outcome](weekdayText(language, on))}</strong>
          </p>
          {reasons !== undefined && <p class="ds-paragraph written">{reasons}</p>}
        </div>
      ))}
      {filed?.text && (
        <details class="ds-details">
          <summary>{texts.yours}</summary>
          <div class="stack">
            <p class="ds-paragraph written">{filed.text.wantedChange}</p>
            <p class="ds-paragraph written">{filed.text.grounds}</p>
          </div>
        </details>
      )}
    </>
  );
};

const Appeal = ({ appeal, ...parts }: DecisionParts & { readonly appeal: AppealView }) => {
  const { language, today, appealAction, draft, appealedBefore } = parts;
  const texts = decisionTexts[language].appeal;
  const isOver = today > appeal.appealBy;
  return (
    <section class="stack" id="klage">
      <h3 class="ds-heading" data-size="xs">
        {texts.heading}
      </h3>
      {appealedBefore && (
        <div class="ds-alert" data-color="warning" role="alert">
          <p class="ds-paragraph">{texts.before}</p>
        </div>
      )}
      {appeal.filed && <Filed language={language} appeal={appeal} />}
      {!appeal.filed && isOver && <p class="ds-paragraph">{texts.over(weekdayText(language, appeal.appealBy))}</p>}
      {!appeal.filed && !isOver && (
        <>
          {!draft && (
            <p class="ds-paragraph">
              <strong>{texts.deadline(weekdayText(language, appeal.appealBy))}</strong>
            </p>
          )}
          <details class="ds-details" open={draft !== undefined}>
            <summary>{texts.heading}</summary>
            <div>
              <AppealForm
                language={language}
                action={appealAction}
                appealBy={appeal.appealBy}
                {...(draft && { draft })}
              />
            </div>
          </details>
        </>
      )}
    </section>
  );
};

/** One application: the result first, then why, then where the line went, then what can be done. */
export const Decision = (parts: DecisionParts) => {
  const { language, application } = parts;
  const { outcomes } = decisionWords(language);
  const texts = decisionTexts[language];
  const { explanation, lastOffered, appeal } = application;
  const outcome = explanation.outcome as ApplicationOutcome;
  return (
    <article class="stack">
      <h2 class="ds-heading" data-size="sm">
        {application.programme} · {application.intake}
      </h2>
      <div class="ds-card" data-color={outcome === 'PLACE_HELD' ? 'success' : 'info'}>
        <div class="ds-card__block stack">
          <p class="answer">{outcomes[outcome]}.</p>
          {outcome === 'OFFER_OPEN' && (
            <p>
              <a class="ds-link" href="/tilbud">
                {texts.answerOffer}
              </a>
            </p>
          )}
        </div>
      </div>
      <dl class="facts">
        <dt>{texts.applicationNo}</dt>
        <dd>
          {application.applicationNo} ({texts.sent(timeText(language, application.submittedAt)).toLowerCase()})
        </dd>
        <dt>{texts.wishes}</dt>
        <dd>{application.wishes.join(' › ')}</dd>
      </dl>
      <Letters language={language} letters={parts.letters} pathTo={parts.letterPath} level="h3" />
      <Judgement {...parts} />
      {lastOffered.length > 0 && <Limits language={language} lines={lastOffered} />}
      {appeal && <Appeal {...parts} appeal={appeal} />}
    </article>
  );
};
