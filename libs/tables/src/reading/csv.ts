import { CsvError } from 'csv-parse';
import type { WantedColumn } from './columns';
import { brokenLineOf, csvLines } from './csv-lines';
import { type CsvDelimiter, type CsvEncoding, decoded, delimiterOf } from './csv-text';
import { LIMITS, type TableRefusal } from './refusal';

const MOST_BYTES_IN_LINE = 100_000;

/** The cells of a CSV file, and how it was written. */
export interface CsvCells {
  readonly encoding: CsvEncoding;
  readonly delimiter: CsvDelimiter;
  readonly lines: readonly (readonly string[])[];
}

/** Files with `;` are written for people, with a `'` before what looks like a formula: it is no part of the text. */
const withoutGuard = (cell: string): string => (/^'[=+\-@]/.test(cell) ? cell.slice(1) : cell);

/** Reads a CSV file, whatever its encoding and delimiter; its first line that is not empty decides on the latter. */
export const readCsvCells = async (
  bytes: Uint8Array,
  wanted: readonly WantedColumn[],
): Promise<CsvCells | { readonly refused: TableRefusal }> => {
  const content = decoded(bytes);
  if (!content) return { refused: { code: 'WRONG_ENCODING' } };
  const { text, encoding } = content;
  const delimiter = delimiterOf(text, wanted);
  try {
    const lines = await csvLines(text, {
      delimiter,
      emptyLines: 'kept',
      mostLines: LIMITS.lines,
      mostBytesInLine: MOST_BYTES_IN_LINE,
    });
    if (delimiter !== ';') return { encoding, delimiter, lines };
    return { encoding, delimiter, lines: lines.map((line) => line.map(withoutGuard)) };
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    if (error.code === 'CSV_MAX_RECORD_SIZE') return { refused: { code: 'TOO_LARGE', limit: 'columns' } };
    return { refused: { code: 'BROKEN_CSV', line: brokenLineOf(error) } };
  }
};
