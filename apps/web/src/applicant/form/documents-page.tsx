import { type AttachmentKind, attachmentKinds, maxAttachments, type OwnDraft } from '@kull/admissions';
import { type Language } from '../../kit/language';
import { pageText, type Viewer } from '../../kit/page';
import { timeText } from '../times';
import { ErrorSummary, State } from './fields';
import { partPath, pathAfter } from './form-paths';
import { PartFrame } from './part-page';
import { type FormRefusal, formWords } from './words/form-words';

const typeNames = { 'application/pdf': 'PDF', 'image/jpeg': 'JPEG', 'image/png': 'PNG' } as const;

interface DocumentsProps {
  readonly language: Language;
  readonly draft: OwnDraft;
}

const Documents = ({ language, draft: { definition, documents, isOpen } }: DocumentsProps) => {
  const { documents: words } = formWords[language];
  const path = partPath(definition.intake, 'ATTACHMENTS');
  if (documents.length === 0) return <p class="ds-paragraph">{words.none}</p>;
  return (
    <ul class="plain">
      {documents.map(({ documentHash, kind, mediaType, attachedAt }, at) => (
        <li key={documentHash} class="acts">
          <span>
            <strong>{words.kinds[kind]}</strong>, {typeNames[mediaType]},{' '}
            {words.attachedAt(timeText(language, attachedAt))}
          </span>
          <a class="ds-link" href={`${path}/${documentHash}`}>
            {words.open}
            <span class="ds-sr-only">
              {' '}
              {at + 1}: {words.kinds[kind]}
            </span>
          </a>
          {isOpen && (
            <form method="post" action={`${path}/fjern`}>
              <input type="hidden" name="vedlegg" value={documentHash} />
              <button class="ds-button" data-variant="tertiary" data-size="sm" type="submit">
                {words.remove}
                <span class="ds-sr-only">
                  {' '}
                  {at + 1}: {words.kinds[kind]}
                </span>
              </button>
            </form>
          )}
        </li>
      ))}
    </ul>
  );
};

/** Where the mistake is mended. */
const fieldOf: Readonly<Partial<Record<FormRefusal, string>>> = {
  NO_KIND: '#slag',
  NO_FILE: '#fil',
  UNKNOWN_TYPE: '#fil',
};

interface UploadProps extends DocumentsProps {
  readonly mistake?: FormRefusal;
  readonly kind?: AttachmentKind;
}

const UploadForm = ({ language, draft, mistake, kind }: UploadProps) => {
  const { documents: words, errorTitle, refusals } = formWords[language];
  const path = partPath(draft.definition.intake, 'ATTACHMENTS');
  const next = kind ?? draft.wanted.find(({ isThere }) => !isThere)?.kind;
  return (
    <form class="stack form" method="post" action={path} encType="multipart/form-data">
      <h2 class="ds-heading" data-size="2xs">
        {words.heading}
      </h2>
      <fieldset class="ds-fieldset">
        <legend class="ds-label">{words.kind}</legend>
        {attachmentKinds.map((one, at) => {
          const id = at === 0 ? 'slag' : `slag-${one}`;
          return (
            <label key={one} class="ds-label choice" data-weight="regular" for={id}>
              <input class="ds-input" type="radio" id={id} name="slag" value={one} checked={one === next} />
              {words.kinds[one]}
            </label>
          );
        })}
      </fieldset>
      <div class="look-up">
        <label class="ds-label" for="fil">
          {words.file}
        </label>
        <p class="ds-paragraph hint" id="fil-hint">
          {words.fileHint}
        </p>
        <input
          class="file"
          type="file"
          id="fil"
          name="fil"
          accept="application/pdf,image/jpeg,image/png"
          aria-describedby="fil-hint"
        />
      </div>
      {mistake && (
        <ErrorSummary title={errorTitle} faults={[{ href: fieldOf[mistake] ?? '#fil', text: refusals[mistake] }]} />
      )}
      <button class="ds-button" data-variant="secondary" type="submit">
        {words.add}
      </button>
    </form>
  );
};

/** The kinds that are missing, as a sentence has them. */
export const missingKinds = (language: Language, { wanted }: OwnDraft): string =>
  wanted
    .filter(({ isThere }) => !isThere)
    .map(({ kind }) => formWords[language].documents.kinds[kind].toLowerCase())
    .join(', ');

/** The documents of an application: each kept as it is attached, and gone when it is removed. */
export const documentsPage = (viewer: Viewer, props: UploadProps): string => {
  const { language, draft } = props;
  const { documents: words, parts, title, goOn } = formWords[language];
  const { intake, programme } = draft.definition;
  const there = draft.wanted.filter(({ isThere }) => isThere).length;
  const lacks = missingKinds(language, draft);
  return pageText({
    language,
    title: `${parts.ATTACHMENTS} – ${title(programme.title)}`,
    path: partPath(intake, 'ATTACHMENTS'),
    viewer,
    children: (
      <PartFrame language={language} draft={draft} part="ATTACHMENTS">
        <p class="ds-paragraph">{words.lead}</p>
        <p class="ds-paragraph">
          <State isDone={there === draft.wanted.length}>{words.counted(there, draft.wanted.length)}</State>
        </p>
        <Documents language={language} draft={draft} />
        {draft.isOpen &&
          (draft.documents.length < maxAttachments ? (
            <UploadForm {...props} />
          ) : (
            <p class="ds-paragraph">{words.full}</p>
          ))}
        {lacks !== '' && <p class="ds-paragraph">{words.lacks(lacks)}</p>}
        <p class="acts">
          <a class="ds-button" href={pathAfter(intake, 'ATTACHMENTS')}>
            {goOn}
          </a>
        </p>
      </PartFrame>
    ),
  });
};
