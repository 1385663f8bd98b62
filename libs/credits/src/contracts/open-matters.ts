import type { LocalDate } from '@kull/kernel';
import type { HprReason } from '../domain/hpr';

export type { HprReason } from '../domain/hpr';

/** Course points that only the HPR number stands in the way of. */
export interface HeldAward {
  readonly studentCourseId: string;
  readonly personId: string;
  readonly classId: string;
  readonly classCode: string;
  readonly programme: { readonly code: string; readonly title: string };
  readonly coursePoints: number;
  readonly reasons: readonly HprReason[];
  readonly completionDate: LocalDate;
}

/** An assessment of a class, and the students whose result nobody has registered. */
export interface GradingToDo {
  readonly classId: string;
  readonly classCode: string;
  readonly programme: { readonly code: string; readonly title: string };
  readonly assessment: string;
  readonly title: string;
  /** The last day to grade. */
  readonly gradingDeadline: LocalDate;
  readonly students: number;
  readonly missing: number;
  /** Who has graded others in the class, by their codes. */
  readonly graders: readonly string[];
}

/** Other contexts' way to what is still to be done before credits are given (a Nest provider under this token). */
export abstract class OpenMatters {
  /** What is held in the programme's classes now. */
  abstract heldAwards(programmeCode: string): Promise<readonly HeldAward[]>;
  /** What is held of these; an award that is not held is left out. */
  abstract heldAmong(studentCourseIds: readonly string[]): Promise<readonly HeldAward[]>;
  /** Assessments of the programme's classes whose grading deadline is one of the days. */
  abstract gradingDue(programmeCode: string, from: LocalDate, to: LocalDate): Promise<readonly GradingToDo[]>;
  /** All assessments with a grading deadline of these classes. */
  abstract gradingIn(classIds: readonly string[]): Promise<readonly GradingToDo[]>;
}
