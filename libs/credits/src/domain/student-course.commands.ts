import type { Command, Instant, Rejection } from '@kull/kernel';
import type { Change, CorrectionOrder, CorrectionRefusal } from './corrections';
import type { GradingRequestCode, GradingRequestCommand } from './grading-requests';
import type { HprFinding, Provenance } from './hpr';
import type { HprCommand, HprRejectionCode } from './hpr.commands';
import type { PartFulfilled, PartWithdrawn } from './part.events';
import type { RegisteredResult } from './result-rows';
import type {
  CountedPresence,
  CourseTermsRevised,
  GradingReasonsGiven,
  StudentCourseOpened,
} from './student-course.events';

/** Opens a student's course on the terms of the class. */
export type OpenStudentCourse = Command<'OpenStudentCourse', StudentCourseOpened['data']>;

/** Takes over the terms of the class in which the student is now, as long as nothing has been judged. */
export type ReviseTerms = Command<'ReviseTerms', CourseTermsRevised['data']>;

/** Registers a result, with the attestation if there is one. */
export type RegisterResult = Command<'RegisterResult', RegisteredResult>;

/** Attests a result that was registered before. */
export type AttestResult = Command<
  'AttestResult',
  { readonly assessment: string; readonly attestedBy: string; readonly attestedAt: Instant }
>;

/** Puts on record that the student got the reasons of a result. */
export type GiveGradingReasons = Command<'GiveGradingReasons', GradingReasonsGiven['data']>;

/** Puts on record that a mandatory part is done. */
export type FulfilPart = Command<'FulfilPart', PartFulfilled['data']>;

/** Takes back that a mandatory part was done. */
export type WithdrawPart = Command<'WithdrawPart', PartWithdrawn['data']>;

/**
 * Judges the awards. The first time on the attendance given; afterwards on what was counted then (I-31). An award that
 * stands is left alone: only a correction can take it away.
 */
export type JudgeAwards = Command<
  'JudgeAwards',
  {
    readonly presences: readonly CountedPresence[];
    /** Absent: the course gives no course points, and nobody was asked. */
    readonly hpr?: HprFinding;
    /** Absent: the finding is that of the class's register file, and counts as looked up at `at`. */
    readonly lookedUp?: Provenance;
    /** When it is judged. */
    readonly at: Instant;
    /** The log has refused the ectsCredits: the person has those of the same course already (I-34). */
    readonly ectsAwardedElsewhere?: boolean;
  }
>;

/** Corrects one thing and judges the awards again. */
export type ApplyCorrection = Command<
  'ApplyCorrection',
  { readonly correction: CorrectionOrder; readonly change: Change; readonly ectsAwardedElsewhere?: boolean }
>;

/** Puts on record that a correction was refused. */
export type RefuseCorrection = Command<
  'RefuseCorrection',
  { readonly correction: CorrectionOrder; readonly kind: Change['kind']; readonly code: CorrectionRefusal }
>;

export type StudentCourseCommand =
  | OpenStudentCourse
  | ReviseTerms
  | RegisterResult
  | AttestResult
  | GiveGradingReasons
  | GradingRequestCommand
  | FulfilPart
  | WithdrawPart
  | JudgeAwards
  | HprCommand
  | ApplyCorrection
  | RefuseCorrection;

/**
 * - `STUDENT_COURSE_NOT_OPEN`: the student takes no such course.
 * - `AWARDS_NOT_JUDGED`: corrections are for what has been judged; before that, registers and results are changed.
 * - `HOLDER_CHANGED`: name or number were corrected in the meantime; the correction has to be made from what is now.
 * - `UNKNOWN_ASSESSMENT`, `UNKNOWN_PART`: the course asks for no such thing; `INVALID_RESULT`: no grade of its scale.
 * - `RESULT_NOT_REGISTERED`, `ALREADY_ATTESTED`: there is nothing to attest; somebody else has attested it.
 * - `RESULT_NOT_ATTESTED`, `REASONS_ALREADY_GIVEN`: reasons are given once, for a result that counts.
 * - `WRONG_WAY`: the part is fulfilled by something else.
 * - `ECTS_CREDITS_AWARDED`: the part counted towards ectsCredits that stand.
 * - `ECTS_ALREADY_AWARDED`: the person has the ectsCredits of the same course from elsewhere (I-34).
 */
export type StudentCourseRejection = Rejection<
  | 'STUDENT_COURSE_NOT_OPEN'
  | 'AWARDS_NOT_JUDGED'
  | 'HOLDER_CHANGED'
  | 'ALREADY_RECORDED'
  | 'SAME_PERSON_GRADED_AND_ATTESTED'
  | 'UNKNOWN_SESSION'
  | 'UNKNOWN_ASSESSMENT'
  | 'INVALID_RESULT'
  | 'RESULT_NOT_REGISTERED'
  | 'ALREADY_ATTESTED'
  | 'RESULT_NOT_ATTESTED'
  | 'REASONS_ALREADY_GIVEN'
  | 'UNKNOWN_PART'
  | 'WRONG_WAY'
  | 'ECTS_CREDITS_AWARDED'
  | 'ECTS_ALREADY_AWARDED'
  | GradingRequestCode
  | HprRejectionCode
  | CorrectionRefusal
>;
