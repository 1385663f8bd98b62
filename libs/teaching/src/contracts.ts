import type { PlannedClass } from './domain/class';
import type { StudentEnrolled } from './domain/enrolment';

export type { ClassCapacityChanged, ClassOpened, ClassPlanned, PlannedClass } from './domain/class';
export type {
  ClassPlan,
  CourseApproval,
  CoursePlan,
  CreditLine,
  Organisation,
  Programme,
  Session,
} from './domain/class-plan';
export type { StudentEnrolled } from './domain/enrolment';

/** What `StudentEnrolled.particulars` holds once `people` has opened it. */
export interface Particulars {
  readonly familyName: string;
  readonly givenNames: string;
  readonly birthDate: string;
  readonly language: 'nb' | 'nn' | 'en';
  /** Absent: none was given. */
  readonly hprNumber?: string;
}

/** The purpose under which `StudentEnrolled.particulars` is sealed. */
export const particularsPurpose = 'StudentEnrolled.particulars';

/** Other contexts' way to a class and its students (a Nest provider under this token). */
export abstract class ClassDirectory {
  /** The class as it is now, or undefined when there is none. */
  abstract find(classId: string): Promise<PlannedClass | undefined>;
  /** The students of the class, by student number. */
  abstract students(classId: string): Promise<readonly StudentEnrolled['data'][]>;
}
