import { type ColumnDefinition, type TableDefinition, workbook } from '@kull/tables';
import { rowsIn } from '../domain/batch-file';
import { type Column, columns } from '../domain/export-record';
import type { RowCells } from '../domain/preview';
import type { AssociationExport } from '../read-models/association-exports.query';
import { columnTitles } from './column-titles';

const types: Readonly<Partial<Record<Column, 'integer' | 'decimal' | 'date' | 'instant'>>> = {
  line_no: 'integer',
  version: 'integer',
  hpr_verified_at: 'instant',
  activity_start: 'date',
  activity_end: 'date',
  completion_date: 'date',
  approved_hours: 'decimal',
  attended_hours: 'decimal',
  points: 'decimal',
  issued_at: 'instant',
};

const columnOf = (key: Column): ColumnDefinition<RowCells> => {
  const heading = { key, title: columnTitles[key] };
  const text = (row: RowCells): string | undefined => (row[key] === '' ? undefined : row[key]);
  const type = types[key] ?? 'text';
  switch (type) {
    case 'text':
    case 'date':
    case 'instant':
      return { ...heading, type, value: text };
    case 'integer':
    case 'decimal':
      return { ...heading, type, value: (row) => (row[key] === '' ? undefined : Number(row[key])) };
  }
};

/** `LF_971228865_000019_20260708T040000Z.xlsx`. */
export const workbookNameOf = ({ fileName }: Pick<AssociationExport, 'fileName'>): string =>
  fileName.replace(/\.csv$/, '.xlsx');

/**
 * The delivered file as a workbook: a copy for people, made from the delivered bytes and from nothing else, so that it
 * is the same whenever it is made. What counts is the CSV with its manifest. Undefined when the file is no table.
 */
export const deliveryWorkbook = async (
  delivery: AssociationExport,
  file: Uint8Array,
): Promise<Uint8Array | undefined> => {
  const rows = rowsIn(file);
  if (!rows) return undefined;
  const name = `Levering ${String(delivery.batchSeq).padStart(6, '0')}`;
  const definition: TableDefinition<RowCells> = { name, columns: columns.map(columnOf) };
  const source = `Kopi for mennesker av ${delivery.fileName}, SHA-256 ${delivery.fileSha256}. Det er den filen, med manifestet, som gjelder.`;
  return workbook(definition, rows, {
    query: `${name} fra ${delivery.organiserOrgNo}`,
    language: 'nb',
    madeAt: delivery.createdAt,
    source,
  });
};
