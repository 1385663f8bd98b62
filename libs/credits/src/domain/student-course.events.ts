import type { Sealed } from '@kull/event-store/contracts';
import type { DomainEvent, HalfHours, Instant, LocalDate } from '@kull/kernel';
import type { EctsReason, Grade, PointsReason } from './awards';
import type { CorrectionKind, CorrectionReasonCode, CorrectionRefusal } from './corrections';
import type { CourseTerms, CreditLine } from './course-terms';
import type { HprFinding, HprReason } from './hpr';

/** How long the student was present in a session, and the record that says so. */
export interface CountedPresence {
  readonly session: string;
  readonly halfHours: HalfHours;
  /** Absent: nobody recorded anything. */
  readonly by?: string;
  readonly at?: Instant;
}

export type Ledger = 'ectsCredits' | 'coursePoints';

/** A student takes a course on these terms. */
export type StudentCourseOpened = DomainEvent<
  'StudentCourseOpened',
  {
    readonly classId: string;
    readonly classCode: string;
    readonly studentNo: string;
    readonly personId: string;
    readonly participantStatus: string;
    readonly holder: Sealed;
    readonly terms: CourseTerms;
  }
>;

export type AssessmentResultRegistered = DomainEvent<
  'AssessmentResultRegistered',
  { readonly assessment: string; readonly result: Grade; readonly gradedBy: string }
>;

/** A second person stands by the result: from now on it counts. */
export type AssessmentResultAttested = DomainEvent<
  'AssessmentResultAttested',
  { readonly attestedBy: string; readonly attestedAt: Instant }
>;

/** The result was changed; the attested day stays (credits.md 4). */
export type AssessmentResultCorrected = DomainEvent<
  'AssessmentResultCorrected',
  { readonly result: Grade; readonly correctionId: string; readonly correctedBy: string; readonly correctedAt: Instant }
>;

/** The attendance that awards are judged by, counted from the registers. */
export type AttendanceCounted = DomainEvent<
  'AttendanceCounted',
  { readonly presences: readonly CountedPresence[]; readonly halfHours: HalfHours }
>;

/** The HPR number is that of a physician who was authorised on the completion date. */
export type HprVerified = DomainEvent<'HprVerified', { readonly finding: HprFinding; readonly verifiedAt: Instant }>;

export type HprVerificationFailed = DomainEvent<
  'HprVerificationFailed',
  { readonly finding: HprFinding; readonly verifiedAt: Instant; readonly reasons: readonly HprReason[] }
>;

export type EctsCreditsAwarded = DomainEvent<
  'EctsCreditsAwarded',
  { readonly ectsCredits: number; readonly completionDate: LocalDate }
>;

/** Everything that a certificate of course points states, as it is true with this award. */
export interface CoursePointsEntitlement {
  readonly classId: string;
  readonly classCode: string;
  readonly studentNo: string;
  readonly personId: string;
  readonly holder: Sealed;
  readonly participantStatus: string;
  readonly approvalId: string;
  readonly completionDate: LocalDate;
  readonly attendedHalfHours: HalfHours;
  readonly totalHalfHours: HalfHours;
  /** Absent: the approval asks for no assessment. */
  readonly assessmentPassed?: boolean;
  readonly hprVerifiedAt: Instant;
  /** The most that the lines give for one purpose. */
  readonly coursePoints: number;
  readonly lines: readonly CreditLine[];
}

export type CoursePointsAwarded = DomainEvent<'CoursePointsAwarded', CoursePointsEntitlement>;

/** The correction that changed an award, and the people behind it. */
export interface ChangedBy {
  readonly correctionId: string;
  readonly reasonCode: CorrectionReasonCode;
  readonly recordedBy: string;
  readonly approvedBy?: string;
}

/** What a correction changed on an award that stands. */
export type EntitlementChange = 'NAME' | 'ATTENDED_HOURS' | 'HPR_NUMBER';

/** The course points stand after a correction, but what a certificate states has changed. */
export type CoursePointsAwardCorrected = DomainEvent<
  'CoursePointsAwardCorrected',
  CoursePointsEntitlement & ChangedBy & { readonly changed: readonly EntitlementChange[] }
>;

/** Only the HPR number stands between the student and the course points. */
export type AwardHeld = DomainEvent<
  'AwardHeld',
  { readonly award: 'coursePoints'; readonly reasons: readonly HprReason[]; readonly completionDate: LocalDate }
>;

export type AwardNotMet = DomainEvent<
  'AwardNotMet',
  | { readonly award: 'ectsCredits'; readonly reasons: readonly EctsReason[]; readonly completionDate: LocalDate }
  | { readonly award: 'coursePoints'; readonly reasons: readonly PointsReason[]; readonly completionDate: LocalDate }
>;

/** Course points are not for this participant at all. */
export type AwardNotApplicable = DomainEvent<
  'AwardNotApplicable',
  {
    readonly award: 'coursePoints';
    readonly reasons: readonly ['PARTICIPANT_NOT_AUTHORISED'];
    readonly completionDate: LocalDate;
  }
>;

/** An award fell away after a correction; the event that says where it now stands follows. */
export type AwardReversed = DomainEvent<
  'AwardReversed',
  ChangedBy & {
    readonly award: Ledger;
    /** As they are after the correction. */
    readonly attendedHalfHours: HalfHours;
    readonly assessmentPassed?: boolean;
  }
>;

export type CorrectionApplied = DomainEvent<
  'CorrectionApplied',
  {
    readonly correctionId: string;
    readonly kind: CorrectionKind;
    readonly reasonCode: CorrectionReasonCode;
    readonly at: Instant;
    readonly recordedBy: string;
    readonly approvedBy?: string;
    /** After a changed name or HPR number. */
    readonly holder?: Sealed;
  }
>;

/** The correction was refused and everything left as it was; asked again, it is refused again. */
export type CorrectionRefused = DomainEvent<
  'CorrectionRefused',
  {
    readonly correctionId: string;
    readonly kind: CorrectionKind;
    readonly code: CorrectionRefusal;
    readonly at: Instant;
    readonly recordedBy: string;
    readonly approvedBy?: string;
  }
>;

export type StudentCourseEvent =
  | StudentCourseOpened
  | AssessmentResultRegistered
  | AssessmentResultAttested
  | AssessmentResultCorrected
  | AttendanceCounted
  | HprVerified
  | HprVerificationFailed
  | EctsCreditsAwarded
  | CoursePointsAwarded
  | CoursePointsAwardCorrected
  | AwardHeld
  | AwardNotMet
  | AwardNotApplicable
  | AwardReversed
  | CorrectionApplied
  | CorrectionRefused;
