import type { Language } from '../kit/language';
import { pageText, type Viewer } from '../kit/page';
import type { AppealDraft } from './appeal-form';
import { BirthDateField, LogInInstead } from './birth-date-field';
import { Decision, type DecisionParts } from './decision';
import { decisionTexts } from './decision-texts';
import { proofTexts } from './proof-texts';

/** S11, logged in: every application of one's own. */
export const decisionsPage = (language: Language, viewer: Viewer, applications: readonly DecisionParts[]): string => {
  const { listTitle, none } = decisionTexts[language];
  return pageText({
    language,
    title: listTitle,
    path: '/vedtak',
    viewer,
    children: (
      <>
        <h1 class="ds-heading" data-size="md">
          {listTitle}
        </h1>
        {applications.length === 0 && <p class="ds-paragraph">{none}</p>}
        {applications.map((parts) => (
          <Decision key={parts.application.applicationId} {...parts} />
        ))}
      </>
    ),
  });
};

/** S11 behind the link of one application. */
export const decisionPage = (path: string, viewer: Viewer | undefined, parts: DecisionParts): string => {
  const { language } = parts;
  const { title } = decisionTexts[language];
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
        <Decision {...parts} />
      </>
    ),
  });
};

/** Asks who it is before anything is told, or done; `draft`: an appeal that goes on from here, with what was written. */
export const decisionProofPage = (language: Language, path: string, isWrong: boolean, draft?: AppealDraft): string => {
  const { title, proofLead, again } = decisionTexts[language];
  return pageText({
    language,
    title,
    path,
    children: (
      <>
        <h1 class="ds-heading" data-size="md">
          {title}
        </h1>
        <form class="stack" method="post" action={`${path}/${draft ? 'klage' : 'se'}`}>
          {draft && (
            <>
              <input type="hidden" name="endring" value={draft.wantedChange} />
              <input type="hidden" name="grunn" value={draft.grounds} />
            </>
          )}
          <p class="ds-paragraph">{draft ? again : proofLead}</p>
          <BirthDateField language={language} isWrong={isWrong} />
          <button class="ds-button" type="submit">
            {draft ? decisionTexts[language].appeal.send : proofTexts[language].show}
          </button>
        </form>
        <LogInInstead language={language} path={path} />
      </>
    ),
  });
};
