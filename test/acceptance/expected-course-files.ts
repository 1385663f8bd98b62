import { stringify } from 'csv-stringify/sync';
import type { Judged } from './model/course-awards';
import { rowsOf } from './model/tables';

const csv = (rows: readonly (readonly string[])[]): string =>
  stringify(
    [...rows].map((row) => [...row]),
    { bom: true, delimiter: ';', record_delimiter: '\r\n' },
  );

/** `awards.csv` as credits.md 6 has it. */
export const awardsCsv = (judged: readonly Judged[]): string =>
  csv([
    'student_no attended_hours ects_credits ects_reasons points_status course_points points_reasons warnings'.split(
      ' ',
    ),
    ...judged.map((one) => [
      one.studentNo,
      (one.attended / 2).toFixed(1),
      String(one.ectsCredits),
      one.ectsReasons.join(','),
      one.status,
      String(one.points),
      one.pointsReasons.join(','),
      one.warnings.join(','),
    ]),
  ]);

/** `rejected-rows.csv` without the words, which are the service's. */
export const withoutMessages = (file: Buffer): readonly (readonly string[])[] =>
  rowsOf(file).map(({ message: _, ...row }) => Object.values(row));
