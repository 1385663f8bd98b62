import type { Command, HalfHours, Instant, Rejection } from '@kull/kernel';

/** How long one student was present, and who saw it. */
export interface Mark {
  readonly studentNo: string;
  readonly halfHours: HalfHours;
  readonly observedBy: string;
  readonly observedAt: Instant;
}

/** Opens the register, or expects further students in an open one. */
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

/** Records marks, all of them or none. A mark that is already there as given is passed over. */
export type RecordAttendance = Command<'RecordAttendance', { readonly marks: readonly Mark[] }>;

/** Sets the hours of one student in this session, whether a mark exists or not. */
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

export type LockAttendance = Command<'LockAttendance', Record<never, never>>;

export type RegisterCommand = OpenSession | RecordAttendance | CorrectAttendance | LockAttendance;

/** Why a mark cannot stand in a register (credits.md 1, in its order). */
export type MarkRefusal = 'UNKNOWN_STUDENT' | 'HOURS_EXCEED_SESSION' | 'ALREADY_RECORDED' | 'REGISTER_LOCKED';

export type RegisterRejection =
  | Rejection<'REGISTER_NOT_OPEN' | 'SESSION_DIFFERS'>
  | (Rejection<MarkRefusal> & { readonly studentNo: string });
