import type { Instant } from '@kull/kernel';
import type { AwardWithAttendance, StandingStatus } from '../domain/attendance-standing';
import type { JudgedFigures } from '../domain/judged-standing.events';

export type { AwardWithAttendance, StandingStatus } from '../domain/attendance-standing';
export { standingOfStream } from '../domain/judged-standing';

/** Which register. */
export interface RegisterRef {
  readonly classId: string;
  readonly session: string;
}

/** How a register stands. */
export interface RegisterState {
  readonly isLocked: boolean;
  /** Who marked students in it by hand, by their codes. */
  readonly observers: readonly string[];
}

/** What was said of a student's attendance at one time, and what was said last. */
export interface SaidOfAttendance {
  readonly standingId: string;
  readonly said: JudgedFigures;
  readonly status: StandingStatus;
  /** When that became true. */
  readonly since: Instant;
  /** The position in `said` of what was said last for the award, and where the student stands by it. */
  readonly last: { readonly position: number; readonly status: StandingStatus };
}

/** What would be said of a student, should something happen. */
export interface WouldBeSaid extends SaidOfAttendance {
  readonly personId: string;
  readonly classCode: string;
}

/** Which of the things that were said: the figures' own position tells them apart. */
export interface SaidRef {
  readonly standingId: string;
  readonly award: AwardWithAttendance;
  readonly position: number;
}

/** Other contexts' way to what the registers say (a Nest provider under this token). One query each. */
export abstract class AttendanceRecord {
  /** In the order asked. */
  abstract registers(refs: readonly RegisterRef[]): Promise<readonly RegisterState[]>;
  /** In the order asked; undefined: nothing of the kind was said. */
  abstract said(refs: readonly SaidRef[]): Promise<readonly (SaidOfAttendance | undefined)[]>;
}
