import { readTable, type TableLimit, type TableReading, type TableRefusal, type WantedColumn } from '@kull/tables';
import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import { RouteConfig } from '@nestjs/platform-fastify';
import type { FastifyRequest } from 'fastify';
import { TABLE_ROUTE } from './bodies';
import { type Said, said, saidIn } from './language';
import { Problem } from './problem';

const SAVE_AGAIN = said(
  'Lagre den på nytt som Excel-arbeidsbok (.xlsx) eller som «CSV UTF-8», og send den igjen.',
  'Lagre henne på nytt som Excel-arbeidsbok (.xlsx) eller som «CSV UTF-8», og send henne igjen.',
  'Save it again as an Excel workbook (.xlsx) or as “CSV UTF-8”, and send it again.',
);
const SPLIT = said(
  'Del den i flere, og send dem hver for seg.',
  'Del henne i fleire, og send dei kvar for seg.',
  'Split it into several, and send them one by one.',
);

const followedBy = (first: Said, then: Said): Said => saidIn((language) => `${first[language]} ${then[language]}`);

const tooLarge: Readonly<Record<TableLimit, Said>> = {
  bytes: followedBy(said('Filen kan være på 10 MB.', 'Fila kan vere på 10 MB.', 'The file can be 10 MB.'), SPLIT),
  inflatedBytes: followedBy(
    said('Pakket ut er den på mer enn 50 MB.', 'Pakka ut er ho på meir enn 50 MB.', 'Unpacked it has more than 50 MB.'),
    SPLIT,
  ),
  entries: followedBy(
    said('Arbeidsboken har for mange deler.', 'Arbeidsboka har for mange delar.', 'The workbook has too many parts.'),
    SAVE_AGAIN,
  ),
  places: said(
    'Arket har for mange celler, eller celler langt til høyre for eller under listen. Kopier listen til et nytt ark.',
    'Arket har for mange celler, eller celler langt til høgre for eller under lista. Kopier lista til eit nytt ark.',
    'The sheet has too many cells, or cells far to the right of or below the list. Copy the list to a new sheet.',
  ),
  lines: followedBy(
    said('Listen kan ha 99 998 rader.', 'Lista kan ha 99 998 rader.', 'The list can have 99,998 rows.'),
    SPLIT,
  ),
  columns: said(
    'Listen kan ha 500 kolonner. Ta bort dem som ikke trengs.',
    'Lista kan ha 500 kolonnar. Ta bort dei som ikkje trengst.',
    'The list can have 500 columns. Remove those that are not needed.',
  ),
  memory: followedBy(
    said('Arket krever for mye minne.', 'Arket krev for mykje minne.', 'The sheet needs too much memory.'),
    SPLIT,
  ),
  seconds: followedBy(
    said(
      'Det tar for lang tid å lese arket.',
      'Det tek for lang tid å lese arket.',
      'The sheet takes too long to read.',
    ),
    SPLIT,
  ),
};

const DAMAGED = said(
  'Den er skadet, har passord eller er av en eldre type.',
  'Ho er skadd, har passord eller er av ein eldre type.',
  'It is damaged, has a password or is of an older kind.',
);

/** Titles of columns are Norwegian; by its key a column is known in every file as well. */
const columnText = ({ key, title }: { readonly key: string; readonly title: string }): Said => said(title, title, key);

const columnsText = (columns: readonly { readonly key: string; readonly title: string }[]): Said =>
  saidIn((language) => columns.map((one) => columnText(one)[language]).join(', '));

const missingText = (columns: Said): Said =>
  said(
    `Mangler: ${columns.nb}. Den første raden skal ha kolonnenavnene.`,
    `Manglar: ${columns.nn}. Den første rada skal ha kolonnenamna.`,
    `Missing: ${columns.en}. The first row shall have the names of the columns.`,
  );

/** By the headings that the file has. */
const twiceText = (headers: string): Said =>
  said(
    `Samme kolonne: ${headers}. Behold en av dem.`,
    `Same kolonne: ${headers}. Behald ei av dei.`,
    `The same column: ${headers}. Keep one of them.`,
  );

/** A list that cannot be read, in the words of people: what is wrong with the file, and what to do. */
export const problemOfTable = (refused: TableRefusal): Problem => {
  const { code } = refused;
  switch (code) {
    case 'MISSING_COLUMN':
      return new Problem({
        status: 400,
        code,
        title: said('Filen mangler en kolonne', 'Fila manglar ei kolonne', 'The file lacks a column'),
        detail: missingText(columnsText(refused.missing)),
        errors: refused.missing.map((one) => ({ pointer: `/${one.key}`, code, detail: columnText(one) })),
      });
    case 'DUPLICATE_COLUMN':
      return new Problem({
        status: 400,
        code,
        title: said(
          'Filen har samme kolonne flere ganger',
          'Fila har same kolonne fleire gonger',
          'The file has the same column several times',
        ),
        detail: twiceText(refused.headers.join(', ')),
      });
    case 'BROKEN_CSV':
      return new Problem({
        status: 400,
        code,
        title: said('Filen er ikke gyldig CSV', 'Fila er ikkje gyldig CSV', 'The file is not valid CSV'),
        detail: said(
          `Feil i anførselstegn nær linje ${refused.line ?? '?'}.`,
          `Feil i hermeteikn nær linje ${refused.line ?? '?'}.`,
          `Wrong quotation marks near line ${refused.line ?? '?'}.`,
        ),
      });
    case 'WRONG_ENCODING':
      return new Problem({
        status: 400,
        code,
        title: said(
          'Filen er ikke en tekst vi kan lese',
          'Fila er ikkje ein tekst vi kan lese',
          'The file is not a text that we can read',
        ),
        detail: SAVE_AGAIN,
      });
    case 'NOT_A_TABLE':
      return new Problem({
        status: 422,
        code,
        title: said(
          'Filen er ikke en liste vi kan lese',
          'Fila er ikkje ei liste vi kan lese',
          'The file is not a list that we can read',
        ),
        detail: followedBy(DAMAGED, SAVE_AGAIN),
      });
    case 'TOO_LARGE':
      return new Problem({
        status: 413,
        code,
        title: said('Filen er for stor', 'Fila er for stor', 'The file is too large'),
        detail: tooLarge[refused.limit],
      });
  }
};

const tableParameter = createParamDecorator(
  async (columns: readonly WantedColumn[], context: ExecutionContext): Promise<TableReading> => {
    const { body } = context.switchToHttp().getRequest<FastifyRequest>();
    if (!Buffer.isBuffer(body)) {
      throw new Problem({
        status: 415,
        code: 'TABLE_EXPECTED',
        title: said(
          'Send filen som den er: CSV eller xlsx, med sin Content-Type',
          'Send fila som ho er: CSV eller xlsx, med sin Content-Type',
          'Send the file as it is: CSV or xlsx, with its Content-Type',
        ),
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
