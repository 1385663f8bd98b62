import { useRef, useState } from 'preact/hooks';
import { useAct } from '../../kit/act';
import { Confirm } from '../../kit/dialog';
import { inLanguage } from '../../kit/texts';
import type { ApplicationColumn, ApplicationRecord, RejectedRow } from './check-data';
import { cellsOf, columnWords, refusalWords } from './check-words';

const t = inLanguage({
  nb: {
    title: 'Rett rad',
    rest: 'Alle feltene i raden',
    save: 'Lagre raden',
    still: 'Raden kan fortsatt ikke tas inn',
  },
  nn: { title: 'Rett rad', rest: 'Alle felta i rada', save: 'Lagre rada', still: 'Rada kan framleis ikkje takast inn' },
  en: {
    title: 'Mend row',
    rest: 'All fields of the row',
    save: 'Save the row',
    still: 'The row still cannot be taken in',
  },
});

interface MendRowProps {
  readonly row: RejectedRow;
  readonly record: ApplicationRecord;
  /** Looks the file through with the mended row; gives why it is still refused, if it is. */
  readonly onMend: (record: ApplicationRecord) => Promise<RejectedRow | undefined>;
  readonly onClose: () => void;
}

/** The form for one refused row, as it was read; what is wrong comes first (ux.md A6). */
export const MendRow = ({ row, record, onMend, onClose }: MendRowProps) => {
  const [mended, setMended] = useState(record);
  const [refused, setRefused] = useState(row);
  const isMended = useRef(false);
  const act = useAct(async (input: ApplicationRecord) => {
    const still = await onMend(input);
    isMended.current = still === undefined;
    if (still) setRefused(still);
  });
  const first = cellsOf[refused.code];
  const startsAt = first.find((column) => record[column].trim() === '') ?? first[0];
  const field = (column: ApplicationColumn, isFirst: boolean) => (
    <label class="ds-field" key={column}>
      <span class="ds-label">{columnWords[column]}</span>
      <input
        class="ds-input"
        value={mended[column]}
        // biome-ignore lint/a11y/noAutofocus: the dialog was opened to mend just this cell.
        autoFocus={isFirst && column === startsAt}
        aria-invalid={isFirst}
        onFocus={({ currentTarget }) => isFirst && currentTarget.select()}
        onInput={({ currentTarget }) => setMended({ ...mended, [column]: currentTarget.value })}
      />
    </label>
  );
  const [what, todo] = refusalWords[refused.code];
  return (
    <Confirm
      title={`${t.title} ${row.row}: ${record.family_name}, ${record.given_names}`}
      onClose={onClose}
      act={act}
      input={mended}
      confirm={t.save}
      onDone={() => isMended.current && onClose()}
    >
      <p class="ds-validation-message" role={refused === row ? undefined : 'alert'}>
        {refused !== row && `${t.still}: `}
        {what}. {todo}. <code>{refused.code}</code>
      </p>
      {first.map((column) => field(column, true))}
      <details class="ds-details">
        <summary>{t.rest}</summary>
        <div class="mend-fields">
          {(Object.keys(record) as ApplicationColumn[])
            .filter((column) => !first.includes(column))
            .map((column) => field(column, false))}
        </div>
      </details>
    </Confirm>
  );
};
