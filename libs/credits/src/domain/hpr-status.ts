import type { Instant, LocalDate } from '@kull/kernel';
import {
  type HprFinding,
  type HprReason,
  type HprSource,
  hprReasons,
  type Provenance,
  type Warning,
  warningsOf,
} from './hpr';

/**
 * How it stands with a student's HPR number.
 * - `NOT_ASKED_FOR`: no physician, or no course points to give.
 * - `NOT_LOOKED_UP`: nobody has been asked yet. `NOT_ANSWERED`: the register was asked and did not answer.
 */
export type HprStatus = 'VERIFIED' | 'NOT_ASKED_FOR' | 'NOT_LOOKED_UP' | 'NOT_ANSWERED' | HprReason;

/** What is known of one student's number: how it stands, all reasons, what to look at, from where and when. */
export interface NumberStanding {
  readonly status: HprStatus;
  readonly reasons: readonly HprReason[];
  readonly warnings: readonly Warning[];
  readonly source: HprSource | null;
  readonly lookedUpAt: Instant | null;
}

const without = { reasons: [], warnings: [], source: null, lookedUpAt: null };

export const standsAs = (status: 'NOT_ASKED_FOR' | 'NOT_LOOKED_UP' | 'NOT_ANSWERED'): NumberStanding => ({
  status,
  ...without,
});

/** The first reason stands for all of them, in the order of the rules (credits.md 2). */
export const standingOf = (
  finding: HprFinding,
  provenance: Provenance | undefined,
  completionDate: LocalDate,
): NumberStanding => {
  const reasons = hprReasons(finding, completionDate);
  const { source = null, at = null } = provenance ?? {};
  return { status: reasons[0] ?? 'VERIFIED', reasons, warnings: warningsOf(finding), source, lookedUpAt: at };
};
