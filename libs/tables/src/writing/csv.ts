import { inOslo } from '@kull/kernel';
import { harmless } from '@kull/kernel/rule-file';
import { stringify } from 'csv-stringify/sync';
import { decimalText } from '../decimal';
import { type Cell, cellOf } from './cell';
import type { ColumnDefinition, TableDefinition } from './definition';

const withComma = (number: number): string => decimalText(number).replace('.', ',');
/** Two decimals at most, cut and not rounded: what lacks a little of 80 % is not shown as 80 %. */
const percent = (share: number): string => `${withComma(Math.floor(Number((share * 10_000).toPrecision(12))) / 100)} %`;
const norwegian = (date: string): string => date.split('-').reverse().join('.');

const forPeople = (cell: Cell): string => {
  switch (cell.type) {
    case 'empty':
      return '';
    case 'text':
      return harmless(cell.text);
    case 'integer':
    case 'decimal':
      return withComma(cell.number);
    case 'share':
      return percent(cell.number);
    case 'date':
      return norwegian(cell.date);
    case 'instant': {
      const { date, time } = inOslo(cell.instant);
      return `${norwegian(date)} ${time.slice(0, 5)}`;
    }
  }
};

const forMachines = (cell: Cell): string => {
  switch (cell.type) {
    case 'empty':
      return '';
    case 'text':
      return cell.text;
    case 'integer':
    case 'decimal':
    case 'share':
      return decimalText(cell.number);
    case 'date':
      return cell.date;
    case 'instant':
      return cell.instant;
  }
};

const linesOf = <Row>(
  columns: readonly ColumnDefinition<Row>[],
  rows: readonly Row[],
  written: (cell: Cell) => string,
): readonly (readonly string[])[] => rows.map((row) => columns.map((column) => written(cellOf(column, row))));

const quoted = { record_delimiter: '\r\n', quoted_match: /[\r\n]/ } as const;

/** Lines of text as a file that a Norwegian Excel opens: UTF-8 with BOM, `;`, CRLF (ux.md 3.2). */
export const excelLines = (lines: readonly (readonly string[])[]): Uint8Array =>
  Buffer.from(stringify([...lines], { ...quoted, bom: true, delimiter: ';' }), 'utf8');

/**
 * The list as CSV for people (profile `excel-no`, ux.md 3.2): UTF-8 with BOM, `;`, CRLF, Norwegian headers, decimal
 * comma, `92 %`, `dd.mm.åååå`, `dd.mm.åååå tt:mm` in Europe/Oslo. A text that begins with `=`, `+`, `-`, `@`, TAB or
 * CR gets a leading `'`, so that it stays a text (S04).
 */
export const csvForPeople = <Row>({ columns }: TableDefinition<Row>, rows: readonly Row[]): Uint8Array =>
  excelLines([columns.map(({ title }) => title), ...linesOf(columns, rows, forPeople)]);

/**
 * The list as CSV for machines (profile `rfc4180`, ux.md 3.2): UTF-8 without BOM, `,`, CRLF, English headers, point
 * decimals, shares as parts of 1, ISO dates, instants in UTC. Texts are as they are, also such as a spreadsheet would
 * take for a formula: what is read again must be what was written. Whoever opens a list in a spreadsheet takes the
 * profile for people, or xlsx.
 */
export const csvForMachines = <Row>({ columns }: TableDefinition<Row>, rows: readonly Row[]): Uint8Array =>
  Buffer.from(
    stringify([columns.map(({ key }) => key), ...linesOf(columns, rows, forMachines)], { ...quoted, delimiter: ',' }),
    'utf8',
  );
