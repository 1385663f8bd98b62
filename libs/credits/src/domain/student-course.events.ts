import type { Sealed } from '@kull/event-store/contracts';
import type { DomainEvent, HalfHours, Instant, LocalDate } from '@kull/kernel';
import type { EctsReason, NotApplicableReason, PointsReason } from './awards';
import type { CorrectionKind, CorrectionReasonCode, CorrectionRefusal } from './corrections';
import type { CourseTerms, CreditLine } from './course-terms';
import type { Grade } from './grades';
import type { GradingRequestEvent } from './grading-request.events';
import type { HprReason } from './hpr';
import type { HprEvent } from './hpr.events';
import type { PartFulfilled, PartWithdrawn } from './part.events';

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

/** What the class teaches, or the student's class, has changed before anything was judged. */
export type CourseTermsRevised = DomainEvent<
  'CourseTermsRevised',
  { readonly classId: string; readonly classCode: string; readonly terms: CourseTerms }
>;

export type AssessmentResultRegistered = DomainEvent<
  'AssessmentResultRegistered',
  { readonly assessment: string; readonly result: Grade; readonly gradedBy: string; readonly registeredBy?: string }
>;

/** A second person stands by the result: from now on it counts. */
export type AssessmentResultAttested = DomainEvent<
  'AssessmentResultAttested',
  {
    /** Absent: the one assessment of the course. */
    readonly assessment?: string;
    readonly attestedBy: string;
    readonly attestedAt: Instant;
  }
>;

/** The result was changed; the attested day stays (credits.md 4). */
export type AssessmentResultCorrected = DomainEvent<
  'AssessmentResultCorrected',
  {
    /** Absent: the one assessment of the course. */
    readonly assessment?: string;
    readonly result: Grade;
    readonly correctionId: string;
    readonly correctedBy: string;
    readonly correctedAt: Instant;
  }
>;

/** The student has got the reasons of a result. */
export type GradingReasonsGiven = DomainEvent<
  'GradingReasonsGiven',
  { readonly assessment: string; readonly givenBy: string; readonly givenAt: Instant }
>;

/** The attendance that awards are judged by, counted from the registers. */
export type AttendanceCounted = DomainEvent<
  'AttendanceCounted',
  { readonly presences: readonly CountedPresence[]; readonly halfHours: HalfHours }
>;

/** Whose ectsCredits of which course these are, and in which class they were earned: held by the log once (I-34). */
export interface OncePerCourse {
  readonly courseCode: string;
  readonly personId: string;
  readonly classId: string;
  readonly studentNo: string;
}

/** Without course and person: the plan names no course that gives its ectsCredits once. */
export type EctsCreditsAwarded = DomainEvent<
  'EctsCreditsAwarded',
  { readonly ectsCredits: number; readonly completionDate: LocalDate } & Partial<OncePerCourse>
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

/** Course points are not for this participant, or not for this course, at all. */
export type AwardNotApplicable = DomainEvent<
  'AwardNotApplicable',
  {
    readonly award: 'coursePoints';
    readonly reasons: readonly [NotApplicableReason];
    readonly completionDate: LocalDate;
  }
>;

/**
 * An award fell away after a correction; the event that says where it now stands follows. With course and person: the
 * ectsCredits of that course can be earned again.
 */
export type AwardReversed = DomainEvent<
  'AwardReversed',
  ChangedBy &
    Partial<OncePerCourse> & {
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
  | CourseTermsRevised
  | AssessmentResultRegistered
  | AssessmentResultAttested
  | AssessmentResultCorrected
  | GradingReasonsGiven
  | GradingRequestEvent
  | PartFulfilled
  | PartWithdrawn
  | AttendanceCounted
  | HprEvent
  | EctsCreditsAwarded
  | CoursePointsAwarded
  | CoursePointsAwardCorrected
  | AwardHeld
  | AwardNotMet
  | AwardNotApplicable
  | AwardReversed
  | CorrectionApplied
  | CorrectionRefused;
