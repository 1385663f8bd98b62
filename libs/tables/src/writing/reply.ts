import { csvForMachines, csvForPeople } from './csv';
import type { AboutTable, TableDefinition, TableFile } from './definition';
import { workbook } from './workbook';

export const CSV_MEDIA_TYPE = 'text/csv';
export const XLSX_MEDIA_TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** Whom a CSV file is for: people with a Norwegian Excel, or machines (ux.md 3.2). */
export type CsvProfile = 'excel-no' | 'rfc4180';

/** In which form a list goes out. A workbook says what it was made from. */
export type TableForm =
  | { readonly format: 'csv'; readonly profile?: CsvProfile }
  | { readonly format: 'xlsx'; readonly about: AboutTable };

const contentOf = async <Row>(
  definition: TableDefinition<Row>,
  rows: readonly Row[],
  form: TableForm,
): Promise<Uint8Array> => {
  if (form.format === 'xlsx') return workbook(definition, rows, form.about);
  return form.profile === 'rfc4180' ? csvForMachines(definition, rows) : csvForPeople(definition, rows);
};

/** The list as a file under its own name: `return fileReply(await tableReply(…))`. CSV is for people unless said. */
export const tableReply = async <Row>(
  definition: TableDefinition<Row>,
  rows: readonly Row[],
  form: TableForm,
): Promise<TableFile> => ({
  name: `${definition.name}.${form.format}`,
  type: form.format === 'xlsx' ? XLSX_MEDIA_TYPE : `${CSV_MEDIA_TYPE}; charset=utf-8`,
  content: await contentOf(definition, rows, form),
});
