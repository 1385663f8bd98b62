import type { Command, HalfHours, Instant, Rejection, Uuid } from '@kull/kernel';
import type { ChangeReason, Mark, ObservedMark, StatedAttendance } from './mark';
import type { AttendanceLocked } from './register.events';

/** Opens the register, or takes into an open one who is expected there now, and when. */
export type OpenSession = Command<
  'OpenSession',
  {
    readonly classId: string;
    readonly session: string;
    readonly startsAt: Instant;
    readonly halfHours: HalfHours;
    readonly expected: readonly string[];
  }
>;

/** Records the rows of a file, all of them or none. A row that is already there as given is passed over. */
export type RecordAttendance = Command<'RecordAttendance', { readonly marks: readonly Mark[] }>;

/** Records the marks that can stand, each for itself. A mark whose id is there already is passed over. */
export type RecordMarks = Command<
  'RecordMarks',
  {
    readonly marks: readonly ObservedMark[];
    readonly now: Instant;
    /** Students of other classes, whose awards have been judged there. */
    readonly judged: readonly string[];
  }
>;

/** Sets the hours of one student in this session with a correction of the credits (credits.md 4). */
export type CorrectAttendance = Command<
  'CorrectAttendance',
  {
    readonly studentNo: string;
    readonly halfHours: HalfHours;
    readonly correctionId: string;
    readonly correctedBy: string;
    readonly correctedAt: Instant;
  }
>;

/** Sets the attendance of one student by hand, whether a mark exists or not. */
export type ChangeAttendance = Command<
  'ChangeAttendance',
  StatedAttendance & {
    readonly studentNo: string;
    readonly correctionId: Uuid;
    readonly correctedBy: string;
    readonly now: Instant;
    readonly reasonClass: ChangeReason;
    readonly judged: readonly string[];
  }
>;

/** Says what is right about marks that disagree. `marks`: those that the person has seen. */
export type SettleConflict = Command<
  'SettleConflict',
  StatedAttendance & {
    readonly studentNo: string;
    readonly settlementId: Uuid;
    readonly marks: readonly string[];
    readonly settledBy: string;
    readonly now: Instant;
    readonly reasonClass: ChangeReason;
    readonly judged: readonly string[];
  }
>;

/** Locks the register because credits are judged on it. */
export type LockAttendance = Command<'LockAttendance', AttendanceLocked['data']>;

/** Locks the register of a session that has been held. */
export type CloseRegister = Command<'CloseRegister', { readonly now: Instant }>;

export type RegisterCommand =
  | OpenSession
  | RecordAttendance
  | RecordMarks
  | CorrectAttendance
  | ChangeAttendance
  | SettleConflict
  | LockAttendance
  | CloseRegister;

/** Why a row of a file cannot stand in a register (credits.md 1, in its order). */
export type MarkRefusal = 'UNKNOWN_STUDENT' | 'HOURS_EXCEED_SESSION' | 'ALREADY_RECORDED' | 'REGISTER_LOCKED';

/**
 * Why an observer's mark cannot stand in a register, in this order:
 * - `MARK_DIFFERS`: the id belongs to another mark.
 * - `UNKNOWN_STUDENT`: the student is not expected here.
 * - `HOURS_EXCEED_SESSION`: late and left early are more than the session.
 * - `SESSION_NOT_STARTED`: the doors were not open when it was made, or are not open yet (I-28).
 * - `OBSERVED_IN_FUTURE`: the device's clock is more than a day ahead.
 * - `REGISTER_LOCKED`: the register is locked, or the student's credits have been judged.
 */
export type ObservationRefusal =
  | 'MARK_DIFFERS'
  | 'UNKNOWN_STUDENT'
  | 'HOURS_EXCEED_SESSION'
  | 'SESSION_NOT_STARTED'
  | 'OBSERVED_IN_FUTURE'
  | 'REGISTER_LOCKED';

/**
 * - `REGISTER_NOT_OPEN`: nobody has opened it.
 * - `SESSION_DIFFERS`: students are marked in a session of another length.
 * - `AWARDS_JUDGED`: credits have been judged on it; a change is a correction of the credits (I-31).
 * - `NO_CONFLICT`, `UNKNOWN_MARK`: there is nothing to settle, or not about these marks.
 * - `SESSION_NOT_OVER`: who was there is not known before the end.
 */
export type RegisterRejection =
  | Rejection<
      | 'REGISTER_NOT_OPEN'
      | 'SESSION_DIFFERS'
      | 'SESSION_NOT_STARTED'
      | 'SESSION_NOT_OVER'
      | 'AWARDS_JUDGED'
      | 'NO_CONFLICT'
      | 'UNKNOWN_MARK'
    >
  | (Rejection<MarkRefusal> & { readonly studentNo: string });
