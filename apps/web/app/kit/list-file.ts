import type { PersonOfRow, ShownList } from '../../../api/src/list-files/list-file.dto';
import type { Column } from './table';

export type { PersonOfRow };

type FileCell = string | number | null | undefined;

/** What stands in one column of a file. */
export interface FilePart<Row> {
  /** The column's own header when it is left out. */
  readonly title?: string;
  /** By default a number where all are numbers, and a text otherwise. */
  readonly type?: ShownList['columns'][number]['type'];
  readonly value: (row: Row) => FileCell;
}

/** What a list is called as a file, and whom its rows are about. */
export interface FileOfList<Row> {
  readonly name: string;
  readonly person?: (row: Row) => PersonOfRow | undefined;
}

/** What a screen shows where there is nothing. */
const NOTHING = '–';

const plain = (content: unknown): FileCell =>
  (typeof content === 'string' && content !== NOTHING) || typeof content === 'number' ? content : null;

/** Without a word about files, a column has in them what it shows as a text; the name is what it is sorted by. */
const partsOf = <Row>({ file, isName, sortBy, cell }: Column<Row>): readonly FilePart<Row>[] =>
  file ?? [{ value: (row) => plain(cell(row)) ?? (isName && sortBy ? sortBy(row) : null) }];

interface Shown<Row> extends FileOfList<Row> {
  readonly rows: readonly Row[];
  readonly columns: readonly Column<Row>[];
  readonly address: string;
  readonly position: number;
}

/** A list as it is shown, in the form in which the service makes a file of it. */
export const shownList = <Row>({
  name,
  person,
  rows,
  columns,
  address,
  position,
}: Shown<Row>): Omit<ShownList, 'format' | 'profile'> => {
  const parts = columns.flatMap((column) =>
    partsOf(column).map((part, at) => {
      const cells = rows.map((row) => part.value(row) ?? null);
      const isNumbers =
        cells.some((cell) => typeof cell === 'number') && cells.every((cell) => typeof cell !== 'string');
      const type = part.type ?? (isNumbers ? ('decimal' as const) : ('text' as const));
      return {
        column: { key: at === 0 ? column.key : `${column.key}-${at + 1}`, title: part.title ?? column.header, type },
        cells: type === 'text' ? cells.map((cell) => (cell === null ? null : String(cell))) : cells,
      };
    }),
  );
  return {
    name,
    address,
    position,
    columns: parts.map(({ column }) => column),
    rows: rows.map((row, at) => {
      const about = person?.(row);
      return { ...(about && { person: about }), cells: parts.map(({ cells }) => cells[at]!) };
    }),
  };
};
