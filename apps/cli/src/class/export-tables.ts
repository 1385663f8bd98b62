import type { TableDefinition } from '@kull/tables';
import { parse } from 'csv-parse/sync';

/** One line of `attendance.csv`. */
export interface AttendanceLine {
  readonly session_code: string;
  readonly student_no: string;
  readonly attended_hours: string;
  readonly observed_by: string;
  readonly observed_at: string;
}

/** The attendance that counts now, as the service writes it. */
export const attendanceLines = (csv: Buffer): readonly AttendanceLine[] =>
  parse<AttendanceLine>(csv, { bom: true, columns: true, delimiter: ';' });

/** Every mark that counts, one to a line; taken in again it changes nothing. */
export const attendanceTable = (name: string): TableDefinition<AttendanceLine> => ({
  name: `Oppmøte ${name}`,
  columns: [
    { key: 'session_code', title: 'Økt', type: 'text', value: (one) => one.session_code },
    { key: 'student_no', title: 'Studentnummer', type: 'text', value: (one) => one.student_no },
    { key: 'attended_hours', title: 'Timer', type: 'decimal', value: (one) => Number(one.attended_hours) },
    { key: 'observed_by', title: 'Sett av', type: 'text', value: (one) => one.observed_by },
    { key: 'observed_at', title: 'Sett', type: 'instant', value: (one) => one.observed_at },
  ],
});

/** A student's line in the register of a class: hours by session. */
export interface RegisterLine {
  readonly name: string;
  readonly studentNo: string;
  readonly hours: ReadonlyMap<string, number>;
}

/** The students of the class and the hours of each of its sessions. */
export const registerLines = (
  names: ReadonlyMap<string, string>,
  lines: readonly AttendanceLine[],
): readonly RegisterLine[] => {
  const hoursOf = new Map<string, Map<string, number>>();
  for (const { student_no: studentNo, session_code: session, attended_hours: hours } of lines) {
    hoursOf.set(studentNo, hoursOf.get(studentNo) ?? new Map());
    hoursOf.get(studentNo)!.set(session, Number(hours));
  }
  return [...names].map(([studentNo, name]) => ({ name, studentNo, hours: hoursOf.get(studentNo) ?? new Map() }));
};

/** One line per student, one column per session; blank where nobody was marked. */
export const registerTable = (name: string, sessions: readonly string[]): TableDefinition<RegisterLine> => ({
  name: `Oppmøte ${name} økt for økt`,
  columns: [
    { key: 'name', title: 'Navn', type: 'text', value: (one) => one.name },
    { key: 'student_no', title: 'Studentnummer', type: 'text', value: (one) => one.studentNo },
    ...sessions.map((session) => ({
      key: session,
      title: session,
      type: 'decimal' as const,
      width: 6,
      value: (one: RegisterLine) => one.hours.get(session),
    })),
    {
      key: 'sum',
      title: 'Sum timer',
      type: 'decimal',
      value: ({ hours }) => [...hours.values()].reduce((sum, value) => sum + value, 0),
    },
  ],
});
