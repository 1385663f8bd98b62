import { type MappedColumn, mapColumns, type WantedColumn } from './columns';
import { readCsvCells } from './csv';
import type { CsvDelimiter, CsvEncoding } from './csv-text';
import { LIMITS, type TableRefusal } from './refusal';
import { sheetCellsApart } from './sheet-apart';

/** One row of a list: trimmed texts; absent cells are empty. Row 1 is the first below the header. */
export interface TableRow<Key extends string = string> {
  readonly row: number;
  readonly values: Readonly<Record<Key, string>>;
  /** All cells in the order of the file, left-over columns included: what an error file gives back. */
  readonly cells: readonly string[];
}

/** How a file was read: what a person checks before it is taken in. */
export interface TableReading<Key extends string = string> {
  readonly format: 'csv' | 'xlsx';
  /** Of CSV only. */
  readonly encoding?: CsvEncoding;
  readonly delimiter?: CsvDelimiter;
  /** Every header of the file, and the column that it was taken for. */
  readonly columns: readonly MappedColumn<Key>[];
  readonly rows: readonly TableRow<Key>[];
}

export type ReadTable<Key extends string = string> =
  | { readonly table: TableReading<Key> }
  | { readonly refused: TableRefusal };

const begins = (bytes: Uint8Array, ...magic: readonly number[]): boolean =>
  magic.every((byte, index) => bytes[index] === byte);
const isZip = (bytes: Uint8Array): boolean => begins(bytes, 0x50, 0x4b, 0x03, 0x04);
/** The container of old Excel files, and of new ones with a password. */
const isOldExcel = (bytes: Uint8Array): boolean => begins(bytes, 0xd0, 0xcf, 0x11, 0xe0);

const cellsOf = async (bytes: Uint8Array, wanted: readonly WantedColumn[]) => {
  if (bytes.length > LIMITS.bytes) return { refused: { code: 'TOO_LARGE', limit: 'bytes' } } as const;
  if (isOldExcel(bytes)) return { refused: { code: 'NOT_A_TABLE' } } as const;
  if (!isZip(bytes)) {
    const cells = await readCsvCells(bytes, wanted);
    return 'refused' in cells ? cells : { format: 'csv' as const, ...cells };
  }
  const cells = await sheetCellsApart(bytes);
  return 'refused' in cells ? cells : { format: 'xlsx' as const, ...cells };
};

const refusalOf = <Key extends string>(
  columns: readonly MappedColumn<Key>[],
  wanted: readonly WantedColumn<Key>[],
): TableRefusal | undefined => {
  const headersOf = (key: Key) => columns.filter(({ column }) => column === key).map(({ header }) => header);
  const missing = wanted.filter(({ key, optional }) => !optional && headersOf(key).length === 0);
  if (missing.length > 0) {
    return { code: 'MISSING_COLUMN', missing: missing.map(({ key, title }) => ({ key, title })), columns };
  }
  const twice = wanted.find(({ key }) => headersOf(key).length > 1);
  return twice && { code: 'DUPLICATE_COLUMN', title: twice.title, headers: headersOf(twice.key) };
};

const isEmpty = (line: readonly string[]): boolean => line.every((cell) => cell.trim() === '');

/**
 * Reads a list from a CSV file (UTF-8 or Windows-1252; `;`, `,` or TAB) or from the first sheet of an xlsx file, and
 * finds the wanted columns by key, title or synonym (ux.md 3.2). The first line with anything in it is the header.
 * Rows are counted as a spreadsheet counts them, from 1 below the header; empty ones are counted and left out.
 */
export const readTable = async <Key extends string>(
  bytes: Uint8Array,
  wanted: readonly WantedColumn<Key>[],
): Promise<ReadTable<Key>> => {
  const read = await cellsOf(bytes, wanted);
  if ('refused' in read) return read;
  const { lines, ...how } = read;
  if (lines.length > LIMITS.lines) return { refused: { code: 'TOO_LARGE', limit: 'lines' } };
  if (lines.some((line) => line.length > LIMITS.columns)) return { refused: { code: 'TOO_LARGE', limit: 'columns' } };
  const headerAt = lines.findIndex((line) => !isEmpty(line));
  const headers = (lines[headerAt] ?? []).map((header) => header.trim());
  const columns = mapColumns(headers, wanted);
  const refused = refusalOf(columns, wanted);
  if (refused) return { refused };
  const places = wanted.map(({ key }) => [key, columns.findIndex(({ column }) => column === key)] as const);
  const rows = lines
    .slice(headerAt + 1)
    .map((line, index) => ({ row: index + 1, cells: line.map((cell) => cell.trim()) }))
    .filter(({ cells }) => !isEmpty(cells))
    .map(({ row, cells }) => ({
      row,
      values: Object.fromEntries(places.map(([key, at]) => [key, cells[at] ?? ''])) as Record<Key, string>,
      cells,
    }));
  return { table: { ...how, columns, rows } };
};

/** The first rows of a list and how the file was read: «kolonner gjenkjent 25/26» (ux.md 2.1, A6). */
export const previewOf = <Key extends string>(table: TableReading<Key>, count = 10): TableReading<Key> => ({
  ...table,
  rows: table.rows.slice(0, count),
});
