import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { stringify } from 'csv-stringify/sync';

/** A table: its columns, and its rows by column name. */
export interface Table {
  readonly columns: string;
  readonly rows: readonly Readonly<Record<string, string | number>>[];
}

/** Writes a folder of the form that the rules name: UTF-8 with BOM, `;`, CRLF. */
export const writeFolder = (
  directory: string,
  document: { readonly name: string; readonly content: object },
  tables: Readonly<Record<string, Table>>,
): void => {
  mkdirSync(directory, { recursive: true });
  writeFileSync(join(directory, document.name), `${JSON.stringify(document.content, null, 2)}\n`);
  for (const [name, { columns, rows }] of Object.entries(tables))
    writeFileSync(
      join(directory, name),
      stringify([...rows], {
        header: true,
        columns: columns.split(' '),
        bom: true,
        delimiter: ';',
        record_delimiter: '\r\n',
      }),
    );
};
