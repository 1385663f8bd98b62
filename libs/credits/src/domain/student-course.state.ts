import type { HalfHours, Instant } from '@kull/kernel';
import { type CountedResult, type EctsOutcome, type Grade, type PointsOutcome, warningsOn } from './awards';
import type { CorrectionRefusal, Ledgers } from './corrections';
import type { HprFinding, Warning } from './hpr';
import type { RegisteredResult } from './result-rows';
import type { CountedPresence, StudentCourseOpened } from './student-course.events';

/** A student's result: as registered, and what a correction made of it. */
export interface Assessment {
  readonly registered?: RegisteredResult;
  readonly corrected?: { readonly result: Grade; readonly by: string; readonly at: Instant };
}

export interface CountedAttendance {
  readonly presences: readonly CountedPresence[];
  readonly halfHours: HalfHours;
}

/** What the register of health personnel said, and when it was asked. */
export interface HprLookUp {
  readonly finding: HprFinding;
  readonly at: Instant;
}

/** One line of `awards.csv`, before it is text (credits.md 6). */
export interface AwardRecord extends Ledgers {
  readonly studentNo: string;
  readonly attendedHalfHours: HalfHours;
  readonly warnings: readonly Warning[];
}

type Opened = StudentCourseOpened['data'] & {
  readonly assessment: Assessment;
  /** Every correction that was asked for; with a code when it was refused. */
  readonly corrections: ReadonlyMap<string, CorrectionRefusal | undefined>;
  /** Only physicians are looked up. */
  readonly hpr?: HprLookUp;
};

/** A course under way. While awards are being judged, what is known so far. */
export type OpenCourse = Opened & {
  readonly status: 'open';
  readonly attendance?: CountedAttendance;
  readonly ectsCredits?: EctsOutcome;
};

/** A course whose awards have been judged. */
export type JudgedCourse = Opened & {
  readonly status: 'judged';
  readonly attendance: CountedAttendance;
  readonly ectsCredits: EctsOutcome;
  readonly coursePoints: PointsOutcome;
  /** As the first award run left it, for ever. */
  readonly firstAwards: AwardRecord;
};

export type StudentCourse = { readonly status: 'none' } | OpenCourse | JudgedCourse;

/** The result that counts: set by a correction, or attested (credits.md 1). The attested day stays (credits.md 4). */
export const countedResult = ({ registered, corrected }: Assessment): CountedResult | undefined => {
  const attestedAt = registered?.attestation?.at;
  const result = corrected?.result ?? (attestedAt === undefined ? undefined : registered?.result);
  if (result === undefined) return undefined;
  return attestedAt === undefined ? { result } : { result, attestedAt };
};

/** The student's line of the award file as things stand now. */
export const awardRecordOf = (course: Omit<JudgedCourse, 'firstAwards' | 'status'>): AwardRecord => ({
  studentNo: course.studentNo,
  attendedHalfHours: course.attendance.halfHours,
  ectsCredits: course.ectsCredits,
  coursePoints: course.coursePoints,
  warnings: warningsOn(course.coursePoints, course.hpr?.finding),
});
