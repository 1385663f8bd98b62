import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import { makeFile } from '../api/client';
import { knownPosition } from '../api/live';
import { number } from './dates';
import { Dialog } from './dialog';
import { type FileOfList, shownList } from './list-file';
import { ProblemNote } from './problem';
import { saveFile } from './save-file';
import type { Column } from './table';
import { inLanguage } from './texts';

const t = inLanguage({
  nb: {
    export: 'Eksporter',
    exportChosen: 'Eksporter valgte',
    title: 'Eksporter lista',
    rows: (n: string) => `Rader: ${n}. Du får dem slik de vises nå: samme utvalg, rekkefølge og kolonner.`,
    workbook: 'Regneark (xlsx)',
    csv: 'CSV for Excel',
    saved: (name: string) => `Lastet ned: ${name}`,
  },
  nn: {
    export: 'Eksporter',
    exportChosen: 'Eksporter valde',
    title: 'Eksporter lista',
    rows: (n: string) => `Rader: ${n}. Du får dei slik dei blir viste no: same utval, rekkjefølgje og kolonnar.`,
    workbook: 'Rekneark (xlsx)',
    csv: 'CSV for Excel',
    saved: (name: string) => `Lasta ned: ${name}`,
  },
  en: {
    export: 'Export',
    exportChosen: 'Export the chosen',
    title: 'Export the list',
    rows: (n: string) => `Rows: ${n}. You get them as they are shown now: the same rows, order and columns.`,
    workbook: 'Workbook (xlsx)',
    csv: 'CSV for Excel',
    saved: (name: string) => `Downloaded: ${name}`,
  },
});

/** The service takes no longer one. */
const MAX_ADDRESS = 500;

interface ExportListProps<Row> {
  readonly of: FileOfList<Row>;
  readonly rows: readonly Row[];
  readonly columns: readonly Column<Row>[];
  /** The rows are some that were chosen in the list. */
  readonly isChosen?: boolean;
  /** Other files of the same matter. */
  readonly others?: ComponentChildren;
}

/** The button that gives the list as it is shown as a file (ux.md 0.1, 8). */
export const ExportList = <Row,>({ of, rows, columns, isChosen = false, others }: ExportListProps<Row>) => {
  const [isOpen, setOpen] = useState(false);
  const [isMaking, setMaking] = useState(false);
  const [saved, setSaved] = useState('');
  const [problem, setProblem] = useState<Error | undefined>(undefined);
  const give = async (format: 'csv' | 'xlsx'): Promise<void> => {
    setMaking(true);
    setProblem(undefined);
    setSaved('');
    const { pathname, search } = globalThis.location;
    try {
      const address = decodeURI(pathname + search)
        .replaceAll(/\p{Cc}/gu, ' ')
        .slice(0, MAX_ADDRESS);
      const list = shownList({ ...of, rows, columns, address, position: knownPosition() });
      const { name, content } = await makeFile('/list-files', { ...list, format });
      saveFile(name, content);
      setSaved(t.saved(name));
    } catch (error) {
      setProblem(error as Error);
    } finally {
      setMaking(false);
    }
  };
  return (
    <>
      <button type="button" class="ds-button" data-variant="secondary" onClick={() => setOpen(true)}>
        {isChosen ? t.exportChosen : t.export}
      </button>
      {isOpen && (
        <Dialog title={t.title} onClose={() => setOpen(false)}>
          <p class="ds-paragraph">{t.rows(number(rows.length))}</p>
          <div class="acts">
            <button type="button" class="ds-button" disabled={isMaking} onClick={() => void give('xlsx')}>
              {t.workbook}
            </button>
            <button
              type="button"
              class="ds-button"
              data-variant="secondary"
              disabled={isMaking}
              onClick={() => void give('csv')}
            >
              {t.csv}
            </button>
          </div>
          <p role="status">{saved}</p>
          {problem && <ProblemNote error={problem} />}
          {others}
        </Dialog>
      )}
    </>
  );
};
