import { useState } from 'preact/hooks';
import { inLanguage } from '../../kit/texts';
import type { ApplicationColumn, Chosen, FileChecked } from './check-data';
import { columnWords } from './check-words';

const t = inLanguage({
  nb: {
    title: 'Hvilke kolonner er dette?',
    none: 'Filen har den ikke',
    go: 'Kontroller filen',
    choose: 'Velg kolonne',
  },
  nn: { title: 'Kva kolonnar er dette?', none: 'Fila har han ikkje', go: 'Kontroller fila', choose: 'Vel kolonne' },
  en: {
    title: 'Which columns are these?',
    none: 'The file does not have it',
    go: 'Check the file',
    choose: 'Choose a column',
  },
});

interface ChooseColumnsProps {
  readonly file: FileChecked;
  readonly onChosen: (chosen: Chosen) => void;
}

/** For each column that was not recognised: which header of the file it is, or that it is not there (ux.md A6). */
export const ChooseColumns = ({ file: { missing, columns }, onChosen }: ChooseColumnsProps) => {
  const [chosen, setChosen] = useState<Partial<Record<ApplicationColumn, string>>>({});
  const left = columns.filter(({ column }) => column === null).map(({ header }) => header);
  const isReady = missing.every(({ column }) => chosen[column] !== undefined);
  return (
    <form
      class="stack"
      onSubmit={(event) => {
        event.preventDefault();
        if (isReady) onChosen(chosen);
      }}
    >
      <fieldset class="ds-fieldset">
        <legend class="ds-label">{t.title}</legend>
        {missing.map(({ column }) => (
          <label class="ds-field" key={column}>
            <span class="ds-label">{columnWords[column]}</span>
            <select
              class="ds-input"
              required
              onChange={({ currentTarget: { value } }) =>
                setChosen({ ...chosen, [column]: value === '-' ? undefined : value.slice(1) })
              }
            >
              <option value="-">{t.choose}</option>
              {left.map((header) => (
                <option key={header} value={`=${header}`}>
                  {header}
                </option>
              ))}
              <option value="=">{t.none}</option>
            </select>
          </label>
        ))}
      </fieldset>
      <button type="submit" class="ds-button" disabled={!isReady}>
        {t.go}
      </button>
    </form>
  );
};
