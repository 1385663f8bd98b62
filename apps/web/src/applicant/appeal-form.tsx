import { type LocalDate } from '@kull/kernel';
import { type Language, weekdayText } from '../kit/language';
import { decisionTexts } from './decision-texts';

/** What somebody has written so far, and what is wrong with it. */
export interface AppealDraft {
  readonly wantedChange: string;
  readonly grounds: string;
  readonly mistake?: 'TEXT_MISSING';
}

export interface AppealFormParts {
  readonly language: Language;
  /** Where the appeal is sent. */
  readonly action: string;
  readonly appealBy: LocalDate;
  readonly draft?: AppealDraft;
}

const Text = (props: { name: string; label: string; value: string; isWrong: boolean }) => {
  const { name, label, value, isWrong } = props;
  return (
    <div class="ds-field">
      <label class="ds-label" for={name}>
        {label}
      </label>
      <textarea
        class="ds-input"
        id={name}
        name={name}
        rows={4}
        maxlength={3_000}
        required
        aria-invalid={isWrong}
        aria-describedby={isWrong ? 'klage-feil' : undefined}
      >
        {value}
      </textarea>
    </div>
  );
};

/** The appeal: two fields, and what was written stays when something is wrong. */
export const AppealForm = ({ language, action, appealBy, draft }: AppealFormParts) => {
  const { deadline, lead, wantedChange, grounds, send, missing } = decisionTexts[language].appeal;
  const { mistake } = draft ?? {};
  const isMissing = (text: string | undefined): boolean => mistake === 'TEXT_MISSING' && text === '';
  return (
    <form class="stack" method="post" action={action}>
      <p class="ds-paragraph">{lead}</p>
      <Text
        name="endring"
        label={wantedChange}
        value={draft?.wantedChange ?? ''}
        isWrong={isMissing(draft?.wantedChange)}
      />
      <Text name="grunn" label={grounds} value={draft?.grounds ?? ''} isWrong={isMissing(draft?.grounds)} />
      {mistake === 'TEXT_MISSING' && (
        <p id="klage-feil" class="ds-validation-message" data-color="danger">
          {missing}
        </p>
      )}
      <p class="ds-paragraph">
        <strong>{deadline(weekdayText(language, appealBy))}</strong>
      </p>
      <button class="ds-button" type="submit">
        {send}
      </button>
    </form>
  );
};
