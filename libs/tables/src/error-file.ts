import { harmless } from '@kull/kernel/rule-file';
import type { TableReading } from './reading/read-table';
import { excelLines } from './writing/csv';
import type { TableFile } from './writing/definition';
import { CSV_MEDIA_TYPE } from './writing/reply';

/** Why a row was not taken in: the code of the refusal, and what to do in the words of people. */
export interface RejectedRow {
  readonly row: number;
  readonly code: string;
  readonly message: string;
}

const OURS = ['rad', 'kode', 'melding'];

/**
 * The rejected rows as a CSV file for people: the columns of their own file, and after them `rad`, `kode` and
 * `melding`. One line for each row, whatever number of reasons it has, so that the file can be corrected and sent in as
 * it is. Columns of an earlier error file are left out.
 */
export const errorFile = (
  name: string,
  { columns, rows }: Pick<TableReading, 'columns' | 'rows'>,
  rejected: readonly RejectedRow[],
): TableFile => {
  const kept = [...columns.entries()].filter(([, { header }]) => !OURS.includes(header.toLowerCase()));
  const cellsOf = new Map(rows.map(({ row, cells }) => [row, cells]));
  const lines = [...new Set(rejected.map(({ row }) => row))].map((row) => {
    const reasons = rejected.filter((reason) => reason.row === row);
    return [
      ...kept.map(([at]) => harmless(cellsOf.get(row)?.[at] ?? '')),
      String(row),
      [...new Set(reasons.map(({ code }) => code))].join(', '),
      reasons.map(({ message }) => message).join(' '),
    ];
  });
  return {
    name: `${name}.csv`,
    type: `${CSV_MEDIA_TYPE}; charset=utf-8`,
    content: excelLines([[...kept.map(([, { header }]) => header), ...OURS], ...lines]),
  };
};
