import type { DomainEvent, HalfHours, Instant } from '@kull/kernel';

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

/** More students joined the class after the register was opened. */
export type StudentsExpected = DomainEvent<'StudentsExpected', { readonly students: readonly string[] }>;

/** Somebody saw how long a student was present (I-30). */
export type AttendanceRecorded = DomainEvent<
  'AttendanceRecorded',
  {
    readonly studentNo: string;
    readonly halfHours: HalfHours;
    readonly observedBy: string;
    readonly observedAt: Instant;
  }
>;

/** What was recorded, or left out, was wrong. The old record stays (I-30). */
export type AttendanceCorrected = DomainEvent<
  'AttendanceCorrected',
  {
    readonly studentNo: string;
    readonly halfHours: HalfHours;
    readonly correctionId: string;
    readonly correctedBy: string;
    readonly correctedAt: Instant;
  }
>;

/** Credits have been judged on this register: from now on only corrections change it (I-31). */
export type AttendanceLocked = DomainEvent<'AttendanceLocked', Record<never, never>>;

export type RegisterEvent =
  | SessionOpened
  | StudentsExpected
  | AttendanceRecorded
  | AttendanceCorrected
  | AttendanceLocked;
