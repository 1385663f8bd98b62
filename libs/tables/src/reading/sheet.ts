import { readSheet } from 'read-excel-file/universal';
import { decimalText } from '../decimal';
import type { TableRefusal } from './refusal';
import { inflated } from './unzip';

export type SheetCells = { readonly lines: readonly (readonly string[])[] } | { readonly refused: TableRefusal };

const notATable: SheetCells = { refused: { code: 'NOT_A_TABLE' } };

/** Spreadsheets calculate with 15 digits; what is beyond them is noise (`0.30000000000000004`). */
const numberText = (stored: string): string => {
  const number = Number(stored);
  if (/^-?\d+$/.test(stored) || !Number.isFinite(number)) return stored;
  return decimalText(Number(number.toPrecision(15)));
};

/** `2026-03-31`, with `T23:59:59` when it has a time of day; a time without a day is `23:59:59`. */
const dateText = (date: Date): string => {
  const [day = '', time = ''] = new Date(Math.round(date.getTime() / 1000) * 1000)
    .toISOString()
    .slice(0, 19)
    .split('T');
  if (day < '1900-01-01') return time;
  return time === '00:00:00' ? day : `${day}T${time}`;
};

const textOf = (cell: unknown): string => {
  if (cell === null) return '';
  return cell instanceof Date ? dateText(cell) : String(cell);
};

/**
 * The cells of a workbook's first sheet as texts, in the calling thread. A formula is the value that was stored with
 * it; nothing is evaluated. A cell that shows an error (`#N/A`) is empty.
 */
export const sheetCells = async (bytes: Uint8Array): Promise<SheetCells> => {
  const counted = inflated(bytes);
  if ('refused' in counted) return counted;
  const { file } = counted;
  // Entities are declared there: no workbook needs any, and some that have them are bombs.
  if (Buffer.from(file).includes('<!DOCTYPE')) return notATable;
  try {
    const rows = await readSheet(file, { parseNumber: numberText });
    return { lines: rows.map((row) => row.map(textOf)) };
  } catch {
    return notATable;
  }
};
