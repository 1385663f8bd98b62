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

/** Cell by cell, what the receiver has and what it gets instead. Nothing of an ADD. */
export const cellChanges = (before: ExportRecord | undefined, after: ExportRecord): readonly CellChange[] => {
  if (!before) return [];
  const had = line(before);
  const gets = line(after);
  return columns
    .filter((column) => !ofTheVersion.has(column) && had[column] !== gets[column])
    .map((column) => ({ column, before: had[column], after: gets[column] }));
};
