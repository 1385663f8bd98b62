import type { Command, Instant, Rejection } from '@kull/kernel';
import type { Change, CorrectionOrder, CorrectionRefusal } from './corrections';
import type { HprFinding } from './hpr';
import type { RegisteredResult } from './result-rows';
import type { CountedPresence, StudentCourseOpened } from './student-course.events';

/** Opens a student's course on the terms of the class. */
export type OpenStudentCourse = Command<'OpenStudentCourse', StudentCourseOpened['data']>;

/** Registers a result, with the attestation if there is one. */
export type RegisterResult = Command<'RegisterResult', RegisteredResult>;

/**
 * Judges the awards. The first time on the attendance given; afterwards on what was counted then (I-31). An award that
 * stands is left alone: only a correction can take it away.
 */
export type JudgeAwards = Command<
  'JudgeAwards',
  {
    readonly presences: readonly CountedPresence[];
    readonly hpr: HprFinding;
    /** When the register of health personnel was asked. */
    readonly at: Instant;
  }
>;

/** Corrects one thing and judges the awards again. */
export type ApplyCorrection = Command<
  'ApplyCorrection',
  { readonly correction: CorrectionOrder; readonly change: Change }
>;

/** Puts on record that a correction was refused. */
export type RefuseCorrection = Command<
  'RefuseCorrection',
  { readonly correction: CorrectionOrder; readonly kind: Change['kind']; readonly code: CorrectionRefusal }
>;

export type StudentCourseCommand =
  | OpenStudentCourse
  | RegisterResult
  | JudgeAwards
  | ApplyCorrection
  | RefuseCorrection;

/**
 * - `STUDENT_COURSE_NOT_OPEN`: the student takes no such course.
 * - `AWARDS_NOT_JUDGED`: corrections are for what has been judged; before that, registers and results are changed.
 * - `HOLDER_CHANGED`: name or number were corrected in the meantime; the correction has to be made from what is now.
 */
export type StudentCourseRejection = Rejection<
  | 'STUDENT_COURSE_NOT_OPEN'
  | 'AWARDS_NOT_JUDGED'
  | 'HOLDER_CHANGED'
  | 'ALREADY_RECORDED'
  | 'SAME_PERSON_GRADED_AND_ATTESTED'
  | 'UNKNOWN_SESSION'
  | CorrectionRefusal
>;
