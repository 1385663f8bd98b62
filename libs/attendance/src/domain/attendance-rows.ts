import { type HalfHours, isCode, parseHours, parseInstant } from '@kull/kernel';
import type { Mark } from './mark';
import type { MarkRefusal } from './register.commands';
import { isRecordedAs, type OpenRegister } from './register.state';

/** One row of `attendance.csv` as it stands in the file; rows are numbered from 1. */
export interface AttendanceRow {
  readonly row: number;
  readonly session: string;
  readonly studentNo: string;
  readonly attendedHours: string;
  readonly observedBy: string;
  readonly observedAt: string;
}

/**
 * Why a row was not taken in: the codes of credits.md 1 in its order, then what the rules leave open:
 * `INVALID_OBSERVER` and `INVALID_TIMESTAMP` (a record says who observed it and when, I-30), and `REGISTER_LOCKED`
 * (a new row after credits were judged, I-31).
 */
export type AttendanceRowCode =
  | 'UNKNOWN_SESSION'
  | 'INVALID_HOURS'
  | 'INVALID_OBSERVER'
  | 'INVALID_TIMESTAMP'
  | MarkRefusal;

/** What becomes of the rows of a file: each is taken, was taken before, or is rejected with one code. */
export interface SortedAttendance {
  /** The new marks by session. */
  readonly taken: ReadonlyMap<string, readonly Mark[]>;
  readonly unchanged: number;
  readonly rejected: readonly { readonly row: number; readonly studentNo: string; readonly code: AttendanceRowCode }[];
}

/** A row read against its register. Blank `observedAt`: the text names no instant. */
interface ReadRow {
  readonly row: number;
  readonly register: OpenRegister | undefined;
  readonly hours: HalfHours | undefined;
  readonly mark: Mark;
}

const read = (row: AttendanceRow, registers: ReadonlyMap<string, OpenRegister>): ReadRow => {
  const hours = parseHours(row.attendedHours);
  const { studentNo, observedBy } = row;
  const observedAt = parseInstant(row.observedAt) ?? '';
  const mark = { studentNo, halfHours: hours ?? 0, observedBy, observedAt };
  return { row: row.row, register: registers.get(row.session), hours, mark };
};

const keyOf = (register: OpenRegister, { studentNo }: Mark): string => `${register.session}\u001f${studentNo}`;

/** For each student and session with a record, the first row of the file that is this record. */
const rowsOfRecords = (rows: readonly ReadRow[]): ReadonlyMap<string, number> => {
  const found = new Map<string, number>();
  for (const { row, register, hours, mark } of rows) {
    if (!register || hours === undefined || !isRecordedAs(register, mark)) continue;
    const key = keyOf(register, mark);
    if (!found.has(key)) found.set(key, row);
  }
  return found;
};

/**
 * Sorts the rows in file order against the registers of the class, by session code (credits.md 1).
 * The same file again finds every row unchanged or rejected as before: rows ahead of the one that was taken are judged
 * as they were then, before there was a record.
 */
export const sortAttendanceRows = (
  rows: readonly AttendanceRow[],
  registers: ReadonlyMap<string, OpenRegister>,
): SortedAttendance => {
  const readRows = rows.map((row) => read(row, registers));
  const rowOfRecord = rowsOfRecords(readRows);
  const seen = new Set<string>();

  const placeOf = ({ row, register, hours, mark }: ReadRow): AttendanceRowCode | 'taken' | 'unchanged' => {
    if (!register) return 'UNKNOWN_SESSION';
    if (!register.expected.has(mark.studentNo)) return 'UNKNOWN_STUDENT';
    if (hours === undefined) return 'INVALID_HOURS';
    if (hours > register.halfHours) return 'HOURS_EXCEED_SESSION';
    const key = keyOf(register, mark);
    const taken = rowOfRecord.get(key);
    if (row === taken) return 'unchanged';
    const recorded = register.records.has(mark.studentNo);
    if (seen.has(key) || (recorded && (taken === undefined || taken < row))) return 'ALREADY_RECORDED';
    if (!isCode(mark.observedBy)) return 'INVALID_OBSERVER';
    if (mark.observedAt === '') return 'INVALID_TIMESTAMP';
    if (recorded) return 'ALREADY_RECORDED';
    return register.status === 'locked' ? 'REGISTER_LOCKED' : 'taken';
  };

  const taken = new Map<string, Mark[]>();
  const rejected: SortedAttendance['rejected'][number][] = [];
  let unchanged = 0;
  for (const readRow of readRows) {
    const { row, register, mark } = readRow;
    const place = placeOf(readRow);
    if (place === 'unchanged') unchanged++;
    else if (place === 'taken' && register) {
      seen.add(keyOf(register, mark));
      taken.set(register.session, taken.get(register.session) ?? []);
      taken.get(register.session)?.push(mark);
    } else if (place !== 'taken') rejected.push({ row, studentNo: mark.studentNo, code: place });
  }
  return { taken, unchanged, rejected };
};
