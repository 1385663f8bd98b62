import { brokenLineOf, csvLines } from '@kull/tables';
import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import { RouteConfig } from '@nestjs/platform-fastify';
import type { FastifyRequest } from 'fastify';
import { CSV_ROUTE } from './bodies';
import { asWritten, type Said, said } from './language';
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

const unusable = (code: string, title: Said, detail: Said): Problem =>
  new Problem({ status: 400, code, title, detail });

const decoded = (bytes: Uint8Array): string => {
  let text: string;
  try {
    // Strips the byte order mark as well.
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw unusable(
      'WRONG_ENCODING',
      said('Filen er ikke i UTF-8', 'Fila er ikkje i UTF-8', 'The file is not in UTF-8'),
      said(
        'Lagre den på nytt som «CSV UTF-8».',
        'Lagre henne på nytt som «CSV UTF-8».',
        'Save it again as “CSV UTF-8”.',
      ),
    );
  }
  if (text.includes('\u0000')) {
    throw unusable(
      'WRONG_ENCODING',
      said('Filen er ikke i UTF-8', 'Fila er ikkje i UTF-8', 'The file is not in UTF-8'),
      said(
        'Den har nulltegn. Lagre den på nytt som «CSV UTF-8».',
        'Ho har nullteikn. Lagre henne på nytt som «CSV UTF-8».',
        'It has null characters. Save it again as “CSV UTF-8”.',
      ),
    );
  }
  return text;
};

const brokenAt = (error: unknown): Problem => {
  const line = brokenLineOf(error) ?? '?';
  return unusable(
    'BROKEN_CSV',
    said('Filen er ikke gyldig CSV', 'Fila er ikkje gyldig CSV', 'The file is not valid CSV'),
    said(
      `Feil i anførselstegn nær linje ${line}. Feltskille er semikolon.`,
      `Feil i hermeteikn nær linje ${line}. Feltskilje er semikolon.`,
      `Wrong quotation marks near line ${line}. Fields are separated by semicolons.`,
    ),
  );
};

/** Reads a CSV file with `;`, quotes and line breaks in fields. Refuses it whole when it cannot be used. */
export const readCsv = async <Column extends string>(
  bytes: Uint8Array,
  columns: readonly Column[],
): Promise<CsvFile<Column>> => {
  const text = decoded(bytes);
  const [header = [], ...lines] = await csvLines(text, { delimiter: ';', emptyLines: 'left out' }).catch((error) => {
    throw brokenAt(error);
  });
  const names = header.map((name) => name.trim());
  const missing = columns.filter((column) => !names.includes(column));
  if (missing.length > 0) {
    const list = missing.join(', ');
    throw new Problem({
      status: 400,
      code: 'MISSING_COLUMN',
      title: said('Filen mangler en kolonne', 'Fila manglar ei kolonne', 'The file lacks a column'),
      detail: said(`Mangler: ${list}`, `Manglar: ${list}`, `Missing: ${list}`),
      errors: missing.map((column) => ({ pointer: `/${column}`, code: 'MISSING_COLUMN', detail: asWritten(column) })),
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
      title: said(
        'Send filen som den er, med Content-Type: text/csv',
        'Send fila som ho er, med Content-Type: text/csv',
        'Send the file as it is, with Content-Type: text/csv',
      ),
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
