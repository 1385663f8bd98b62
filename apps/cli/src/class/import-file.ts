import { instantInOslo, isLocalDate } from '@kull/kernel';
import { readTable, type TableReading, type TableRefusal } from '@kull/tables';
import { stringify } from 'csv-stringify/sync';
import { Unusable } from '../terminal/failures';
import type { ImportForm } from './import-forms';

const localTime = /^(\d{4}-\d{2}-\d{2}|\d{1,2}\.\d{1,2}\.\d{4})(?:[T ](?:kl\. )?(\d{2}:\d{2})(?::(\d{2}))?)?$/;

const dayIn = (text: string): string => {
  if (!text.includes('.')) return text;
  const [day = '', month = '', year = ''] = text.split('.');
  return `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
};

/** A time without an offset is one in Norway, as spreadsheets have it; what cannot be read so is left as it is. */
const instantText = (cell: string): string => {
  const [, day, time = '00:00', seconds = '00'] = localTime.exec(cell) ?? [];
  if (day === undefined || !isLocalDate(dayIn(day))) return cell;
  return instantInOslo(dayIn(day), `${time}:${seconds}`);
};

const written = (cell: string, writing: 'text' | 'hours' | 'instant'): string => {
  switch (writing) {
    case 'text':
      return cell;
    case 'hours':
      return cell.replace(',', '.');
    case 'instant':
      return instantText(cell);
  }
};

const reasonOf = (refused: TableRefusal): string => {
  switch (refused.code) {
    case 'MISSING_COLUMN':
      return `Den mangler ${refused.missing.map(({ title }) => title).join(', ')}.`;
    case 'DUPLICATE_COLUMN':
      return `Kolonnen ${refused.title} finnes ${refused.headers.length} ganger.`;
    case 'BROKEN_CSV':
      return `Den er ikke gyldig CSV: feil i anførselstegn nær linje ${refused.line ?? '?'}.`;
    case 'WRONG_ENCODING':
      return 'Tegnkodingen kan ikke leses: lagre den som «CSV UTF-8».';
    case 'NOT_A_TABLE':
      return 'Den er skadet, har passord eller er av en eldre type: lagre den som .xlsx eller «CSV UTF-8».';
    case 'TOO_LARGE':
      return 'Den er for stor: del den i flere.';
  }
};

/** A list that somebody has, as it was read and as the service takes it. */
export interface ImportFile {
  readonly table: TableReading;
  readonly csv: Buffer;
}

/** Reads a list of any CSV dialect, or xlsx, and writes it with the columns of the service. */
export const importFile = async (path: string, bytes: Uint8Array, { columns }: ImportForm): Promise<ImportFile> => {
  const read = await readTable(bytes, columns);
  if ('refused' in read) {
    const wanted = columns.map(({ key, title, optional }) => `${key} (${title}${optional ? ', kan mangle' : ''})`);
    throw new Unusable(`${path} kan ikke brukes. Ingenting er endret.`, [
      reasonOf(read.refused),
      `Kolonnene er: ${wanted.join(', ')}.`,
    ]);
  }
  const { table } = read;
  const rows = table.rows.map(({ values }) =>
    columns.map(({ key, writing = 'text' }) => written(values[key] ?? '', writing)),
  );
  const csv = stringify([columns.map(({ key }) => key), ...rows], {
    bom: true,
    delimiter: ';',
    record_delimiter: '\r\n',
  });
  return { table, csv: Buffer.from(csv) };
};
