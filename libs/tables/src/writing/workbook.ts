import { createHash } from 'node:crypto';
import { type InLanguages, inOslo } from '@kull/kernel';
import { unzipSync, zipSync } from 'fflate';
import writeExcelFile, { type CellObject, type SheetData } from 'write-excel-file/node';
import { type Cell, cellOf } from './cell';
import { csvForMachines } from './csv';
import type { AboutTable, ColumnDefinition, TableDefinition } from './definition';

/** Local time, as ZIP has it: the same bytes in every time zone. */
const FILE_TIME = new Date(1980, 0, 1);
/** Days before this one have other numbers in a spreadsheet than in the calendar. */
const FIRST_DATE = '1900-03-01';
const widths = { text: 20, integer: 10, decimal: 10, share: 10, date: 12, instant: 17 } as const;
const ROOM_FOR_FILTER = 4;

const hex = (signs: string): string =>
  signs
    .split('')
    .map((sign) => `_x${sign.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}_`)
    .join('');
/** What XML or the library would drop or change, and texts that look like such an escape already. */
const unwritable = /_(?=x[\dA-Fa-f]{4})|(?![\t\n])[\p{Cc}\p{Noncharacter_Code_Point}\ufffd]/gu;

/** A text as the file format escapes it (`ST_Xstring`, ECMA-376 part 1, 22.9.2.19). */
const escaped = (text: string): string => {
  const safe = text.replaceAll(unwritable, (signs) => hex(signs));
  // The library keeps texts as the keys of a plain object, where `constructor` is there before it is written.
  return safe in {} ? `${hex(safe.charAt(0))}${safe.slice(1)}` : safe;
};

const written = (cell: Cell): CellObject | null => {
  switch (cell.type) {
    case 'empty':
      return null;
    case 'text':
      return { type: String, value: escaped(cell.text), format: '@' };
    case 'integer':
      return { type: Number, value: cell.number, format: '0' };
    case 'decimal':
      return { type: Number, value: cell.number };
    case 'share':
      return { type: Number, value: cell.number, format: '0.00 %' };
    case 'date':
      return cell.date < FIRST_DATE
        ? { type: String, value: cell.date, format: '@' }
        : { type: Date, value: new Date(`${cell.date}T00:00:00Z`), format: 'dd.mm.yyyy' };
    case 'instant': {
      const { date, time } = inOslo(cell.instant);
      return { type: Date, value: new Date(`${date}T${time}Z`), format: 'dd.mm.yyyy hh:mm' };
    }
  }
};

const bold = (text: string): CellObject => ({ type: String, value: escaped(text), fontWeight: 'bold' });

const widthOf = <Row>({ width, type, title }: ColumnDefinition<Row>): number =>
  width ?? Math.max(widths[type], title.length + ROOM_FOR_FILTER);

const letters = (column: number): string =>
  column < 26 ? String.fromCharCode(65 + column) : letters(Math.floor(column / 26) - 1) + letters(column % 26);

const filterOnFirstSheet = (columns: number, lines: number) => ({
  files: {
    transform: {
      'xl/worksheets/sheet{id}.xml': {
        transform: (xml: string, _: unknown, { sheetIndex }: { readonly sheetIndex: number }) =>
          sheetIndex === 0
            ? xml.replace('</sheetData>', `$&<autoFilter ref="A1:${letters(columns - 1)}${lines}"/>`)
            : xml,
      },
    },
  },
});

/** Sheets are named by at most 31 characters, without some (`[]:*?/\`). */
const sheetName = (name: string): string =>
  name
    .replaceAll(/[[\]:*?/\\']/g, ' ')
    .slice(0, 31)
    .trim();

interface AboutWords {
  readonly sheet: string;
  readonly list: string;
  readonly query: string;
  readonly rows: string;
  readonly made: string;
  readonly position: string;
  readonly source: string;
  readonly fingerprint: string;
  readonly of: string;
  readonly machines: string;
}

const aboutWords: InLanguages<AboutWords> = {
  nb: {
    sheet: 'Om denne filen',
    list: 'Liste',
    query: 'Utvalg',
    rows: 'Rader',
    made: 'Laget',
    position: 'Siste hendelse',
    source: 'Kilde',
    fingerprint: 'SHA-256 av radene',
    of: 'Regnet av',
    machines: 'Samme liste som CSV for maskiner (profile=rfc4180)',
  },
  nn: {
    sheet: 'Om denne fila',
    list: 'Liste',
    query: 'Utval',
    rows: 'Rader',
    made: 'Laga',
    position: 'Siste hending',
    source: 'Kjelde',
    fingerprint: 'SHA-256 av radene',
    of: 'Rekna av',
    machines: 'Same liste som CSV for maskiner (profile=rfc4180)',
  },
  en: {
    sheet: 'About this file',
    list: 'List',
    query: 'Selection',
    rows: 'Rows',
    made: 'Made',
    position: 'Last event',
    source: 'Source',
    fingerprint: 'SHA-256 of the rows',
    of: 'Computed of',
    machines: 'The same list as CSV for machines (profile=rfc4180)',
  },
};

const aboutSheet = <Row>(
  definition: TableDefinition<Row>,
  rows: readonly Row[],
  { language, query, madeAt, position, source }: AboutTable,
): SheetData => {
  const say = aboutWords[language];
  const sha256 = createHash('sha256').update(csvForMachines(definition, rows)).digest('hex');
  const facts: readonly (readonly [string, Cell])[] = [
    [say.list, { type: 'text', text: definition.name }],
    [say.query, { type: 'text', text: query }],
    [say.rows, { type: 'integer', number: rows.length }],
    [say.made, { type: 'instant', instant: madeAt }],
    ...(position === undefined ? [] : [[say.position, { type: 'integer', number: position }] as const]),
    ...(source === undefined ? [] : [[say.source, { type: 'text', text: source }] as const]),
    [say.fingerprint, { type: 'text', text: sha256 }],
    [say.of, { type: 'text', text: say.machines }],
  ];
  return facts.map(([title, cell]) => [bold(title), written(cell)]);
};

/**
 * The list as a workbook (ux.md 3.2): typed cells, texts as texts (HPR numbers with leading zeros, what looks like a
 * formula), a bold frozen header with a filter, and a sheet «Om denne filen» that says where the rows come from.
 * Instants are wall-clock times in Europe/Oslo, to the second. Same input, same bytes.
 */
export const workbook = async <Row>(
  definition: TableDefinition<Row>,
  rows: readonly Row[],
  about: AboutTable,
): Promise<Uint8Array> => {
  const { name, columns } = definition;
  const data: SheetData = [
    columns.map(({ title }) => bold(title)),
    ...rows.map((row) => columns.map((column) => written(cellOf(column, row)))),
  ];
  const file = await writeExcelFile(
    [
      {
        sheet: sheetName(name),
        data,
        columns: columns.map((column) => ({ width: widthOf(column) })),
        stickyRowsCount: 1,
      },
      {
        sheet: aboutWords[about.language].sheet,
        data: aboutSheet(definition, rows, about),
        columns: [{ width: 22 }, { width: 70 }],
      },
    ],
    { features: [filterOnFirstSheet(columns.length, data.length)] },
  ).toBuffer();
  // The library stamps the parts of the file with the time at which it was made.
  return zipSync(unzipSync(file), { mtime: FILE_TIME });
};
