export type { CorrectionReasonCode } from './domain/corrections';
export type { CreditLine } from './domain/course-terms';
export type {
  AwardReversed,
  ChangedBy,
  CoursePointsAwardCorrected,
  CoursePointsAwarded,
  CoursePointsEntitlement,
  EntitlementChange,
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
