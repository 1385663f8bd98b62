import type { Instant } from '@kull/kernel';
import type { Subject } from './occasion';

/** `MAIL`, and for what cannot wait also `TEXT_MESSAGE`. */
export type Channel = 'MAIL' | 'TEXT_MESSAGE';

/** One reminder of a plan, relative to the date that its subject names (a deadline, the first day of a gathering). */
export interface PlanStep {
  /** `P14D`, `P2D`, `LAST_MORNING`, `ONCE`. */
  readonly step: string;
  /** Whole days before the date; 0: on the day itself. */
  readonly daysBefore: number;
  /** Time of day in Oslo, `09:00:00`. */
  readonly at: string;
}

/**
 * What is told of one subject in one programme, as data: when, in which channels, how long it may be late. What stops it
 * is the subject's own condition, asked for when it is sent.
 */
export interface Plan {
  readonly programmeCode: string;
  readonly subject: Subject;
  readonly steps: readonly PlanStep[];
  readonly channels: readonly Channel[];
  /** Hours after it was due during which it still says something new. */
  readonly validForHours: number;
  /** May wait for the next collected letter (once a day) rather than be sent at once. */
  readonly collected: boolean;
  /** Whether the recipient may decline letters of this kind. */
  readonly mayBeDeclined: boolean;
  /** Absent: off. What fell due before is never told. */
  readonly onSince?: Instant;
}
