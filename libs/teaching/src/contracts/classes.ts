import type { Instant } from '@kull/kernel';
import type { ClassPlan, Programme } from '../domain/class-plan';
import type { StudentEnrolled } from '../domain/enrolment';

/** A class as it is now. */
export interface ListedClass {
  readonly classId: string;
  readonly plan: ClassPlan;
}

/** A session on the timetable of an open class. */
export interface TimetabledSession {
  readonly classId: string;
  readonly classCode: string;
  readonly programme: Programme;
  readonly session: string;
  /** Absent: it stands by itself. */
  readonly gathering?: number;
  readonly startsAt: Instant;
  readonly endsAt: Instant;
  /** By their codes. */
  readonly teachers: readonly string[];
}

/** Other contexts' way to many classes at once (a Nest provider under this token): a few queries, however many there are. */
export abstract class ClassList {
  /** The classes of a programme, by code. */
  abstract ofProgramme(programmeCode: string): Promise<readonly ListedClass[]>;
  /** These classes, in any order; those that there are not are left out. */
  abstract named(classIds: readonly string[]): Promise<readonly ListedClass[]>;
  /** The classes, by code, whose course points go to this organisation, and whose course it has approved. */
  abstract approvedBy(recipientOrgNumber: string): Promise<readonly ListedClass[]>;
  /** Who is a student of these classes now. */
  abstract students(classIds: readonly string[]): Promise<readonly StudentEnrolled['data'][]>;
  /** Sessions of the programme's open classes that end after that and not after `by`, in order of time. */
  abstract sessionsEnding(programmeCode: string, after: Instant, by: Instant): Promise<readonly TimetabledSession[]>;
  /** Sessions of all open classes that begin from then on and before `until`, in order of time. */
  abstract sessionsBeginning(from: Instant, until: Instant): Promise<readonly TimetabledSession[]>;
  /** When the first session of an open class after that begins. */
  abstract nextBeginning(after: Instant, among?: readonly string[]): Promise<Instant | undefined>;
  /** All sessions of these classes, when they are open. */
  abstract sessionsOf(classIds: readonly string[]): Promise<readonly TimetabledSession[]>;
}
