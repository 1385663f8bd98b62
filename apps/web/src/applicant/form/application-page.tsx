import { formParts, type HprCheck, type OwnDraft } from '@kull/admissions';
import type { Instant } from '@kull/kernel';
import { type Language, weekdayText } from '../../kit/language';
import { pageText, type Viewer } from '../../kit/page';
import { timeText } from '../times';
import { missingKinds } from './documents-page';
import { EmployerSection, type LeaderGiven } from './employer-section';
import { ErrorSummary, State } from './fields';
import { applicationPath, pageParts, partPath } from './form-paths';
import { HprAnswer } from './part-forms';
import { lacking, linksOf } from './part-page';
import { type Stage, stagesOf } from './status';
import { type FormRefusal, formWords } from './words/form-words';

export interface ApplicationPageParts {
  readonly language: Language;
  readonly draft: OwnDraft;
  readonly now: Instant;
  readonly hpr?: HprCheck | 'NOT_ANSWERING';
  /** It was to be sent, and cannot be. */
  readonly isRefusedIncomplete?: boolean;
  readonly refusal?: FormRefusal;
  readonly leader?: LeaderGiven;
}

const StageLine = ({ language, stage }: { language: Language; stage: Stage }) => {
  const { stages, now, passed, by } = formWords[language].sent;
  const { name, state, on } = stage;
  const day = weekdayText(language, on);
  return (
    <li aria-current={state === 'NOW' ? 'step' : undefined}>
      <span class="ds-tag" data-color={state === 'PASSED' ? 'success' : state === 'NOW' ? 'info' : 'neutral'}>
        <span aria-hidden="true">{state === 'PASSED' ? '✓' : state === 'NOW' ? '●' : '○'}&nbsp;</span>
        {stages[name]}
        {state === 'NOW' && `, ${now}`}
        {state === 'PASSED' && <span class="ds-sr-only">, {passed}</span>}
      </span>{' '}
      {state === 'PASSED' && name === 'RECEIVED' ? day : by(day)}
    </li>
  );
};

const Sent = ({ language, draft, now }: Pick<ApplicationPageParts, 'language' | 'draft' | 'now'>) => {
  const { sent: words } = formWords[language];
  const { sent, definition, isOpen } = draft;
  if (!sent) return null;
  const stages = stagesOf(definition, sent.at, now);
  const isAnswered = stages.at(-1)!.state === 'NOW';
  return (
    <>
      <div class="ds-alert" data-color="success" role="status">
        <div class="stack">
          <h2 class="ds-heading" data-size="2xs">
            {words.title}
          </h2>
          <p class="ds-paragraph">{words.receipt(sent.applicationNo, timeText(language, sent.at))}</p>
          {isOpen && <p class="ds-paragraph">{words.changeable(timeText(language, definition.window.closesAt))}</p>}
        </div>
      </div>
      {sent.isChangedSince && (
        <div class="ds-alert" data-color="warning">
          <p class="ds-paragraph">{words.changedSince}</p>
        </div>
      )}
      <section class="stack">
        <h2 class="ds-heading" data-size="sm">
          {words.statusTitle}
        </h2>
        <ol class="plain">
          {stages.map((stage) => (
            <StageLine key={stage.name} language={language} stage={stage} />
          ))}
        </ol>
        {isAnswered && (
          <p class="ways-on">
            <a class="ds-link" href="/tilbud">
              {words.offers}
            </a>
            <a class="ds-link" href="/vedtak">
              {words.decision}
            </a>
          </p>
        )}
      </section>
    </>
  );
};

const Parts = ({ language, draft }: Pick<ApplicationPageParts, 'language' | 'draft'>) => {
  const { parts, partsHeading, done, missing, documents } = formWords[language];
  const { wanted, definition } = draft;
  return (
    <section class="stack">
      <h2 class="ds-heading" data-size="sm">
        {partsHeading}
      </h2>
      <ol class="steps down">
        {pageParts.map((part) => {
          const lacks = lacking(draft, part);
          const counted = documents.counted(wanted.length - lacks, wanted.length);
          const text = part === 'ATTACHMENTS' ? counted : lacks === 0 ? done : missing(lacks);
          return (
            <li key={part}>
              <a class="ds-link" href={partPath(definition.intake, part)}>
                {parts[part]}
              </a>{' '}
              <State isDone={lacks === 0}>{text}</State>
            </li>
          );
        })}
      </ol>
    </section>
  );
};

const Shortcomings = ({ language, draft, lead }: { language: Language; draft: OwnDraft; lead: string }) =>
  draft.shortcomings.length === 0 ? null : (
    <>
      <p class="ds-paragraph">{lead}</p>
      <ul class="ds-list">
        {draft.shortcomings.map((code) => (
          <li key={code}>{formWords[language].before.shortcomings[code]}</li>
        ))}
      </ul>
    </>
  );

/** What an application that was sent still lacks. */
const Lacks = ({ language, draft }: Pick<ApplicationPageParts, 'language' | 'draft'>) => {
  const { before } = formWords[language];
  const lacks = missingKinds(language, draft);
  if (lacks === '' && draft.shortcomings.length === 0) return null;
  return (
    <section class="stack">
      <h2 class="ds-heading" data-size="sm">
        {before.lacksTitle}
      </h2>
      {lacks !== '' && (
        <p class="ds-paragraph">
          {before.attachmentsLater(lacks, timeText(language, draft.definition.window.closesAt))}
        </p>
      )}
      <Shortcomings language={language} draft={draft} lead={before.shortcomingsSent} />
    </section>
  );
};

const Send = ({ language, draft, hpr, isRefusedIncomplete }: Omit<ApplicationPageParts, 'now'>) => {
  const words = formWords[language];
  const { definition, faults, sent } = draft;
  const lacks = missingKinds(language, draft);
  const isReady = formParts.every((part) => faults[part].length === 0);
  const closing = timeText(language, definition.window.closesAt);
  const links = formParts.flatMap((part) => linksOf(language, faults[part], partPath(definition.intake, part)));
  return (
    <section class="stack">
      <h2 class="ds-heading" data-size="sm">
        {words.before.title}
      </h2>
      {isReady && <p class="ds-paragraph">{words.before.ready}</p>}
      {hpr && <HprAnswer language={language} hpr={hpr} />}
      {lacks !== '' && <p class="ds-paragraph">{words.before.attachments(lacks, closing)}</p>}
      <Shortcomings language={language} draft={draft} lead={words.before.shortcomingsLead} />
      <form class="stack" method="post" action={`${applicationPath(definition.intake)}/send`}>
        {isRefusedIncomplete && <ErrorSummary title={words.notSent} faults={links} />}
        <button class="ds-button" type="submit">
          {sent ? words.sendAgain : words.send}
        </button>
        {sent && <p class="ds-paragraph hint">{words.before.replace}</p>}
      </form>
    </section>
  );
};

/** The whole application: what is filled in, what is missing and by when, and, once it is sent, where it stands. */
export const applicationPage = (viewer: Viewer, parts: ApplicationPageParts): string => {
  const { language, draft, now, refusal, leader } = parts;
  const words = formWords[language];
  const { definition, savedAt, isOpen, sent } = draft;
  const isSent = sent !== undefined && !sent.isChangedSince;
  const closing = timeText(language, definition.window.closesAt);
  return pageText({
    language,
    title: words.title(definition.programme.title),
    path: applicationPath(definition.intake),
    viewer,
    children: (
      <>
        <h1 class="ds-heading" data-size="md">
          {words.title(definition.programme.title)}
        </h1>
        {refusal && !leader && (
          <div class="ds-alert" data-color="danger" role="alert">
            <p class="ds-paragraph">{words.refusals[refusal]}</p>
          </div>
        )}
        <Sent language={language} draft={draft} now={now} />
        <p class="ds-paragraph">
          {isOpen ? words.list.openUntil(closing) : words.over(closing)}{' '}
          {savedAt ? words.saved(timeText(language, savedAt)) : words.notSaved}
        </p>
        <Parts language={language} draft={draft} />
        <EmployerSection language={language} draft={draft} leader={leader} refusal={leader && refusal} />
        {isOpen && (isSent ? <Lacks language={language} draft={draft} /> : <Send {...parts} />)}
      </>
    ),
  });
};
