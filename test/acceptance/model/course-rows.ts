import type { CourseFolder } from './course-folder';
import type { Row } from './tables';

/** A row that is refused: file, row, student, code. */
export type Refused = readonly [file: string, row: number, studentNo: string, code: string];

/** What is known of one student after the files were read, before any correction. */
export interface Known {
  readonly hours: Map<string, number>;
  result?: { value: string; readonly day: string };
}

const dayInOslo = (instant: string): string =>
  new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Oslo' }).format(new Date(instant));

/** Half hours, or undefined for what is no number of hours in steps of a half. */
export const halfHours = (text: string): number | undefined =>
  /^\d+(\.[05]0*)?$/.test(text) ? Math.round(Number(text) * 2) : undefined;

const attendanceCode = (folder: CourseFolder, known: ReadonlyMap<string, Known>, row: Row): string | undefined => {
  const session = folder.course.sessions.find(({ code }) => code === row.session_code);
  if (!session) return 'UNKNOWN_SESSION';
  const student = known.get(row.student_no!);
  if (!student) return 'UNKNOWN_STUDENT';
  const hours = halfHours(row.attended_hours!);
  if (hours === undefined) return 'INVALID_HOURS';
  if (hours > session.hours * 2) return 'HOURS_EXCEED_SESSION';
  return student.hours.has(session.code) ? 'ALREADY_RECORDED' : undefined;
};

const resultCode = (known: ReadonlyMap<string, Known>, recorded: ReadonlySet<string>, row: Row): string | undefined => {
  if (!known.has(row.student_no!)) return 'UNKNOWN_STUDENT';
  if (recorded.has(row.student_no!)) return 'ALREADY_RECORDED';
  return row.graded_by === row.attested_by ? 'SAME_PERSON_GRADED_AND_ATTESTED' : undefined;
};

/** credits.md 1, row by row. */
export const readRows = (
  folder: CourseFolder,
): { readonly known: ReadonlyMap<string, Known>; readonly refused: readonly Refused[] } => {
  const known = new Map(folder.participants.map((row): [string, Known] => [row.student_no!, { hours: new Map() }]));
  const refused: Refused[] = [];
  folder.attendance.forEach((row, i) => {
    const code = attendanceCode(folder, known, row);
    if (code) refused.push(['attendance.csv', i + 1, row.student_no!, code]);
    else known.get(row.student_no!)!.hours.set(row.session_code!, halfHours(row.attended_hours!)!);
  });
  const recorded = new Set<string>();
  folder.results.forEach((row, i) => {
    const code = resultCode(known, recorded, row);
    if (code) {
      refused.push(['results.csv', i + 1, row.student_no!, code]);
      return;
    }
    recorded.add(row.student_no!);
    if (row.attested_by && row.attested_at)
      known.get(row.student_no!)!.result = { value: row.result!, day: dayInOslo(row.attested_at) };
  });
  return { known, refused };
};
