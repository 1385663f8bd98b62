import type { CheckedApplicationFile } from '../../../../../libs/admissions/src/http/application-checks.controller';
import { send } from '../../api/client';
import { csvBody, csvText, fileBody } from './csv';

export type { CheckedApplicationFile };
export type ApplicationRecord = CheckedApplicationFile['records'][number];
export type ApplicationColumn = keyof ApplicationRecord;
export type RejectedRow = NonNullable<CheckedApplicationFile['check']>['rejected'][number];
export type Chosen = Partial<Record<ApplicationColumn, string>>;

/** A file as far as it has come. */
export interface FileChecked extends CheckedApplicationFile {
  readonly name: string;
}

/** Looks a file through; `chosen`: which header is which column, where nobody could tell. */
export const checkFile = async (intake: string, file: File, chosen: Chosen): Promise<FileChecked> => {
  const query = Object.keys(chosen).length > 0 ? { columns: JSON.stringify(chosen) } : {};
  const checked = await send<CheckedApplicationFile>(`/intakes/${intake}/application-checks`, {
    body: fileBody(file),
    query,
  });
  return { ...checked, name: file.name };
};

const columnsOf = (records: readonly ApplicationRecord[]): ApplicationColumn[] =>
  Object.keys(records[0] ?? {}) as ApplicationColumn[];

const bodyOf = (records: readonly ApplicationRecord[]) => {
  const columns = columnsOf(records);
  return csvBody(
    csvText(
      columns,
      records.map((record) => columns.map((column) => record[column])),
    ),
  );
};

/** Looks rows through that were mended here. */
export const checkRecords = async (
  intake: string,
  { name, format, columns }: FileChecked,
  records: readonly ApplicationRecord[],
): Promise<FileChecked> => {
  const checked = await send<CheckedApplicationFile>(`/intakes/${intake}/application-checks`, {
    body: bodyOf(records),
  });
  return { ...checked, name, format, columns, records };
};

/** What came of the import. */
export interface Imported {
  readonly rows: number;
  readonly takenIn: number;
  readonly unchanged: number;
  readonly rejected: readonly RejectedRow[];
}

export const importRecords = (intake: string, records: readonly ApplicationRecord[], key: string): Promise<Imported> =>
  send<Imported>(`/intakes/${intake}/application-imports`, { body: bodyOf(records), key });
