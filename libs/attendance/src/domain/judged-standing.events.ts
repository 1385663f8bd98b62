import type { DomainEvent, HalfHours } from '@kull/kernel';
import type { AwardWithAttendance, StandingStatus } from './attendance-standing';

/** Whose attendance was judged, for which award, by which figures (half hours), and what of the log had been read. */
export interface JudgedFigures {
  readonly classId: string;
  readonly studentNo: string;
  readonly award: AwardWithAttendance;
  readonly total: HalfHours;
  readonly required: HalfHours;
  readonly attended: HalfHours;
  readonly open: HalfHours;
  readonly leftToLose: HalfHours;
  /** The registers were read up to this position of the log. */
  readonly position: number;
}

/** Missing one more session puts the award out of reach (W15). */
export type AttendanceThresholdAtRisk = DomainEvent<'AttendanceThresholdAtRisk', JudgedFigures>;

/** Not even attending everything that is left is enough: the minute it becomes true (W15). */
export type AttendanceRequirementNotMet = DomainEvent<'AttendanceRequirementNotMet', JudgedFigures>;

/** Enough has been attended, whatever happens from now on. */
export type AttendanceRequirementMet = DomainEvent<'AttendanceRequirementMet', JudgedFigures>;

/** Back to safe, after a correction, a make-up or a change of plan. */
export type AttendanceRiskPassed = DomainEvent<
  'AttendanceRiskPassed',
  JudgedFigures & { readonly from: Extract<StandingStatus, 'AT_RISK' | 'IMPOSSIBLE'> }
>;

/** What had been enough is so no more, after a correction or a change of plan; it can still become so. */
export type AttendanceRequirementReopened = DomainEvent<'AttendanceRequirementReopened', JudgedFigures>;

export type StandingEvent =
  | AttendanceThresholdAtRisk
  | AttendanceRequirementNotMet
  | AttendanceRequirementMet
  | AttendanceRiskPassed
  | AttendanceRequirementReopened;
