import type { Instant, Language, LocalDate } from '@kull/kernel';

type Absent = null | undefined;

interface Heading {
  /** What machines read: English, snake_case, as the glossary has it. */
  readonly key: string;
  /** What people read. */
  readonly title: string;
  /** In characters, for xlsx; by default what the type and the title need. */
  readonly width?: number;
}

/**
 * One column of a list. Numbers that are names (HPR and student numbers, postal codes, national ids) are `text`: they
 * keep their leading zeros. A `share` is a part of 1: 0.92 is 92 %.
 */
export type ColumnDefinition<Row> = Heading &
  (
    | { readonly type: 'text'; readonly value: (row: Row) => string | Absent }
    | { readonly type: 'integer' | 'decimal' | 'share'; readonly value: (row: Row) => number | Absent }
    | { readonly type: 'date'; readonly value: (row: Row) => LocalDate | Absent }
    | { readonly type: 'instant'; readonly value: (row: Row) => Instant | Absent }
  );

/** A list, defined once for every form in which it goes out. */
export interface TableDefinition<Row> {
  /** What people call the list; the name of the file without its ending: `Klasseliste OSLO-2`. */
  readonly name: string;
  readonly columns: readonly ColumnDefinition<Row>[];
}

/** What a list was made from, for the sheet «Om denne filen» (ux.md 2.1, A12). */
export interface AboutTable {
  /** Of that sheet. */
  readonly language: Language;
  /** The filter as people read it: `Klasse OSLO-2, i fare`. */
  readonly query: string;
  readonly madeAt: Instant;
  /** Position of the last event that the list knows. Absent: it does not say. */
  readonly position?: number;
  /** The file that the list is a copy of, in words. */
  readonly source?: string;
}

/** A file on its way out, as `fileReply` of the HTTP library takes it. */
export interface TableFile {
  readonly name: string;
  readonly type: string;
  readonly content: Uint8Array;
}
