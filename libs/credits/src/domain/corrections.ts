import type { Sealed } from '@kull/event-store/contracts';
import type { HalfHours, Instant } from '@kull/kernel';
import { coursePointsIn, type EctsOutcome, ectsCreditsIn, type PointsOutcome } from './awards';
import type { Grade } from './grades';
import type { HprFinding, Provenance } from './hpr';

export type CorrectionKind = 'NAME_CHANGE' | 'ATTENDANCE' | 'HPR_NUMBER' | 'RESULT';

/** The reason code that a delivery carries for each kind of correction (credits.md 4). */
export const reasonCodes = {
  NAME_CHANGE: 'NAME_CHANGE',
  ATTENDANCE: 'ATTENDANCE_RECOUNT',
  HPR_NUMBER: 'DATA_ERROR',
  RESULT: 'RESULT_CHANGED',
} as const satisfies Record<CorrectionKind, string>;

export type CorrectionReasonCode = (typeof reasonCodes)[CorrectionKind];

/** Why a correction leaves everything as it was (credits.md 4). */
export type CorrectionRefusal = 'HOURS_EXCEED_SESSION' | 'SECOND_APPROVER_REQUIRED';

/** Who corrects, when, and with whose approval. */
export interface CorrectionOrder {
  /** Made from the row, so the same row is the same correction. */
  readonly correctionId: string;
  readonly at: Instant;
  readonly recordedBy: string;
  readonly approvedBy?: string;
}

/**
 * What is corrected. A changed name or number comes with the sealed holder as it then is and with what the register
 * says of it; `differs` is false when the new value is the old one.
 */
export type Change =
  | {
      readonly kind: 'NAME_CHANGE' | 'HPR_NUMBER';
      /** The holder that the new one was made from: refused when it is no longer the present one. */
      readonly from: Sealed;
      readonly holder: Sealed;
      readonly differs: boolean;
      /** Absent: the course gives no course points, and nobody was asked. */
      readonly hpr?: HprFinding;
      /** Absent: the finding is that of the class's register file. */
      readonly lookedUp?: Provenance;
    }
  | {
      readonly kind: 'ATTENDANCE';
      readonly hours: readonly { readonly session: string; readonly halfHours: HalfHours }[];
    }
  | { readonly kind: 'RESULT'; readonly assessment: string; readonly result: Grade };

/** The two ledgers of one student. */
export interface Ledgers {
  readonly ectsCredits: EctsOutcome;
  readonly coursePoints: PointsOutcome;
}

/** Whether either ledger holds less afterwards. */
export const isLowered = (before: Ledgers, after: Ledgers): boolean =>
  ectsCreditsIn(after.ectsCredits) < ectsCreditsIn(before.ectsCredits) ||
  coursePointsIn(after.coursePoints) < coursePointsIn(before.coursePoints);

/** Whether a second person approved: somebody, and not the one who recorded the correction. */
export const hasSecondApprover = ({ recordedBy, approvedBy }: CorrectionOrder): boolean =>
  approvedBy !== undefined && approvedBy !== '' && approvedBy !== recordedBy;
