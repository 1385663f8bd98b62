import { stringify } from 'csv-stringify/sync';

/** A table of texts and numbers: the names of the columns, and rows as long as they are many. */
export interface Table {
  readonly columns: readonly string[];
  readonly rows: readonly (readonly (string | number)[])[];
}

/** A text that a spreadsheet would take for a formula gets a leading `'` (selection.md 7). */
export const harmless = (text: string): string => (/^[=+\-@\t\r]/.test(text) ? `'${text}` : text);

/** A file of the rules as text: UTF-8 with BOM, `;`, CRLF, a header line, quoted where needed (selection.md 7). */
export const ruleFile = ({ columns, rows }: Table): string =>
  stringify([columns, ...rows.map((row) => row.map((cell) => (typeof cell === 'string' ? harmless(cell) : cell)))], {
    bom: true,
    delimiter: ';',
    record_delimiter: '\r\n',
    quoted_match: /[\r\n]/,
  });
