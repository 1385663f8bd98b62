import { setImmediate as nextTurn } from 'node:timers/promises';
import { CsvError, type Parser, parse } from 'csv-parse';

/** How a CSV text is to be taken apart. */
export interface CsvForm {
  readonly delimiter: string;
  /** An empty line is left out, or is a line with one empty cell. */
  readonly emptyLines: 'left out' | 'kept';
  /** Reading ends soon after so many lines. */
  readonly mostLines?: number;
  /** A longer line is an error. */
  readonly mostBytesInLine?: number;
}

const PARSED_AT_A_TIME = 256 * 1024;

const readAll = (parser: Parser, lines: string[][]): void => {
  for (let line: string[] | null = parser.read(); line !== null; line = parser.read()) lines.push(line);
};

/**
 * The cells of a CSV text, line by line; a field with line breaks is one cell of one line. Parses a piece at a time, so
 * that a large file does not hold up the other requests.
 * @throws CsvError for quotes in wrong places, with the line in `lines`
 */
export const csvLines = async (text: string, form: CsvForm): Promise<string[][]> => {
  const { delimiter, emptyLines, mostLines = Number.POSITIVE_INFINITY, mostBytesInLine = 0 } = form;
  const parser = parse({
    delimiter,
    relax_column_count: true,
    skip_empty_lines: emptyLines === 'left out',
    max_record_size: mostBytesInLine,
  });
  const failed = new Promise<never>((_, reject) => parser.once('error', reject));
  const ended = new Promise<void>((resolve) => parser.once('end', resolve));
  failed.catch(() => undefined);
  const lines: string[][] = [];
  parser.on('readable', () => readAll(parser, lines));
  for (let start = 0; start < text.length; start += PARSED_AT_A_TIME) {
    parser.write(text.slice(start, start + PARSED_AT_A_TIME));
    await Promise.race([nextTurn(), failed]);
    if (lines.length > mostLines) {
      parser.destroy();
      return lines;
    }
  }
  parser.end();
  await Promise.race([ended, failed]);
  return lines;
};

/** The line of the file near which it is no CSV; undefined for other errors. */
export const brokenLineOf = (error: unknown): number | undefined =>
  error instanceof CsvError && typeof error.lines === 'number' ? error.lines : undefined;
