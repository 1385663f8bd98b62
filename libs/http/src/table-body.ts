import { readTable, type TableLimit, type TableReading, type TableRefusal, type WantedColumn } from '@kull/tables';
import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import { RouteConfig } from '@nestjs/platform-fastify';
import type { FastifyRequest } from 'fastify';
import { TABLE_ROUTE } from './bodies';
import { Problem } from './problem';

const SAVE_AGAIN = 'Lagre den på nytt som Excel-arbeidsbok (.xlsx) eller som «CSV UTF-8», og send den igjen.';
const SPLIT = 'Del den i flere, og send dem hver for seg.';

const tooLarge: Readonly<Record<TableLimit, string>> = {
  bytes: `Filen kan være på 10 MB. ${SPLIT}`,
  inflatedBytes: `Pakket ut er den på mer enn 50 MB. ${SPLIT}`,
  entries: `Arbeidsboken har for mange deler. ${SAVE_AGAIN}`,
  places:
    'Arket har for mange celler, eller celler langt til høyre for eller under listen. Kopier listen til et nytt ark.',
  lines: `Listen kan ha 99 998 rader. ${SPLIT}`,
  columns: 'Listen kan ha 500 kolonner. Ta bort dem som ikke trengs.',
  memory: `Arket krever for mye minne. ${SPLIT}`,
  seconds: `Det tar for lang tid å lese arket. ${SPLIT}`,
};

/** A list that cannot be read, in the words of people: what is wrong with the file, and what to do. */
export const problemOfTable = (refused: TableRefusal): Problem => {
  const { code } = refused;
  switch (code) {
    case 'MISSING_COLUMN':
      return new Problem({
        status: 400,
        code,
        title: 'Filen mangler en kolonne',
        detail: `Mangler: ${refused.missing.map(({ title }) => title).join(', ')}. Den første raden skal ha kolonnenavnene.`,
        errors: refused.missing.map(({ key, title }) => ({ pointer: `/${key}`, code, detail: title })),
      });
    case 'DUPLICATE_COLUMN':
      return new Problem({
        status: 400,
        code,
        title: 'Filen har samme kolonne flere ganger',
        detail: `${refused.title} finnes ${refused.headers.length} ganger. Behold en av dem.`,
      });
    case 'BROKEN_CSV':
      return new Problem({
        status: 400,
        code,
        title: 'Filen er ikke gyldig CSV',
        detail: `Feil i anførselstegn nær linje ${refused.line ?? '?'}.`,
      });
    case 'WRONG_ENCODING':
      return new Problem({ status: 400, code, title: 'Filen er ikke en tekst vi kan lese', detail: SAVE_AGAIN });
    case 'NOT_A_TABLE':
      return new Problem({
        status: 422,
        code,
        title: 'Filen er ikke en liste vi kan lese',
        detail: `Den er skadet, har passord eller er av en eldre type. ${SAVE_AGAIN}`,
      });
    case 'TOO_LARGE':
      return new Problem({ status: 413, code, title: 'Filen er for stor', detail: tooLarge[refused.limit] });
  }
};

const tableParameter = createParamDecorator(
  async (columns: readonly WantedColumn[], context: ExecutionContext): Promise<TableReading> => {
    const { body } = context.switchToHttp().getRequest<FastifyRequest>();
    if (!Buffer.isBuffer(body)) {
      throw new Problem({
        status: 415,
        code: 'TABLE_EXPECTED',
        title: 'Send filen som den er: CSV eller xlsx, med sin Content-Type',
      });
    }
    const read = await readTable(body, columns);
    if ('refused' in read) throw problemOfTable(read.refused);
    return read.table;
  },
);

/**
 * Injects an uploaded list, CSV or xlsx as people have it: `@TableBody(columns) table: TableReading<'student_no'>`.
 * The route takes both up to 10 MB; other routes take none.
 */
export const TableBody =
  (columns: readonly WantedColumn[]): ParameterDecorator =>
  (target, method, index) => {
    tableParameter(columns)(target, method, index);
    const descriptor = method && Object.getOwnPropertyDescriptor(target, method);
    if (descriptor) RouteConfig(TABLE_ROUTE)(target, method, descriptor);
  };
