import type { PlannedClass } from './domain/class.state';
import type { StudentEnrolled } from './domain/enrolment';
import type { Period } from './domain/enrolment.state';

export type {
  ClassCapacityChanged,
  ClassOpened,
  ClassPlanned,
  CoursePlanned,
  GatheringCancelled,
  GatheringRescheduled,
  GatheringScheduled,
  MakeUp,
  MakeUpArranged,
  MakeUpCancelled,
} from './domain/class.events';
export { type PlannedClass, scheduledOf } from './domain/class.state';
export type {
  AssessmentRequirement,
  ClassPlan,
  CourseApproval,
  CoursePlan,
  CourseRequirement,
  CreditLine,
  GatheringRule,
  Organisation,
  PartRequirement,
  Programme,
  Session,
} from './domain/class-plan';
export type {
  EnrolmentEvent,
  LeaveEnded,
  LeaveGranted,
  StudentEnrolled,
  StudentTransferred,
  StudentWithdrawn,
} from './domain/enrolment';
export type { Period } from './domain/enrolment.state';
export { doorsOpenAt, endOf, type Gathering, periodOf, type ScheduledGathering } from './domain/gathering';

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

/**
 * Another class whose registers count for a student. Sessions of the same code are the same session (W16), wherever it
 * was attended: hours count once.
 */
export interface AttendedClass {
  readonly classId: string;
  /** The gathering that the student has a seat at as a guest. Absent: the student was a student there before. */
  readonly gathering?: number;
}

/** A student of a class as it is now. */
export interface ClassMember {
  readonly student: StudentEnrolled['data'];
  /** A leave was granted last. On which days, `leaves` says. */
  readonly onLeave: boolean;
  readonly periods: readonly Period[];
  readonly leaves: readonly Period[];
  readonly attendedIn: readonly AttendedClass[];
}

/** Somebody who was a student of a class and is no longer. */
export interface FormerMember {
  readonly student: StudentEnrolled['data'];
  readonly periods: readonly Period[];
  /** The class that the student went to. Absent: withdrawn. */
  readonly transferredTo?: string;
}

/** Other contexts' way to a class and its students (a Nest provider under this token). */
export abstract class ClassDirectory {
  /** The class as it is now, or undefined when there is none. */
  abstract find(classId: string): Promise<PlannedClass | undefined>;
  /** The students of the class, by student number. */
  abstract students(classId: string): Promise<readonly StudentEnrolled['data'][]>;
  /** The same, with where else their attendance was kept. */
  abstract members(classId: string): Promise<readonly ClassMember[]>;
  /** Who was a student of the class and left it, by student number. */
  abstract formerMembers(classId: string): Promise<readonly FormerMember[]>;
  /** The classes that an intake fills, by code. */
  abstract classesOf(intake: string): Promise<readonly { readonly classId: string; readonly code: string }[]>;
}
