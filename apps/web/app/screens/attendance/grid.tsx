import { useEffect, useId, useRef, useState } from 'preact/hooks';
import { singleKeysAreOn } from '../../kit/keys';
import { inLanguage } from '../../kit/texts';
import type { RegisterAnswer } from './attendance-queries';
import { cellFace, cellHistory, sessionHead } from './cell-words';
import {
  type Block,
  blockCells,
  type Cell,
  isIn,
  moved,
  type PresenceKind,
  presenceOfKey,
  type Spot,
} from './grid-model';

const t = inLanguage({
  nb: {
    student: 'Student',
    sum: 'Sum og krav',
    help: 'Piler flytter. P til stede, F fravær, G gyldig fravær. Shift med piler velger flere. Enter åpner årsak og historikk.',
    chosen: (n: number) => `${n} celler er valgt.`,
  },
  nn: {
    student: 'Student',
    sum: 'Sum og krav',
    help: 'Piler flyttar. P til stades, F fråvær, G gyldig fråvær. Shift med piler vel fleire. Enter opnar årsak og historikk.',
    chosen: (n: number) => `${n} celler er valde.`,
  },
  en: {
    student: 'Student',
    sum: 'Sum and requirement',
    help: 'Arrows move. P present, F absent, G excused. Shift with arrows chooses several. Enter opens reason and history.',
    chosen: (n: number) => `${n} cells are chosen.`,
  },
});

interface GridProps {
  readonly caption: string;
  readonly registers: readonly RegisterAnswer[];
  readonly cells: readonly (readonly Cell[])[];
  readonly rows: readonly {
    readonly studentNo: string;
    readonly name: string;
    readonly sum: string;
    readonly words: string;
  }[];
  readonly nameOf: (code: string) => string;
  /** The cells are to be set to it. */
  readonly onSet: (cells: readonly Cell[], presence: PresenceKind) => void;
  /** The cell is to be opened: its reason and its history. */
  readonly onOpen: (cell: Cell) => void;
}

const START: Block = { from: { row: 0, column: 0 }, to: { row: 0, column: 0 } };

/** Students by sessions (ux.md A3), as a grid of the ARIA practices: one stop for Tab, arrows within. */
export const Grid = ({ caption, registers, cells, rows, nameOf, onSet, onOpen }: GridProps) => {
  const [block, setBlock] = useState<Block>(START);
  const table = useRef<HTMLTableElement>(null);
  const [help, about] = [useId(), useId()];
  const size = { rows: cells.length, columns: registers.length };
  const at: Spot = { row: Math.min(block.to.row, size.rows - 1), column: Math.min(block.to.column, size.columns - 1) };
  const cell = cells[at.row]?.[at.column];
  const chosen = blockCells(cells, block);
  const hasFocus = (): boolean => table.current?.contains(document.activeElement) ?? false;
  useEffect(() => {
    if (hasFocus()) table.current?.querySelector<HTMLElement>('[role="gridcell"][tabindex="0"]')?.focus();
  }, [at.row, at.column]);

  const go = (to: Spot, isWider: boolean): void => setBlock((now) => ({ from: isWider ? now.from : to, to }));
  const press = (event: KeyboardEvent): void => {
    if (event.altKey || (event.target as HTMLElement).getAttribute('role') !== 'gridcell') return;
    const far = event.ctrlKey || event.metaKey;
    const to = moved(at, event.key, size, far);
    const presence = far || !singleKeysAreOn() ? undefined : presenceOfKey[event.key.toLowerCase()];
    if (to) go(to, event.shiftKey);
    else if (presence) onSet(chosen, presence);
    else if (event.key === 'Enter' && cell) onOpen(cell);
    else if (event.key === 'Escape') setBlock({ from: at, to: at });
    else return;
    event.preventDefault();
    event.stopPropagation();
  };

  return (
    <>
      <p class="subtle" id={help}>
        {t.help}
      </p>
      <div class="scrolls">
        <table
          // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: a grid of the ARIA practices is a table
          role="grid"
          class="ds-table attendance-grid"
          data-size="sm"
          aria-describedby={help}
          aria-multiselectable="true"
          ref={table}
          onKeyDown={press}
        >
          <caption class="only-read">{caption}</caption>
          <thead>
            <tr>
              <th scope="col">{t.student}</th>
              {registers.map((register) => {
                const { short, long } = sessionHead(register);
                return (
                  <th key={register.session} scope="col" title={long}>
                    {short}
                    {register.status === 'locked' && <span aria-hidden="true"> ■</span>}
                  </th>
                );
              })}
              <th scope="col">{t.sum}</th>
            </tr>
          </thead>
          <tbody>
            {rows.map(({ studentNo, name, sum, words }, row) => (
              <tr key={studentNo}>
                <th scope="row">{name}</th>
                {cells[row]!.map((one, column) => {
                  const { letter, word } = cellFace(one);
                  const isHere = row === at.row && column === at.column;
                  return (
                    <td
                      key={one.session}
                      // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: see the table
                      role="gridcell"
                      tabIndex={isHere ? 0 : -1}
                      data-presence={one.line?.counts?.presence}
                      data-cell={`${studentNo}/${one.session}`}
                      aria-selected={isIn(block, { row, column })}
                      aria-describedby={isHere ? about : undefined}
                      onMouseDown={(event) => {
                        if (event.shiftKey) event.preventDefault();
                        go({ row, column }, event.shiftKey);
                      }}
                      onDblClick={() => onOpen(one)}
                    >
                      <span aria-hidden="true">{letter}</span>
                      <span class="only-read">{word}</span>
                    </td>
                  );
                })}
                <td class="sum">
                  {sum} <span class="subtle">{words}</span>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <div class="cell-about" id={about}>
        {chosen.length > 1 && <p>{t.chosen(chosen.length)}</p>}
        {cell && (
          <p>
            <strong>
              {rows[at.row]!.name}, {sessionHead(registers[at.column]!).short}:
            </strong>{' '}
            {cellHistory(cell, nameOf).join(' · ')}
          </p>
        )}
      </div>
    </>
  );
};
