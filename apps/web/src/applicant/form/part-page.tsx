import type { FormFault, FormPart, OwnDraft } from '@kull/admissions';
import type { ComponentChildren } from 'preact';
import { type Language } from '../../kit/language';
import { pageText, type Viewer } from '../../kit/page';
import { timeText } from '../times';
import { ErrorSummary } from './fields';
import { applicationPath, type PagePart, pageParts, partPath } from './form-paths';
import { PartForm, type PartFormProps } from './part-forms';
import { type FormRefusal, formWords } from './words/form-words';

interface FrameProps {
  readonly language: Language;
  readonly draft: OwnDraft;
  readonly part: PagePart;
  readonly refusal?: FormRefusal;
  readonly children: ComponentChildren;
}

/** How many things of a part are not as they have to be. */
export const lacking = ({ faults, wanted }: OwnDraft, part: PagePart): number =>
  part === 'ATTACHMENTS' ? wanted.filter(({ isThere }) => !isThere).length : faults[part].length;

const Steps = ({ language, draft, part }: Omit<FrameProps, 'children'>) => {
  const { parts, partsHeading, done } = formWords[language];
  const { intake } = draft.definition;
  return (
    <nav aria-label={partsHeading}>
      <ol class="steps">
        {pageParts.map((one) => (
          <li key={one}>
            <a class="ds-link" href={partPath(intake, one)} aria-current={one === part ? 'step' : undefined}>
              {parts[one]}
            </a>
            {lacking(draft, one) === 0 && (
              <>
                <span aria-hidden="true"> ✓</span>
                <span class="ds-sr-only"> {done}</span>
              </>
            )}
          </li>
        ))}
      </ol>
    </nav>
  );
};

/** What stands around every part: the programme, the other parts, what was saved when, and the way to the whole. */
export const PartFrame = ({ language, draft, part, refusal, children }: FrameProps) => {
  const words = formWords[language];
  const { definition, savedAt, isOpen } = draft;
  return (
    <>
      <p class="ds-paragraph hint">{words.title(definition.programme.title)}</p>
      <h1 class="ds-heading" data-size="md">
        {words.parts[part]}
        <span class="ds-sr-only"> – {words.step(pageParts.indexOf(part) + 1, pageParts.length)}</span>
      </h1>
      <Steps language={language} draft={draft} part={part} />
      {!isOpen && <p class="ds-paragraph">{words.over(timeText(language, definition.window.closesAt))}</p>}
      {refusal && (
        <div class="ds-alert" data-color="danger" role="alert">
          <p class="ds-paragraph">{words.refusals[refusal]}</p>
        </div>
      )}
      {children}
      <p class="ds-paragraph">
        {savedAt ? words.saved(timeText(language, savedAt)) : words.notSaved}{' '}
        <a class="ds-link" href={applicationPath(definition.intake)}>
          {words.overview}
        </a>
      </p>
    </>
  );
};

/** The faults of a part, each with the way to its field. */
export const linksOf = (language: Language, faults: readonly FormFault[], page = '') => {
  const words = formWords[language];
  return faults.map(({ field, code }) => ({ href: `${page}#${field}`, text: words.faults[code](words.labels[field]) }));
};

export interface PartPageParts extends PartFormProps {
  readonly part: FormPart;
  readonly refusal?: FormRefusal;
}

/** One part of the form, filled in and saved by itself. */
export const partPage = (viewer: Viewer, { part, refusal, ...form }: PartPageParts): string => {
  const { language, draft, faults } = form;
  const { saveAndGoOn, parts, title, savedWithFaults } = formWords[language];
  const path = partPath(draft.definition.intake, part);
  return pageText({
    language,
    title: `${parts[part]} – ${title(draft.definition.programme.title)}`,
    path,
    viewer,
    children: (
      <PartFrame language={language} draft={draft} part={part} {...(refusal && { refusal })}>
        <form class="stack form" method="post" action={path} noValidate>
          <PartForm part={part} {...form} />
          <ErrorSummary title={savedWithFaults} faults={linksOf(language, faults)} />
          <button class="ds-button" type="submit">
            {saveAndGoOn}
          </button>
        </form>
      </PartFrame>
    ),
  });
};
