import { useId } from 'preact/hooks';
import type { DisqualificationView } from '../../../../libs/admissions/src/http/disqualifications.controller';
import { grounds, partialityWords as t } from './partiality-words';

/** What somebody says about why an assessor is partial. */
export interface Partiality {
  readonly ground?: DisqualificationView['ground'];
  readonly explanation: string;
}

/** Whether all has been said. */
export const isSaid = ({ ground, explanation }: Partiality): boolean =>
  ground !== undefined && explanation.trim() !== '';

interface Props {
  readonly of: Partiality;
  readonly onChange: (of: Partiality) => void;
}

/** The kind of reason, and the reason in words. */
export const PartialityFields = ({ of, onChange }: Props) => {
  const id = useId();
  return (
    <>
      <fieldset class="ds-fieldset">
        <legend class="ds-label">{t.ground}</legend>
        {grounds.map((ground) => (
          <div key={ground} class="ds-field">
            <input
              type="radio"
              class="ds-input"
              id={`${id}${ground}`}
              name={id}
              checked={of.ground === ground}
              onChange={() => onChange({ ...of, ground })}
            />
            <label class="ds-label" data-weight="regular" for={`${id}${ground}`}>
              {t.grounds[ground]}
            </label>
          </div>
        ))}
      </fieldset>
      <label class="ds-field">
        <span class="ds-label">{t.explanation}</span>
        <textarea
          class="ds-input"
          rows={3}
          maxLength={2000}
          value={of.explanation}
          onInput={({ currentTarget }) => onChange({ ...of, explanation: currentTarget.value })}
        />
      </label>
    </>
  );
};
