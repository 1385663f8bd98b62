import type { Instant, LocalDate } from '@kull/kernel';

/** One line of a class list: who signs. */
export interface ClassListLine {
  readonly name: string;
  readonly studentNo: string;
  /** Where a guest comes from, as the list says it. Absent: a student of the class. */
  readonly guestFrom?: string;
}

/** A class list with room for a signature per session of one gathering. Never a national id. */
export interface ClassListContent {
  readonly programme: string;
  readonly classCode: string;
  readonly site: string;
  readonly gathering: {
    readonly number: number;
    readonly title: string;
    readonly venue: string;
    readonly startsOn: LocalDate;
    readonly endsOn: LocalDate;
  };
  /** In order of time. */
  readonly sessions: readonly { readonly title: string; readonly startsAt: Instant }[];
  readonly lines: readonly ClassListLine[];
  /** When the list was made: printed on it, and the timestamp inside the file. */
  readonly madeAt: Instant;
}

/** The list cannot be printed: a text holds a letter that the fonts do not have. Nothing was rendered. */
export class ClassListRefused extends Error {
  override readonly name = 'ClassListRefused';
}
