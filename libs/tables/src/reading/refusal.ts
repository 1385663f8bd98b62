import type { MappedColumn } from './columns';

/** Why a file cannot be read as a list. Never holds a cell of the file. */
export type TableRefusal =
  | {
      readonly code: 'MISSING_COLUMN';
      /** Titles of the columns that no header names. */
      readonly missing: readonly { readonly key: string; readonly title: string }[];
      readonly columns: readonly MappedColumn[];
    }
  | {
      /** Several headers name the same column; which one counts is not ours to guess. */
      readonly code: 'DUPLICATE_COLUMN';
      readonly title: string;
      readonly headers: readonly string[];
    }
  | {
      readonly code: 'BROKEN_CSV';
      /** Line of the file near which the quotes go wrong. */
      readonly line: number | undefined;
    }
  /** No text in UTF-8 or Windows-1252. */
  | { readonly code: 'WRONG_ENCODING' }
  /** Neither CSV nor a workbook that can be read: damaged, protected by a password, or something else. */
  | { readonly code: 'NOT_A_TABLE' }
  | { readonly code: 'TOO_LARGE'; readonly limit: TableLimit };

/** What there was too much of. */
export type TableLimit = 'bytes' | 'inflatedBytes' | 'entries' | 'places' | 'lines' | 'columns' | 'memory' | 'seconds';

/** What a list may be at most (S15). Bytes are counted while they are inflated, whatever the file says of itself. */
export const LIMITS = {
  bytes: 10_000_000,
  inflatedBytes: 50_000_000,
  entries: 1_000,
  /** Rows and cells of a workbook, together. */
  places: 500_000,
  /** Header and rows. */
  lines: 99_999,
  columns: 500,
  /** Of the thread that reads a workbook. */
  memoryMegabytes: 80,
  seconds: 10,
} as const;
