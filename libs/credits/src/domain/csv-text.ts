import { stringify } from 'csv-stringify/sync';

/** A cell that a spreadsheet would take for a formula is made harmless by a leading apostrophe (ux.md 3.2). */
const harmless = (cell: string): string => (/^[=+\-@\t\r]/.test(cell) ? `'${cell}` : cell);

/** Text of a rule file: UTF-8 with BOM, `;`, CRLF, a header line, quotes where needed (ux.md 3.2). */
export const csvText = (columns: readonly string[], rows: readonly (readonly string[])[]): string =>
  stringify([[...columns], ...rows.map((row) => row.map(harmless))], {
    bom: true,
    delimiter: ';',
    record_delimiter: 'windows',
  });
