import { type Column, columns, type ExportRecord, line } from './export-record';

/** A cell that a correction or revocation changes at the receiver. */
export interface CellChange {
  readonly column: Column;
  readonly before: string;
  readonly after: string;
}

/** What names the row and the version of it; not what it says. */
const ofTheVersion: ReadonlySet<Column> = new Set([
  'record_action',
  'version',
  'issued_at',
  'certificate_sha256',
  'reason_code',
  'reason_text',
]);

/** The cells of a row, as a file has them. */
export type RowCells = Readonly<Record<Column, string>>;

/** The cells in which two rows of one line differ. */
export const changedCells = (had: RowCells, gets: RowCells): readonly CellChange[] =>
  columns
    .filter((column) => !ofTheVersion.has(column) && had[column] !== gets[column])
    .map((column) => ({ column, before: had[column], after: gets[column] }));

/** Cell by cell, what the receiver has and what it gets instead. Nothing of an ADD. */
export const cellChanges = (before: ExportRecord | undefined, after: ExportRecord): readonly CellChange[] =>
  before ? changedCells(line(before), line(after)) : [];
