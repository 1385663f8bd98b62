import { useState } from 'preact/hooks';
import { Dialog } from './dialog';
import type { Column } from './table';
import { inLanguage } from './texts';

const t = inLanguage({
  nb: {
    columns: 'Kolonner',
    title: 'Hvilke kolonner vises?',
    kept: 'Valget huskes på denne maskinen og følger med i eksporten.',
    all: 'Vis alle',
  },
  nn: {
    columns: 'Kolonnar',
    title: 'Kva kolonnar blir viste?',
    kept: 'Valet blir hugsa på denne maskina og følgjer med i eksporten.',
    all: 'Vis alle',
  },
  en: {
    columns: 'Columns',
    title: 'Which columns are shown?',
    kept: 'The choice is kept on this device, and the export follows it.',
    all: 'Show all',
  },
});

interface ColumnChooserProps<Row> {
  readonly columns: readonly Column<Row>[];
  readonly hidden: ReadonlySet<string>;
  readonly hide: (keys: ReadonlySet<string>) => void;
}

/** Which columns of a list are shown; the one that names the row always is. */
export const ColumnChooser = <Row,>({ columns, hidden, hide }: ColumnChooserProps<Row>) => {
  const [isOpen, setOpen] = useState(false);
  const toggle = (key: string): void => {
    const next = new Set(hidden);
    if (!next.delete(key)) next.add(key);
    hide(next);
  };
  const choices = columns.filter(({ isName }) => !isName);
  const left = choices.filter(({ key }) => !hidden.has(key)).length;
  return (
    <>
      <button type="button" class="ds-button" data-variant="secondary" onClick={() => setOpen(true)}>
        {t.columns}
        {left < choices.length && ` ${left}/${choices.length}`}
      </button>
      {isOpen && (
        <Dialog title={t.title} onClose={() => setOpen(false)}>
          <p class="ds-paragraph">{t.kept}</p>
          <fieldset class="ds-fieldset">
            <legend class="only-read">{t.columns}</legend>
            {choices.map(({ key, header }) => (
              <label class="choice-line" key={key}>
                <input type="checkbox" class="ds-input" checked={!hidden.has(key)} onChange={() => toggle(key)} />
                {header}
              </label>
            ))}
          </fieldset>
          <div class="acts">
            <button type="button" class="ds-button" data-variant="tertiary" onClick={() => hide(new Set())}>
              {t.all}
            </button>
          </div>
        </Dialog>
      )}
    </>
  );
};
