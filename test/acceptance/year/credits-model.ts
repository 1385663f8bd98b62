import { REQUIRED } from './timetable';
import type { YearModel } from './year-model';

export const assessments = ['PROJECT_PAPER', 'TAKE_HOME_EXAM'] as const;
export type Assessment = (typeof assessments)[number];
export const parts = ['REFLECTION', 'LECTURE'] as const;

/** What students have handed in and done, and what that gives them: everything or nothing (I-33). */
export class CreditsModel {
  /** Attested grades, by student and assessment. */
  readonly grades = new Map<string, string>();
  /** By student and part. */
  readonly done = new Set<string>();

  constructor(private readonly model: YearModel) {}

  grade(no: string, assessment: Assessment): string | undefined {
    return this.grades.get(`${no} ${assessment}`);
  }

  /** Every reason why not; none: 30 ectsCredits. */
  reasonsOf(no: string): readonly string[] {
    const reasons = new Set<string>();
    if (this.model.hoursOf(no) < REQUIRED) reasons.add('ATTENDANCE_BELOW_MINIMUM');
    for (const assessment of assessments) {
      const grade = this.grade(no, assessment);
      if (grade === undefined) reasons.add('ASSESSMENT_MISSING');
      if (grade === 'F') reasons.add('ASSESSMENT_NOT_PASSED');
    }
    if (parts.some((part) => !this.done.has(`${no} ${part}`))) reasons.add('PART_MISSING');
    return [...reasons].sort();
  }

  creditsOf(no: string): number {
    return this.reasonsOf(no).length === 0 ? 30 : 0;
  }

  /** The student's line in the files of awards (credits.md 6); there are no course points in this programme. */
  lineOf(no: string): string {
    const hours = (this.model.hoursOf(no) / 2).toFixed(1);
    const ects = [this.creditsOf(no), this.reasonsOf(no).join(',')];
    return [no, hours, ...ects, 'NOT_APPLICABLE', 0, 'NO_COURSE_APPROVAL', ''].join(';');
  }
}
