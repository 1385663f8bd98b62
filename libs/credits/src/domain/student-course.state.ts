import type { Sealed } from '@kull/event-store/contracts';
import type { HalfHours, Instant } from '@kull/kernel';
import { type CountedResult, type CountedResults, type EctsOutcome, type PointsOutcome, warningsOn } from './awards';
import type { CorrectionRefusal, Ledgers } from './corrections';
import type { Grade } from './grades';
import type { HprFinding, Provenance, Warning } from './hpr';
import type { HprLookUpUnanswered, HprVerificationProposed, VerifiedBy } from './hpr.events';
import type { PartFulfilment, PartWithdrawn } from './part.events';
import type { RegisteredResult } from './result-rows';
import type { CountedPresence, StudentCourseOpened } from './student-course.events';

/** A student's result of one assessment: as registered, what a correction made of it, and the reasons that were given. */
export interface Assessment {
  readonly registered?: RegisteredResult;
  readonly corrected?: { readonly result: Grade; readonly by: string; readonly at: Instant };
  /** Last, whichever result it was about: `aboutResult` says which of these are about the one that counts. */
  readonly reasonsAsked?: { readonly at: Instant };
  readonly reasonsGiven?: { readonly by: string; readonly at: Instant };
  readonly appealed?: { readonly at: Instant; readonly grounds: Sealed; readonly handledAt?: Instant };
}

/** A mandatory part: done, or done and taken back. */
export interface Part {
  /** Absent: not done as things stand. */
  readonly fulfilled?: PartFulfilment;
  /** What was reported and did not stand, oldest first. */
  readonly withdrawn: readonly (Pick<PartWithdrawn['data'], 'reasonClass' | 'by'> & {
    readonly fulfilment: PartFulfilment;
  })[];
}

export interface CountedAttendance {
  readonly presences: readonly CountedPresence[];
  readonly halfHours: HalfHours;
}

/** What the register of health personnel said, which one, and when it was asked. */
export interface HprLookUp extends Provenance {
  readonly finding: HprFinding;
}

/** What two people verified. It counts as the register's answer as long as the student has the number it is about. */
export interface ManualVerification extends VerifiedBy {
  readonly entry: Sealed;
  readonly at: Instant;
}

/** One line of `awards.csv`, before it is text (credits.md 6). */
export interface AwardRecord extends Ledgers {
  readonly studentNo: string;
  readonly attendedHalfHours: HalfHours;
  readonly warnings: readonly Warning[];
}

type Opened = StudentCourseOpened['data'] & {
  /** By the code of the assessment. */
  readonly assessments: ReadonlyMap<string, Assessment>;
  /** By the code of the part. */
  readonly parts: ReadonlyMap<string, Part>;
  /** Every correction that was asked for; with a code when it was refused. */
  readonly corrections: ReadonlyMap<string, CorrectionRefusal | undefined>;
  /** Only physicians are looked up, and only where there are course points to give. */
  readonly hpr?: HprLookUp;
  /** Waits for a second person. */
  readonly proposal?: HprVerificationProposed['data'];
  readonly verified?: ManualVerification;
  /** The register was asked since, and did not answer. */
  readonly unanswered?: HprLookUpUnanswered['data'];
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

/** When the student learnt the result that counts; undefined while none does. */
export const resultKnownAt = ({ registered, corrected }: Assessment): Instant | undefined =>
  corrected?.at ?? registered?.attestation?.at;

/** Graded by one person, and no second one stands by it yet. */
export const isWaitingForAttestation = (assessment: Assessment | undefined): boolean =>
  assessment?.registered !== undefined && !assessment.registered.attestation && !assessment.corrected;

/** The results that count, by assessment. */
export const countedResults = ({ assessments }: Pick<Opened, 'assessments'>): CountedResults => {
  const counted = new Map<string, CountedResult>();
  for (const [code, assessment] of assessments) {
    const result = countedResult(assessment);
    if (result) counted.set(code, result);
  }
  return counted;
};

/** The results as registered, by assessment. */
export const registeredResults = ({
  assessments,
}: Pick<Opened, 'assessments'>): ReadonlyMap<string, RegisteredResult> =>
  new Map([...assessments].flatMap(([code, { registered }]) => (registered ? [[code, registered] as const] : [])));

/** The codes of the parts that are done. */
export const fulfilledParts = ({ parts }: Pick<Opened, 'parts'>): ReadonlySet<string> =>
  new Set([...parts].flatMap(([code, { fulfilled }]) => (fulfilled ? [code] : [])));

/** The student's line of the award file as things stand now. */
export const awardRecordOf = (course: Omit<JudgedCourse, 'firstAwards' | 'status'>): AwardRecord => ({
  studentNo: course.studentNo,
  attendedHalfHours: course.attendance.halfHours,
  ectsCredits: course.ectsCredits,
  coursePoints: course.coursePoints,
  warnings: warningsOn(course.coursePoints, course.hpr?.finding),
});
