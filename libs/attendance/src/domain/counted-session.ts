import type { HalfHours, Instant } from '@kull/kernel';

/** One session of a student's course as it counts: attended so far, and whether more of it can still be attended. */
export interface CountedSession {
  readonly session: string;
  readonly startsAt: Instant;
  /** How long the session is. */
  readonly halfHours: HalfHours;
  readonly attended: HalfHours;
  /** `counted`: the student has a mark, or the register is locked. `open`: it can still be attended. */
  readonly state: 'counted' | 'open';
  readonly presence?: string;
  readonly by?: string;
  readonly at?: Instant;
  /** The class whose register says so, when it is not the student's own (W16). */
  readonly classId?: string;
}
