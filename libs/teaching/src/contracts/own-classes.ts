import type { ClassPlan } from '../domain/class-plan';
import type { Meeting } from '../domain/meetings';

export { type Meeting, nextOf } from '../domain/meetings';

/** A class that somebody has a place in. */
export interface OwnClass {
  readonly classId: string;
  readonly studentNo: string;
  /** The class in which the course began, when it is another (I-27). */
  readonly courseClassId: string;
  readonly plan: ClassPlan;
  /** Before that nothing is fixed. */
  readonly isOpen: boolean;
  readonly isOnLeave: boolean;
  /** What the student goes to, in every class of the intake, in order of time. */
  readonly meetings: readonly Meeting[];
}

/** What is told of somebody's enrolments on their own request, those that have ended too. */
export interface OwnEnrolment {
  readonly classId: string;
  readonly classCode: string;
  readonly programme: string;
  readonly studentNo: string;
  readonly standing: 'enrolled' | 'on_leave' | 'transferred' | 'withdrawn';
  readonly periods: readonly { readonly from?: string; readonly until?: string }[];
}

/** Other contexts' way to what is one person's own (a Nest provider under this token). */
export abstract class OwnClasses {
  /** The classes that a person has a place in now, by code. */
  abstract of(personId: string): Promise<readonly OwnClass[]>;
  /** Every enrolment of a person, by class. */
  abstract enrolments(personId: string): Promise<readonly OwnEnrolment[]>;
}
