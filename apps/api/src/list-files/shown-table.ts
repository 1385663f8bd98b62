import type { ColumnDefinition, TableDefinition } from '@kull/tables';
import type { CellType, ShownCell, ShownList } from './list-file.dto';

type Row = ShownList['rows'][number];

const columnOf = ({ key, title, type }: { key: string; title: string; type: CellType }, at: number) => {
  const value = ({ cells }: Row): ShownCell => cells[at] ?? null;
  // That each cell is of its column's type was looked at when it came in.
  return { key, title, type, value } as ColumnDefinition<Row>;
};

/** File names hold no path; the library keeps sheet names. */
const fileName = (name: string): string => name.replaceAll(/[\\/:*?"<>|]/g, ' ').trim() || 'Liste';

/** The list with the columns that are shown. */
export const shownTable = ({ name, columns }: Pick<ShownList, 'name' | 'columns'>): TableDefinition<Row> => ({
  name: fileName(name),
  columns: columns.map(columnOf),
});
