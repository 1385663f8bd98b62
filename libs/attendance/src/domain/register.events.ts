import type { DomainEvent, HalfHours, Instant } from '@kull/kernel';
import type { Attendance, ChangeReason, Mark } from './mark';

/** A session's register is opened for the students who are expected there. */
export type SessionOpened = DomainEvent<
  'SessionOpened',
  {
    readonly classId: string;
    readonly session: string;
    readonly startsAt: Instant;
    readonly halfHours: HalfHours;
    readonly expected: readonly string[];
  }
>;

/** The session was moved before anybody was marked. */
export type SessionRescheduled = DomainEvent<
  'SessionRescheduled',
  { readonly startsAt: Instant; readonly halfHours: HalfHours }
>;

/** More students joined the class, or come as guests, after the register was opened. */
export type StudentsExpected = DomainEvent<'StudentsExpected', { readonly students: readonly string[] }>;

/** Students left the class before the session, or gave a guest's seat up, and nobody has marked them. */
export type StudentsNotExpected = DomainEvent<'StudentsNotExpected', { readonly students: readonly string[] }>;

/** Somebody saw how long a student was present (I-30). */
export type AttendanceRecorded = DomainEvent<'AttendanceRecorded', Mark>;

/** Marks of one student disagree. A person settles it; until then the least of what they say counts. */
export type AttendanceConflictFound = DomainEvent<
  'AttendanceConflictFound',
  { readonly studentNo: string; readonly marks: readonly string[] }
>;

/** A person said what is right about the marks that disagreed. */
export type AttendanceConflictSettled = DomainEvent<
  'AttendanceConflictSettled',
  Attendance & {
    readonly studentNo: string;
    readonly settlementId: string;
    /** The marks that the person had seen. */
    readonly marks: readonly string[];
    readonly settledBy: string;
    readonly settledAt: Instant;
    readonly reasonClass: ChangeReason;
  }
>;

/** What was recorded, or left out, was wrong. The old record stays (I-30). */
export type AttendanceCorrected = DomainEvent<
  'AttendanceCorrected',
  Omit<Attendance, 'presence'> & {
    readonly studentNo: string;
    readonly correctionId: string;
    readonly correctedBy: string;
    readonly correctedAt: Instant;
    /** Absent: present when there are hours, else absent. */
    readonly presence?: Attendance['presence'];
    /** Absent: a correction with the credits, which keep the reason (credits.md 4). */
    readonly reasonClass?: ChangeReason;
  }
>;

/** `GATHERING_HELD`: no more marks, changes by hand. `AWARDS_JUDGED`: changes have the awards judged again (I-31). */
export type LockReason = 'GATHERING_HELD' | 'AWARDS_JUDGED';

/** From now on only corrections change the register; who is not marked was absent. No reason: credits were judged. */
export type AttendanceLocked = DomainEvent<'AttendanceLocked', { readonly reason?: LockReason }>;

export type RegisterEvent =
  | SessionOpened
  | SessionRescheduled
  | StudentsExpected
  | StudentsNotExpected
  | AttendanceRecorded
  | AttendanceConflictFound
  | AttendanceConflictSettled
  | AttendanceCorrected
  | AttendanceLocked;
