import { readFileSync } from 'node:fs';
import { parse } from 'csv-parse/sync';

export type Row = Readonly<Record<string, string>>;

/** The rows of a CSV text or file of the rules, by column name. */
export const rowsOf = (csv: Buffer | string): readonly Row[] =>
  parse(csv, { bom: true, delimiter: ';', columns: true, skip_empty_lines: true });

export const rowsIn = (path: string): readonly Row[] => rowsOf(readFileSync(path));
