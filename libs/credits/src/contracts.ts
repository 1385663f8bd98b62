import type { Explanation, LocalDate } from '@kull/kernel';

export type { CorrectionReasonCode } from './domain/corrections';
export type { CreditLine } from './domain/course-terms';
export type {
  AwardReversed,
  ChangedBy,
  CoursePointsAwardCorrected,
  CoursePointsAwarded,
  CoursePointsEntitlement,
  EntitlementChange,
  StudentCourseEvent,
} from './domain/student-course.events';

/**
 * What a sealed holder holds once `people` has opened it: the student as an award knew them. The course points of a
 * student's course live in the stream `student-course-<id>`; a certificate follows three events there, in order:
 * `CoursePointsAwarded` (points are given), `CoursePointsAwardCorrected` (they stand, what a certificate states has
 * changed) and `AwardReversed` with award `coursePoints` (they fell away).
 */
export interface Holder {
  readonly familyName: string;
  readonly givenNames: string;
  readonly birthDate: string;
  readonly language: 'nb' | 'nn' | 'en';
  /** Absent: none was given. Never absent where course points are awarded. */
  readonly hprNumber?: string;
}

/** The purpose under which every holder is sealed. */
export const holderPurpose = 'student-course.holder';

/** The category of a student's course: stream = `student-course-${idOf('stc', classId, studentNo)}`. */
export const studentCourseCategory = 'student-course';

/** A student's course, and why its course points are awarded or not. */
export interface ExplainedCourse {
  readonly studentCourseId: string;
  readonly classId: string;
  readonly classCode: string;
  readonly studentNo: string;
  readonly personId: string;
  /** Courses without an approval have no course points to explain or to find. */
  readonly givesCoursePoints: boolean;
  readonly coursePoints: Explanation;
  readonly ectsCredits: Explanation;
  /** What the course gives to whoever has everything it asks for. */
  readonly gives: { readonly ectsCredits: number; readonly coursePoints: number };
  /** The day by which the points should be reported: 30 days after completion (domain.md 9.3). */
  readonly reportBy: LocalDate;
}

/** What a requirement of an award says to people. */
export interface RequirementTexts {
  readonly nb: string;
  readonly nn: string;
  readonly en: string;
}

/** Other contexts' way to the explanations of course points (a Nest provider under this token). */
export abstract class CoursePointsDirectory {
  /** The course, explained as it stands now; undefined when there is none. */
  abstract find(studentCourseId: string): Promise<ExplainedCourse | undefined>;
  /** All courses that these persons take, by class and student number. */
  abstract ofPersons(personIds: readonly string[]): Promise<readonly ExplainedCourse[]>;
  /** Everybody who takes a course that could give course points: whom a look-up chooses from. */
  abstract persons(): Promise<readonly string[]>;
  /** The words for a requirement of `coursePoints`. */
  abstract textsOf(requirement: Explanation['requirements'][number]): RequirementTexts;
}
