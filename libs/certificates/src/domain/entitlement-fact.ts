import type { HalfHours, Instant, Uuid } from '@kull/kernel';
import type { CorrectionReason } from './certificate.events';
import type { Statement } from './statement';

/** Who made a correction, and who approved it. */
export interface Correctors {
  readonly recordedBy: string;
  readonly approvedBy?: string;
}

interface Fact {
  /** Version of the student-course stream: facts are handled strictly in this order. */
  readonly version: number;
  readonly eventId: Uuid;
  readonly at: Instant;
}

/** Course points were awarded, and this is what a certificate of them states. */
export type Awarded = Fact & { readonly kind: 'awarded'; readonly statement: Statement };

/** The award stands, but what a certificate states has changed. */
export type Corrected = Fact &
  Correctors & {
    readonly kind: 'corrected';
    readonly statement: Statement;
    readonly hprNumberChanged: boolean;
    readonly reasonCode: CorrectionReason;
  };

/** The award fell away. */
export type Reversed = Fact &
  Correctors & {
    readonly kind: 'reversed';
    readonly reasonCode: CorrectionReason;
    /** As they are after the correction. */
    readonly attendedHalfHours: HalfHours;
    readonly assessmentPassed?: boolean;
  };

/** What happened to a student's entitlement to course points, as far as certificates are concerned. */
export type EntitlementFact = Awarded | Corrected | Reversed;
