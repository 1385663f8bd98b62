import type { Point } from '../failpoints/points';

/** What a run was asked to do. The same seed gives the same course, victims and moments as far as the machine allows. */
export interface FaultPlan {
  readonly seed: number;
  readonly participants: number;
  /** kill -9 of any process at random. */
  readonly kills: number;
  /** Deaths at each failpoint. */
  readonly hits: number;
  /** It is given up after so long. */
  readonly withinMs: number;
  /** The seeded bug to run with (reliability.md 4.5). */
  readonly bug?: string;
}

/** What a run saw. Green only when nothing is breached and the run was not vacuous. */
export interface FaultReport {
  readonly plan: FaultPlan;
  readonly green: boolean;
  /** Names of the invariants of reliability.md 3 that were breached, and by what (at most five of each). */
  readonly breaches: Readonly<Record<string, readonly unknown[]>>;
  /** Why the run proves less than it should (V1); empty when it does not. */
  readonly vacuous: readonly string[];
  readonly kills: Readonly<Record<string, number>>;
  readonly hits: Readonly<Partial<Record<Point, number>>>;
  readonly flushes: number;
  readonly restarts: number;
  /** Share of the certificates that were issued while processes died. */
  readonly shareInWindow: number;
  readonly windowMs: number;
  readonly settledMs: number;
  readonly events: number;
  readonly certificates: number;
  readonly deliveries: number;
}
