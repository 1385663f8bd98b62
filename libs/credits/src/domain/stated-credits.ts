import { type Instant, type LocalDate, localDateInOslo } from '@kull/kernel';
import { completionDateOf } from './awards';
import { assessmentsOf } from './course-terms';
import { type Grade, isPassing } from './grades';
import { countedResults, type StudentCourse } from './student-course.state';

/** Grades with which an assessment is passed. */
export type PassingGrade = Exclude<Grade, 'F' | 'FAILED'>;

const isPassingGrade = (grade: Grade): grade is PassingGrade => isPassing(grade);

/** What a statement of ectsCredits can say of a student's course. */
export interface StatedCredits {
  readonly ectsCredits: number;
  readonly completedOn: LocalDate;
  readonly courseCode?: string;
  readonly endsOn: LocalDate;
  readonly assessments: readonly {
    readonly title?: string;
    readonly grade: PassingGrade;
    readonly attestedOn?: LocalDate;
  }[];
}

export type StatementRefusal =
  | { readonly code: 'STUDENT_COURSE_NOT_OPEN' }
  | { readonly code: 'ECTS_CREDITS_NOT_AWARDED' };

const dayOf = (at: Instant | undefined): LocalDate | undefined => (at === undefined ? undefined : localDateInOslo(at));

/** The ectsCredits that stand and the results behind them; nothing is stated of credits that were not awarded. */
export const statedCredits = (course: StudentCourse): StatedCredits | StatementRefusal => {
  if (course.status === 'none') return { code: 'STUDENT_COURSE_NOT_OPEN' };
  const { terms, ectsCredits } = course;
  if (course.status === 'open' || ectsCredits?.status !== 'AWARDED') return { code: 'ECTS_CREDITS_NOT_AWARDED' };
  const results = countedResults(course);
  return {
    ectsCredits: ectsCredits.ectsCredits,
    completedOn: completionDateOf(terms, results),
    courseCode: terms.courseCode,
    endsOn: terms.endsOn,
    assessments: assessmentsOf(terms).flatMap(({ code, title }) => {
      const result = results.get(code);
      if (!result || !isPassingGrade(result.result)) return [];
      return [{ title, grade: result.result, attestedOn: dayOf(result.attestedAt) }];
    }),
  };
};
