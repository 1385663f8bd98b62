import type { FormFault, FormField } from '@kull/admissions';
import type { ComponentChildren } from 'preact';
import type { Language } from '../../kit/language';
import { formWords } from './words/form-words';

/** What a field needs to know besides its own name. */
export interface FieldParts {
  readonly language: Language;
  readonly value?: string;
  readonly fault?: FormFault;
  readonly optional?: boolean;
}

interface NamedField extends FieldParts {
  readonly field: FormField;
}

const faultText = (language: Language, field: FormField, fault: FormFault | undefined): string | undefined => {
  const { faults, labels } = formWords[language];
  return fault && faults[fault.code](labels[field]);
};

const describedBy = (id: string, hasHint: boolean, hasFault: boolean): string | undefined =>
  [hasHint && `${id}-hint`, hasFault && `${id}-feil`].filter(Boolean).join(' ') || undefined;

const Label = ({ language, field, optional }: Pick<NamedField, 'language' | 'field' | 'optional'>) => {
  const { labels, optional: word } = formWords[language];
  return (
    <>
      {labels[field]}
      {optional && <span class="hint"> ({word})</span>}
    </>
  );
};

const Hint = ({ language, field }: Pick<NamedField, 'language' | 'field'>) => {
  const hint = formWords[language].hints[field];
  return hint === undefined ? null : (
    <p id={`${field}-hint`} data-field="description">
      {hint}
    </p>
  );
};

const Mistake = ({ id, text }: { id: string; text: string | undefined }) =>
  text === undefined ? null : (
    <p id={`${id}-feil`} class="ds-validation-message" data-color="danger">
      {text}
    </p>
  );

interface TextProps extends NamedField {
  readonly type?: 'text' | 'email' | 'tel';
  readonly inputMode?: 'text' | 'numeric' | 'decimal';
  readonly autocomplete?: string;
  readonly isShort?: boolean;
}

/** One line of text. */
export const TextField = (props: TextProps) => {
  const { language, field, value = '', fault, optional = false, type = 'text' } = props;
  const { inputMode, autocomplete = 'off', isShort = false } = props;
  const hasHint = formWords[language].hints[field] !== undefined;
  return (
    <div class="ds-field">
      <label class="ds-label" for={field}>
        <Label language={language} field={field} optional={optional} />
      </label>
      <Hint language={language} field={field} />
      <input
        class={isShort ? 'ds-input birth-date' : 'ds-input'}
        id={field}
        name={field}
        type={type}
        list={undefined}
        inputMode={inputMode}
        autocomplete={autocomplete}
        maxlength={200}
        value={value}
        aria-describedby={describedBy(field, hasHint, fault !== undefined)}
        aria-invalid={fault ? 'true' : undefined}
      />
      <Mistake id={field} text={faultText(language, field, fault)} />
    </div>
  );
};

interface Choice {
  readonly value: string;
  readonly text: string;
}

/** One of several, where there is no room to show them all. */
export const SelectField = (props: NamedField & { readonly choices: readonly Choice[] }) => {
  const { language, field, value = '', fault, optional = false, choices } = props;
  const hasHint = formWords[language].hints[field] !== undefined;
  return (
    <div class="ds-field">
      <label class="ds-label" for={field}>
        <Label language={language} field={field} optional={optional} />
      </label>
      <Hint language={language} field={field} />
      <select
        class="ds-input"
        id={field}
        name={field}
        aria-describedby={describedBy(field, hasHint, fault !== undefined)}
        aria-invalid={fault ? 'true' : undefined}
      >
        <option value="">{formWords[language].choose}</option>
        {choices.map((choice) => (
          <option key={choice.value} value={choice.value} selected={choice.value === value}>
            {choice.text}
          </option>
        ))}
      </select>
      <Mistake id={field} text={faultText(language, field, fault)} />
    </div>
  );
};

/** One of a few, all to be seen. The first one bears the name of the field, where faults lead to. */
export const RadioField = (props: NamedField & { readonly choices: readonly Choice[] }) => {
  const { language, field, value, fault, choices } = props;
  return (
    <fieldset class="ds-fieldset" aria-describedby={fault && `${field}-feil`}>
      <legend class="ds-label">
        <Label language={language} field={field} />
      </legend>
      {choices.map((choice, at) => {
        const id = at === 0 ? field : `${field}-${choice.value}`;
        return (
          <label key={choice.value} class="ds-label choice" data-weight="regular" for={id}>
            <input
              class="ds-input"
              type="radio"
              id={id}
              name={field}
              value={choice.value}
              checked={choice.value === value}
            />
            {choice.text}
          </label>
        );
      })}
      <Mistake id={field} text={faultText(language, field, fault)} />
    </fieldset>
  );
};

export const YesNoField = (props: NamedField) => {
  const { yes, no } = formWords[props.language];
  return (
    <RadioField
      {...props}
      choices={[
        { value: 'Y', text: yes },
        { value: 'N', text: no },
      ]}
    />
  );
};

interface SummaryProps {
  readonly title: string;
  readonly faults: readonly { readonly href: string; readonly text: string }[];
}

/** What is wrong, above the button, each with the way to its field. The page begins there. */
export const ErrorSummary = ({ title, faults }: SummaryProps) =>
  faults.length === 0 ? null : (
    <div class="ds-error-summary" id="feil" role="alert" tabIndex={-1} {...{ autofocus: true }}>
      <h2 class="ds-heading" data-size="2xs">
        {title}
      </h2>
      <ul class="ds-list">
        {faults.map(({ href, text }) => (
          <li key={href + text}>
            <a class="ds-link" href={href}>
              {text}
            </a>
          </li>
        ))}
      </ul>
    </div>
  );

/** Icon and word: how far something has come. */
export const State = ({ isDone, children }: { isDone: boolean; children: ComponentChildren }) => (
  <span class="ds-tag" data-color={isDone ? 'success' : 'warning'}>
    <span aria-hidden="true">{isDone ? '✓' : '○'}&nbsp;</span>
    {children}
  </span>
);
