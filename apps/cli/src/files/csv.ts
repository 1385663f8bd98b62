import { stringify } from 'csv-stringify/sync';

/** A text that a spreadsheet would take for a formula is made harmless (selection.md 7). */
const harmless = (cell: string): string => (/^[=+\-@\t\r]/.test(cell) ? `'${cell}` : cell);

/** A CSV file of the rules: UTF-8 with BOM, `;`, CRLF. Numbers are written as they are. */
export const csvOf = (columns: readonly string[], rows: readonly (readonly (string | number)[])[]): Buffer =>
  Buffer.from(
    stringify([columns, ...rows.map((row) => row.map((cell) => (typeof cell === 'string' ? harmless(cell) : cell)))], {
      bom: true,
      delimiter: ';',
      record_delimiter: '\r\n',
    }),
  );
