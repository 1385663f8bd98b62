import { setImmediate as nextTurn } from 'node:timers/promises';
import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import { RouteConfig } from '@nestjs/platform-fastify';
import { type CsvError, type Parser, parse } from 'csv-parse';
import type { FastifyRequest } from 'fastify';
import { CSV_ROUTE } from './bodies';
import { Problem } from './problem';

/** One record of a CSV file; absent cells are empty texts. Row 1 is the first below the header. */
export interface CsvRecord<Column extends string = string> {
  readonly row: number;
  readonly values: Readonly<Record<Column, string>>;
}

/** A CSV file as it came in, header checked. */
export interface CsvFile<Column extends string = string> {
  readonly columns: readonly string[];
  readonly records: readonly CsvRecord<Column>[];
}

const PARSED_AT_A_TIME = 256 * 1024;

const unusable = (code: string, title: string, detail: string): Problem =>
  new Problem({ status: 400, code, title, detail });

const decoded = (bytes: Uint8Array): string => {
  let text: string;
  try {
    // Strips the byte order mark as well.
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw unusable('WRONG_ENCODING', 'Filen er ikke i UTF-8', 'Lagre den på nytt som «CSV UTF-8».');
  }
  if (text.includes('\u0000')) {
    throw unusable('WRONG_ENCODING', 'Filen er ikke i UTF-8', 'Den har nulltegn. Lagre den på nytt som «CSV UTF-8».');
  }
  return text;
};

const readAll = (parser: Parser, lines: string[][]): void => {
  for (let line: string[] | null = parser.read(); line !== null; line = parser.read()) lines.push(line);
};

/** Parses a piece at a time, so that a large file does not hold up the other requests. */
const linesOf = async (text: string): Promise<string[][]> => {
  const parser = parse({ delimiter: ';', relax_column_count: true, skip_empty_lines: true });
  const failed = new Promise<never>((_, reject) => parser.once('error', reject));
  const ended = new Promise<void>((resolve) => parser.once('end', resolve));
  failed.catch(() => undefined);
  const lines: string[][] = [];
  parser.on('readable', () => readAll(parser, lines));
  for (let start = 0; start < text.length; start += PARSED_AT_A_TIME) {
    parser.write(text.slice(start, start + PARSED_AT_A_TIME));
    await Promise.race([nextTurn(), failed]);
  }
  parser.end();
  await Promise.race([ended, failed]);
  return lines;
};

const brokenAt = (error: Partial<CsvError>): Problem =>
  unusable(
    'BROKEN_CSV',
    'Filen er ikke gyldig CSV',
    `Feil i anførselstegn nær linje ${'lines' in error ? String(error.lines) : '?'}. Feltskille er semikolon.`,
  );

/** Reads a CSV file with `;`, quotes and line breaks in fields. Refuses it whole when it cannot be used. */
export const readCsv = async <Column extends string>(
  bytes: Uint8Array,
  columns: readonly Column[],
): Promise<CsvFile<Column>> => {
  const text = decoded(bytes);
  const [header = [], ...lines] = await linesOf(text).catch((error: Partial<CsvError>) => {
    throw brokenAt(error);
  });
  const names = header.map((name) => name.trim());
  const missing = columns.filter((column) => !names.includes(column));
  if (missing.length > 0) {
    throw new Problem({
      status: 400,
      code: 'MISSING_COLUMN',
      title: 'Filen mangler en kolonne',
      detail: `Mangler: ${missing.join(', ')}`,
      errors: missing.map((column) => ({ pointer: `/${column}`, code: 'MISSING_COLUMN', detail: column })),
    });
  }
  const places = columns.map((column) => [column, names.indexOf(column)] as const);
  const records = lines.map((line, index) => ({
    row: index + 1,
    values: Object.fromEntries(places.map(([column, at]) => [column, line[at] ?? ''])) as Record<Column, string>,
  }));
  return { columns: names, records };
};

const csvParameter = createParamDecorator(async (columns: readonly string[], context: ExecutionContext) => {
  const { body } = context.switchToHttp().getRequest<FastifyRequest>();
  if (!Buffer.isBuffer(body)) {
    throw new Problem({
      status: 415,
      code: 'CSV_EXPECTED',
      title: 'Send filen som den er, med Content-Type: text/csv',
    });
  }
  return readCsv(body, columns);
});

/**
 * Injects the uploaded file, checked: `@CsvBody('student_no', 'result') file: CsvFile<'student_no' | 'result'>`.
 * The route takes `text/csv` up to 64 MB; other routes take none.
 */
export const CsvBody =
  (...columns: readonly [string, ...string[]]): ParameterDecorator =>
  (target, method, index) => {
    csvParameter(columns)(target, method, index);
    const descriptor = method && Object.getOwnPropertyDescriptor(target, method);
    if (descriptor) RouteConfig(CSV_ROUTE)(target, method, descriptor);
  };
