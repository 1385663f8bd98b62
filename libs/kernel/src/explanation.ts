import type { Instant, LocalDate } from './time';

/** Where a requirement stands. `waiting`: somebody can still mend it. */
export type RequirementStatus = 'met' | 'not_met' | 'waiting';

/** One record that a requirement was judged by. */
export interface Evidence {
  /** What kind of record: a code, such as `ATTENDANCE` or `HPR_REGISTER`. */
  readonly record: string;
  /** The value that counted, ready to show: a number, a date or a code. Never personal text. */
  readonly value?: string | number;
  readonly who?: string;
  readonly at?: Instant | LocalDate;
}

/** One line of an explanation: a requirement, where it stands, on what evidence, and who must do what by when. */
export interface Requirement {
  /** A code of the rules when it is not met; the requirement's own name when it is. */
  readonly code: string;
  readonly status: RequirementStatus;
  readonly evidence: readonly Evidence[];
  readonly actor?: string;
  readonly dueAt?: Instant | LocalDate;
  readonly action?: string;
}

/** The one structure that explains every outcome (design.md 7), made by the functions that decided. */
export interface Explanation {
  readonly outcome: string;
  readonly requirements: readonly Requirement[];
  readonly warnings: readonly string[];
}
