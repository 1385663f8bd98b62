import type { EmployerLink } from '@kull/admissions';
import { type Language, periodText } from '../../kit/language';
import { pageText } from '../../kit/page';
import { timeText } from '../times';
import { employerTexts, type SigningFault } from './employer-texts';
import { ErrorSummary } from './fields';

/** What a leader filled in. */
export interface Signing {
  readonly post: boolean;
  readonly leave: boolean;
  readonly name: string;
  readonly title: string;
}

export interface EmployerPageParts {
  readonly language: Language;
  readonly path: string;
  readonly link: EmployerLink;
  readonly signing?: Signing;
  readonly faults?: readonly SigningFault[];
  /** It was confirmed just now. */
  readonly isDone?: boolean;
}

const fieldOf: Readonly<Record<SigningFault, string>> = {
  POST: '#stilling',
  LEAVE: '#fri',
  NAME: '#navn',
  TITLE: '#tittel',
};

const Box = ({ id, text, isOn, isWrong }: { id: string; text: string; isOn: boolean; isWrong: boolean }) => (
  <label class="ds-label choice" data-weight="regular" for={id}>
    <input
      class="ds-input"
      type="checkbox"
      id={id}
      name={id}
      value="ja"
      checked={isOn}
      aria-invalid={isWrong ? 'true' : undefined}
    />
    <span>{text}</span>
  </label>
);

const Line = ({
  id,
  label,
  value,
  isWrong,
  autocomplete,
}: Record<'id' | 'label' | 'value' | 'autocomplete', string> & { isWrong: boolean }) => (
  <div class="ds-field">
    <label class="ds-label" for={id}>
      {label}
    </label>
    <input
      class="ds-input"
      id={id}
      name={id}
      autocomplete={autocomplete}
      maxlength={100}
      value={value}
      aria-invalid={isWrong ? 'true' : undefined}
    />
  </div>
);

const SigningForm = ({ language, path, link, signing, faults = [] }: EmployerPageParts) => {
  const texts = employerTexts[language];
  const { positionTitle, employer } = link;
  return (
    <form class="stack form" method="post" action={path} noValidate>
      <fieldset class="ds-fieldset">
        <legend class="ds-label">{texts.confirm}</legend>
        <Box
          id="stilling"
          text={texts.post(positionTitle, employer)}
          isOn={signing?.post ?? false}
          isWrong={faults.includes('POST')}
        />
        <Box id="fri" text={texts.leave} isOn={signing?.leave ?? false} isWrong={faults.includes('LEAVE')} />
      </fieldset>
      <Line
        id="navn"
        label={texts.name}
        value={signing?.name ?? link.recipient?.name ?? ''}
        autocomplete="name"
        isWrong={faults.includes('NAME')}
      />
      <Line
        id="tittel"
        label={texts.jobTitle}
        value={signing?.title ?? ''}
        autocomplete="organization-title"
        isWrong={faults.includes('TITLE')}
      />
      <ErrorSummary
        title={texts.errorTitle}
        faults={faults.map((fault) => ({ href: fieldOf[fault], text: texts.faults[fault] }))}
      />
      <button class="ds-button" type="submit">
        {texts.send}
      </button>
    </form>
  );
};

const Open = (parts: EmployerPageParts) => {
  const { language, link } = parts;
  const texts = employerTexts[language];
  return (
    <>
      <h1 class="ds-heading" data-size="md">
        {texts.title(link.applicant)}
      </h1>
      <p class="ds-paragraph">{texts.lead(link.applicant, link.definition.programme.title)}</p>
      <dl class="facts">
        <dt>{texts.position}</dt>
        <dd>{link.positionTitle}</dd>
        <dt>{texts.employer}</dt>
        <dd>{link.employer}</dd>
        <dt>{texts.classes}</dt>
        {link.classes.map(({ code, site, startsOn, endsOn }) => (
          <dd key={code}>
            {code}, {site}, {periodText(language, startsOn, endsOn)}
          </dd>
        ))}
      </dl>
      <SigningForm {...parts} />
      <p class="ds-paragraph hint">{texts.once(timeText(language, link.validUntil))}</p>
      <p class="ds-paragraph">{texts.wrong}</p>
    </>
  );
};

const Over = ({ language, link, isDone }: EmployerPageParts) => {
  const { done, thanks, refusedTitle, refusals } = employerTexts[language];
  return (
    <>
      <h1 class="ds-heading" data-size="md">
        {isDone ? done : refusedTitle}
      </h1>
      <div class="ds-alert" data-color={isDone ? 'success' : 'warning'} role="status">
        <p class="ds-paragraph">{isDone ? thanks(link.applicant) : refusals[link.refusal ?? 'LINK_EXPIRED']}</p>
      </div>
    </>
  );
};

/** The page behind the link of an applicant's leader. A link that is not good any more shows nobody's name. */
export const employerPage = (parts: EmployerPageParts): string => {
  const { language, path, link, isDone } = parts;
  const { title, done, refusedTitle } = employerTexts[language];
  const isOver = isDone || link.refusal !== undefined;
  return pageText({
    language,
    title: isDone ? done : isOver ? refusedTitle : title(link.applicant),
    path,
    children: isOver ? <Over {...parts} /> : <Open {...parts} />,
  });
};
