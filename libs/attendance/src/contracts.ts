import type { CommandContext, Order } from '@kull/event-store';
import type { HalfHours, Instant } from '@kull/kernel';
import type { Presence } from './domain/register.state';

export type {
  AbsenceEvent,
  AbsenceExcused,
  AbsenceNotExcused,
  AbsenceReported,
  AbsenceWithdrawn,
  CompensationApproved,
} from './domain/absence.events';
export type {
  AttendanceRequirementMet,
  AttendanceRequirementNotMet,
  AttendanceRequirementReopened,
  AttendanceRiskPassed,
  AttendanceThresholdAtRisk,
  StandingEvent,
} from './domain/judged-standing.events';
export type { AttendanceCorrected, AttendanceRecorded, RegisterEvent } from './domain/register.events';
export type { Presence } from './domain/register.state';

/** What a correction makes of one student's hours, session by session. */
export interface HoursCorrection {
  readonly classId: string;
  readonly studentNo: string;
  readonly hours: readonly { readonly session: string; readonly halfHours: HalfHours }[];
  readonly correctionId: string;
  readonly recordedBy: string;
  readonly at: Instant;
}

/** Other contexts' way to the registers of a class (a Nest provider under this token). */
export abstract class ClassRegisters {
  /** Locks every register of the class: from now on its attendance changes by corrections only (I-31). */
  abstract lock(classId: string, context: CommandContext): Promise<void>;
  /** Presence in every session, by student number; a session without a record counts as none. */
  abstract presences(classId: string): Promise<ReadonlyMap<string, readonly Presence[]>>;
  /** The orders that correct the registers, to be executed together with the correction itself. */
  abstract corrections(correction: HoursCorrection): readonly Order[];
}
