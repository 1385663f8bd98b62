import { stringify } from 'csv-stringify/sync';

/** A table of texts: the names of the columns, and rows as long as they are many. */
export interface Table {
  readonly columns: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

/** A cell that a spreadsheet would take for a formula gets a leading `'` (selection.md 7). */
const harmless = (cell: string): string => (/^[=+\-@\t\r]/.test(cell) ? `'${cell}` : cell);

/** A table as CSV text: UTF-8 with BOM, `;`, CRLF, quoted where needed (selection.md 7). */
export const csvText = ({ columns, rows }: Table): string =>
  stringify([columns.slice(), ...rows.map((row) => row.map(harmless))], {
    bom: true,
    delimiter: ';',
    record_delimiter: '\r\n',
    quoted_match: /[\r\n]/,
  });
