import type { ComponentChildren } from 'preact';
import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import { ColumnChooser } from './column-chooser';
import { byAlphabet } from './dates';
import { ExportList } from './export-list';
import { useHiddenColumns } from './hidden-columns';
import { useKeys } from './keys';
import type { FileOfList, FilePart } from './list-file';
import { inLanguage } from './texts';
import { useUrlState } from './url-state';

const t = inLanguage({
  nb: { choose: 'Velg', chosen: 'valgt', none: 'Opphev valget' },
  nn: { choose: 'Vel', chosen: 'valde', none: 'Opphev valet' },
  en: { choose: 'Choose', chosen: 'chosen', none: 'Choose none' },
});

/** A column of a list. */
export interface Column<Row> {
  readonly key: string;
  readonly header: string;
  readonly cell: (row: Row) => ComponentChildren;
  /** What the column is sorted by; without it, it is not. */
  readonly sortBy?: (row: Row) => string | number;
  /** The one that names the row. */
  readonly isName?: boolean;
  readonly isNumber?: boolean;
  /** What stands in a file of the list where that is not what is shown; empty: nothing, of acts. */
  readonly file?: readonly FilePart<Row>[];
}

/** What can be done with a whole list. */
interface ListTools<Row> extends FileOfList<Row> {
  /** Whose columns they are, where they can be chosen: the choice is kept under that name. */
  readonly columnsOf?: string;
  /** Other files of the same matter. */
  readonly otherFiles?: ComponentChildren;
}

interface TableProps<Row> {
  /** Read by screen readers before the table. */
  readonly caption: string;
  readonly rows: readonly Row[];
  readonly columns: readonly Column<Row>[];
  readonly rowKey: (row: Row) => string;
  /** What a row is called where it is chosen. */
  readonly rowName?: (row: Row) => string;
  /** Enter, or `e`. */
  readonly onOpen?: (row: Row) => void;
  /** Acts on the rows that are chosen; without it none can be. */
  readonly chosenActs?: (rows: readonly Row[], clear: () => void) => ComponentChildren;
  readonly empty: ComponentChildren;
  /** False of a table beside the list of the screen: the keys are the list's. */
  readonly isWalked?: boolean;
  /** With it the list can be exported, as it is shown. */
  readonly tools?: ListTools<Row>;
}

const compare = (one: string | number, other: string | number): number =>
  typeof one === 'number' && typeof other === 'number' ? one - other : byAlphabet(String(one), String(other));

const sorted = <Row,>(
  rows: readonly Row[],
  columns: readonly Column<Row>[],
  sort: string | undefined,
): readonly Row[] => {
  const key = sort?.replace(/^-/, '');
  const by = columns.find((column) => column.key === key)?.sortBy;
  if (!by) return rows;
  const sign = sort!.startsWith('-') ? -1 : 1;
  return [...rows].sort((one, other) => sign * compare(by(one), by(other)));
};

/**
 * A list: sorted by its heads (kept in the address), walked with `j` and `k`, chosen with `x` (`X` to here), opened with
 * Enter. Below 640 px each row is a card.
 */
export const Table = <Row,>(props: TableProps<Row>) => {
  const { caption, rows, columns: all, rowKey, rowName = rowKey, onOpen, chosenActs, empty, tools } = props;
  const { isWalked = true } = props;
  const [hidden, hide] = useHiddenColumns(tools?.columnsOf);
  const columns = all.filter(({ key, isName }) => isName || !hidden.has(key));
  const [sort, setSort] = useUrlState('sort');
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const [at, setAt] = useState(-1);
  const lastChosen = useRef(-1);
  const body = useRef<HTMLTableSectionElement>(null);
  const shown = useMemo(() => sorted(rows, all, sort), [rows, all, sort]);
  useEffect(() => {
    const known = new Set(rows.map(rowKey));
    setChosen((now) =>
      [...now].every((key) => known.has(key)) ? now : new Set([...now].filter((key) => known.has(key))),
    );
  }, [rows]);

  const go = (to: number): void => {
    const next = Math.max(0, Math.min(shown.length - 1, to));
    setAt(next);
    body.current?.rows[next]?.focus();
  };
  const choose = (index: number, upTo = false): void => {
    const [from, to] = upTo && lastChosen.current >= 0 ? [lastChosen.current, index] : [index, index];
    const keys = shown.slice(Math.min(from, to), Math.max(from, to) + 1).map(rowKey);
    const next = new Set(chosen);
    const isOn = upTo || !next.has(keys[0]!);
    for (const key of keys) {
      if (isOn) next.add(key);
      else next.delete(key);
    }
    lastChosen.current = index;
    setChosen(next);
  };
  const clear = (): void => setChosen(new Set());
  const open = (index: number): void => {
    const row = shown[index];
    if (row !== undefined) onOpen?.(row);
  };
  useKeys({
    ...(isWalked && { j: () => go(at + 1), k: () => go(at - 1) }),
    ...(chosenActs && { x: () => at >= 0 && choose(at), X: () => at >= 0 && choose(at, true), Escape: clear }),
    ...(onOpen && { e: () => open(at) }),
  });

  if (rows.length === 0) return <div class="empty">{empty}</div>;
  const chosenRows = shown.filter((row) => chosen.has(rowKey(row)));
  const allChosen = chosenRows.length === shown.length;
  return (
    <>
      {tools && (
        <div class="list-tools">
          {tools.columnsOf !== undefined && <ColumnChooser columns={all} hidden={hidden} hide={hide} />}
          <ExportList of={tools} rows={shown} columns={columns} others={tools.otherFiles} />
        </div>
      )}
      <div class="scrolls">
        <table class="ds-table as-cards" data-size="sm" data-hover>
          <caption class="only-read">{caption}</caption>
          <thead>
            <tr>
              {chosenActs && (
                <th class="row-choice">
                  <input
                    type="checkbox"
                    class="ds-input"
                    aria-label={`${t.choose}: ${caption}`}
                    checked={allChosen}
                    onClick={() => (allChosen ? clear() : setChosen(new Set(shown.map(rowKey))))}
                  />
                </th>
              )}
              {columns.map(({ key, header, sortBy, isNumber }) => {
                const direction = sort === key ? 'ascending' : sort === `-${key}` ? 'descending' : 'none';
                return (
                  <th
                    key={key}
                    scope="col"
                    class={isNumber ? 'number' : undefined}
                    {...(sortBy && { 'aria-sort': direction })}
                  >
                    {sortBy ? (
                      <button type="button" onClick={() => setSort(sort === key ? `-${key}` : key)}>
                        {header}
                      </button>
                    ) : (
                      header
                    )}
                  </th>
                );
              })}
            </tr>
          </thead>
          <tbody ref={body}>
            {shown.map((row, index) => (
              <tr
                key={rowKey(row)}
                tabIndex={index === Math.max(at, 0) ? 0 : -1}
                data-chosen={chosen.has(rowKey(row)) || undefined}
                onFocus={() => setAt(index)}
                onKeyDown={(event) => {
                  if (event.key === 'Enter' && event.target === event.currentTarget) open(index);
                }}
              >
                {chosenActs && (
                  <td class="row-choice">
                    <input
                      type="checkbox"
                      class="ds-input"
                      aria-label={`${t.choose} ${rowName(row)}`}
                      checked={chosen.has(rowKey(row))}
                      onClick={(event) => choose(index, event.shiftKey)}
                    />
                  </td>
                )}
                {columns.map(({ key, header, cell, isName, isNumber }) =>
                  isName ? (
                    <th key={key} scope="row">
                      {cell(row)}
                    </th>
                  ) : (
                    <td key={key} data-label={header} class={isNumber ? 'number' : undefined}>
                      {cell(row)}
                    </td>
                  ),
                )}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {chosenActs && chosenRows.length > 0 && (
        <section class="chosen-bar" aria-label={`${chosenRows.length} ${t.chosen}`}>
          <strong>
            {chosenRows.length} {t.chosen}
          </strong>
          {chosenActs(chosenRows, clear)}
          {tools && <ExportList of={tools} rows={chosenRows} columns={columns} isChosen />}
          <button type="button" class="ds-button" data-variant="tertiary" onClick={clear}>
            {t.none}
          </button>
        </section>
      )}
    </>
  );
};
