import { type HalfHours, parseHours } from '@kull/kernel';
import type { PresenceKind } from './mark';
import { parseRowCode } from './sheet-codes';

/** One row of a typed register as it stands in the file; rows are numbered from 1. */
export interface SheetRow {
  readonly row: number;
  readonly rowCode: string;
  readonly presence: string;
  readonly lateHours: string;
  readonly leftEarlyHours: string;
}

/**
 * Why a row was not taken in, the first that applies:
 * - `UNKNOWN_ROW_CODE`: mistyped, as the check character says, or on no sheet of the class.
 * - `OTHER_SESSION`: on the sheet of another session of the class.
 * - `DUPLICATE_ROW`: marked further up in the file.
 * - `INVALID_PRESENCE`, `INVALID_HOURS`: what is said of the student cannot be read.
 */
export type SheetRowRefusal = { readonly row: number } & (
  | { readonly code: 'UNKNOWN_ROW_CODE'; readonly because: 'CHECK_CHARACTER' }
  | { readonly code: 'UNKNOWN_ROW_CODE'; readonly because: 'NOT_ON_SHEET'; readonly rowCode: string }
  | { readonly code: 'OTHER_SESSION'; readonly rowCode: string; readonly session: string }
  | { readonly code: 'DUPLICATE_ROW' | 'INVALID_PRESENCE' | 'INVALID_HOURS'; readonly rowCode: string }
);

/** What a row says of a student. */
export interface SheetMark {
  readonly row: number;
  readonly rowCode: string;
  readonly studentNo: string;
  readonly presence: PresenceKind;
  readonly lateHalfHours: HalfHours;
  readonly leftEarlyHalfHours: HalfHours;
}

/** The codes that the rows are read against. */
export interface SheetCodes {
  readonly halfHours: HalfHours;
  /** Of this register: student numbers by row code. */
  readonly students: ReadonlyMap<string, string>;
  /** Of the class's other registers: sessions by row code. */
  readonly otherSessions: ReadonlyMap<string, string>;
}

export interface SortedSheet {
  readonly marks: readonly SheetMark[];
  /** Rows in which nothing was ticked. */
  readonly notMarked: number;
  readonly rejected: readonly SheetRowRefusal[];
}

/** As the sheet's columns are headed, and as the codes are called. */
const presences: Readonly<Record<string, PresenceKind>> = {
  T: 'PRESENT',
  PRESENT: 'PRESENT',
  F: 'ABSENT',
  ABSENT: 'ABSENT',
  G: 'EXCUSED',
  EXCUSED: 'EXCUSED',
};

/** Blank is none. Typists write a comma. */
const hoursIn = (text: string): HalfHours | undefined =>
  text.trim() === '' ? 0 : parseHours(text.trim().replace(',', '.'));

const isBlank = ({ presence, lateHours, leftEarlyHours }: SheetRow): boolean =>
  `${presence}${lateHours}${leftEarlyHours}`.trim() === '';

const attendanceOf = (given: SheetRow, session: HalfHours) => {
  const presence = presences[given.presence.trim().toUpperCase()];
  if (!presence) return 'INVALID_PRESENCE';
  const lateHalfHours = hoursIn(given.lateHours);
  const leftEarlyHalfHours = hoursIn(given.leftEarlyHours);
  if (lateHalfHours === undefined || leftEarlyHalfHours === undefined) return 'INVALID_HOURS';
  const missed = lateHalfHours + leftEarlyHalfHours;
  if (missed > session || (missed > 0 && presence !== 'PRESENT')) return 'INVALID_HOURS';
  return { presence, lateHalfHours, leftEarlyHalfHours };
};

/** Sorts the rows of a typed register, in file order. */
export const sortSheetRows = (
  rows: readonly SheetRow[],
  { halfHours, students, otherSessions }: SheetCodes,
): SortedSheet => {
  const seen = new Set<string>();
  const marks: SheetMark[] = [];
  const rejected: SheetRowRefusal[] = [];
  let notMarked = 0;
  for (const given of rows) {
    const { row } = given;
    const rowCode = parseRowCode(given.rowCode);
    const studentNo = rowCode && students.get(rowCode);
    const session = rowCode && otherSessions.get(rowCode);
    if (!rowCode) rejected.push({ row, code: 'UNKNOWN_ROW_CODE', because: 'CHECK_CHARACTER' });
    else if (!studentNo && session) rejected.push({ row, rowCode, code: 'OTHER_SESSION', session });
    else if (!studentNo) rejected.push({ row, rowCode, code: 'UNKNOWN_ROW_CODE', because: 'NOT_ON_SHEET' });
    else if (isBlank(given)) notMarked++;
    else if (seen.has(rowCode)) rejected.push({ row, rowCode, code: 'DUPLICATE_ROW' });
    else {
      seen.add(rowCode);
      const attendance = attendanceOf(given, halfHours);
      if (typeof attendance === 'string') rejected.push({ row, rowCode, code: attendance });
      else marks.push({ row, rowCode, studentNo, ...attendance });
    }
  }
  return { marks, notMarked, rejected };
};
