import type { Instant } from '@kull/kernel';

/** One row of a printed register. */
export interface RegisterSheetRow {
  readonly name: string;
  /** What a typist copies: five characters and a check character. */
  readonly rowCode: string;
  /** The student's own class. Absent: the class of the register. */
  readonly guestFrom?: string;
}

/** Everything a printed register says. The same content gives the same bytes. */
export interface RegisterSheetContent {
  readonly sheetId: string;
  readonly classCode: string;
  readonly programme: string;
  readonly session: {
    readonly code: string;
    readonly title: string;
    readonly startsAt: Instant;
    readonly endsAt: Instant;
    /** In steps of 0.5. */
    readonly hours: number;
  };
  /** Where the class meets. Absent: online. */
  readonly venue?: string;
  readonly room?: string;
  /** Codes of those who teach. */
  readonly teachers: readonly string[];
  /** In the order of the page. */
  readonly rows: readonly RegisterSheetRow[];
  /** When the register was as it is printed. Also the timestamp inside the file. */
  readonly printedAt: Instant;
}
