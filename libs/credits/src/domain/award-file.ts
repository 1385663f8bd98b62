import { hoursText } from '@kull/kernel';
import { ruleFile } from '@kull/kernel/rule-file';
import { coursePointsIn, ectsCreditsIn } from './awards';
import type { AwardRecord } from './student-course.state';

/** The columns of `awards.csv` and `awards-final.csv` (credits.md 6). */
export const awardColumns = [
  'student_no',
  'attended_hours',
  'ects_credits',
  'ects_reasons',
  'points_status',
  'course_points',
  'points_reasons',
  'warnings',
] as const;

const reasonsOf = (outcome: { readonly status: string; readonly reasons?: readonly string[] }): string =>
  (outcome.reasons ?? []).join(',');

const awardRow = ({ studentNo, attendedHalfHours, ectsCredits, coursePoints, warnings }: AwardRecord): string[] => [
  studentNo,
  hoursText(attendedHalfHours),
  String(ectsCreditsIn(ectsCredits)),
  reasonsOf(ectsCredits),
  coursePoints.status,
  String(coursePointsIn(coursePoints)),
  reasonsOf(coursePoints),
  warnings.join(','),
];

/** The award file of a class: one line per student, by student number. */
export const awardFile = (records: readonly AwardRecord[]): string => {
  const sorted = [...records].sort((one, other) => (one.studentNo < other.studentNo ? -1 : 1));
  return ruleFile({ columns: awardColumns, rows: sorted.map(awardRow) });
};
