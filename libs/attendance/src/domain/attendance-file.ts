import { hoursText } from '@kull/kernel';
import { ruleFile } from '@kull/kernel/rule-file';
import type { OpenRegister } from './register.state';

/** The columns of `attendance.csv` (credits.md 1), in and out. */
export const attendanceColumns = [
  'session_code',
  'student_no',
  'attended_hours',
  'observed_by',
  'observed_at',
] as const;

const rowsOf = ({ session, records }: OpenRegister): readonly (readonly string[])[] =>
  [...records]
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .map(([studentNo, { counts }]) => [session, studentNo, hoursText(counts.halfHours), counts.by, counts.at]);

/** What counts now of everybody who was marked, register by register. Taken in again it changes nothing. */
export const attendanceFile = (registers: readonly OpenRegister[]): string =>
  ruleFile({ columns: attendanceColumns, rows: registers.flatMap(rowsOf) });
