import { type HalfHours, type Instant, type LocalDate, localDateInOslo, reaches } from '@kull/kernel';
import { assessmentsOf, type CourseTerms, type CreditLine, partsOf, totalHalfHours } from './course-terms';
import { coursePointsOf } from './credit-lines';
import { type Grade, isPassing } from './grades';
import { type HprFinding, type HprReason, hprReasons, type Warning, warningsOf } from './hpr';

/** A result that counts: attested, or set by a correction (credits.md 1 and 4). */
export interface CountedResult {
  readonly result: Grade;
  /** Absent: never attested; a correction set it. */
  readonly attestedAt?: Instant;
}

/** The results that count, by the code of the assessment. */
export type CountedResults = ReadonlyMap<string, CountedResult>;

/** Everything that the awards of one student depend on besides the terms. */
export interface AwardFacts {
  readonly participantStatus: string;
  readonly attendedHalfHours: HalfHours;
  readonly results: CountedResults;
  /** The codes of the mandatory parts that are done. */
  readonly fulfilledParts: ReadonlySet<string>;
  /** The log refused the ectsCredits: the person has those of the same course already (I-34). */
  readonly ectsAwardedElsewhere?: boolean;
  /** Absent: nobody was asked, since the course gives no course points. */
  readonly hpr?: HprFinding;
}

type CourseReason = 'ATTENDANCE_BELOW_MINIMUM' | 'ASSESSMENT_MISSING' | 'ASSESSMENT_NOT_PASSED';
export type EctsReason = CourseReason | 'PART_MISSING' | 'ECTS_ALREADY_AWARDED';
export type PointsReason = CourseReason | 'PARTICIPANT_NOT_AUTHORISED' | 'APPROVAL_NOT_VALID_AT_COMPLETION' | HprReason;
/** Why course points are not for this participant, or not for this course, at all. */
export type NotApplicableReason = 'PARTICIPANT_NOT_AUTHORISED' | 'NO_COURSE_APPROVAL';

/** The outcome for the ectsCredits: all or nothing. */
export type EctsOutcome =
  | { readonly status: 'AWARDED'; readonly ectsCredits: number }
  | { readonly status: 'NOT_MET'; readonly reasons: readonly EctsReason[] };

/** The outcome for the coursePoints: every credit line or none. `HELD`: only the HPR number stands in the way. */
export type PointsOutcome =
  | { readonly status: 'AWARDED'; readonly coursePoints: number; readonly lines: readonly CreditLine[] }
  | { readonly status: 'HELD'; readonly reasons: readonly HprReason[] }
  | { readonly status: 'NOT_MET'; readonly reasons: readonly PointsReason[] }
  | { readonly status: 'NOT_APPLICABLE'; readonly reasons: readonly [NotApplicableReason] };

export interface Judgement {
  readonly completionDate: LocalDate;
  readonly ectsCredits: EctsOutcome;
  readonly coursePoints: PointsOutcome;
}

/** Reasons in the order in which the files show them, each once. */
const sorted = <Reason extends string>(...reasons: readonly (Reason | undefined)[]): Reason[] =>
  [...new Set(reasons)].filter((reason) => reason !== undefined).sort();

/** When the last result was attested, once every assessment has a result that counts; undefined when none was. */
export const lastAttestationOf = (terms: CourseTerms, results: CountedResults): Instant | undefined => {
  const counted = assessmentsOf(terms).map(({ code }) => results.get(code));
  if (counted.includes(undefined)) return undefined;
  return counted
    .flatMap((result) => result?.attestedAt ?? [])
    .sort()
    .at(-1);
};

/** The local day of the last attestation; without an attested result, the class's last day (credits.md 2). */
export const completionDateOf = (terms: CourseTerms, results: CountedResults): LocalDate => {
  const attestedAt = lastAttestationOf(terms, results);
  return attestedAt === undefined ? terms.endsOn : localDateInOslo(attestedAt);
};

/** Why an assessment does not count as passed, if it does not. */
export const assessmentReason = (
  result: CountedResult | undefined,
): 'ASSESSMENT_MISSING' | 'ASSESSMENT_NOT_PASSED' | undefined => {
  if (!result) return 'ASSESSMENT_MISSING';
  return isPassing(result.result) ? undefined : 'ASSESSMENT_NOT_PASSED';
};

const assessmentReasons = (terms: CourseTerms, results: CountedResults) =>
  assessmentsOf(terms).map(({ code }) => assessmentReason(results.get(code)));

/** Whether every assessment of the course is passed. */
export const allPassed = (terms: CourseTerms, results: CountedResults): boolean =>
  assessmentReasons(terms, results).every((reason) => reason === undefined);

const judgeEcts = (terms: CourseTerms, facts: AwardFacts): EctsOutcome => {
  const attended = reaches(facts.attendedHalfHours, totalHalfHours(terms), terms.ectsRule.minAttendance);
  const reasons = sorted<EctsReason>(
    attended ? undefined : 'ATTENDANCE_BELOW_MINIMUM',
    ...assessmentReasons(terms, facts.results),
    partsOf(terms).every(({ code }) => facts.fulfilledParts.has(code)) ? undefined : 'PART_MISSING',
    facts.ectsAwardedElsewhere ? 'ECTS_ALREADY_AWARDED' : undefined,
  );
  return reasons.length === 0 ? { status: 'AWARDED', ectsCredits: terms.ectsCredits } : { status: 'NOT_MET', reasons };
};

/** Whether course points can be given to this participant at all (I-40). */
export const isPhysician = (participantStatus: string): boolean => participantStatus === 'PHYSICIAN';

/** Why there is no ledger of course points for this participant in this course, if there is none. */
export const notApplicableReason = (
  { courseApproval }: CourseTerms,
  participantStatus: string,
): NotApplicableReason | undefined => {
  if (!courseApproval) return 'NO_COURSE_APPROVAL';
  return isPhysician(participantStatus) ? undefined : 'PARTICIPANT_NOT_AUTHORISED';
};

const judgePoints = (terms: CourseTerms, facts: AwardFacts, completionDate: LocalDate): PointsOutcome => {
  const { courseApproval } = terms;
  if (!courseApproval) return { status: 'NOT_APPLICABLE', reasons: ['NO_COURSE_APPROVAL'] };
  if (!isPhysician(facts.participantStatus))
    return { status: 'NOT_APPLICABLE', reasons: ['PARTICIPANT_NOT_AUTHORISED'] };

  const { minAttendance, assessmentRequired, validFrom, validTo, creditLines } = courseApproval;
  const attended = reaches(facts.attendedHalfHours, totalHalfHours(terms), minAttendance);
  const valid = validFrom <= completionDate && completionDate <= validTo;
  const courseReasons: (PointsReason | undefined)[] = [
    attended ? undefined : 'ATTENDANCE_BELOW_MINIMUM',
    ...(assessmentRequired ? assessmentReasons(terms, facts.results) : []),
    valid ? undefined : 'APPROVAL_NOT_VALID_AT_COMPLETION',
  ];
  const numberReasons = hprReasons(facts.hpr ?? { found: 'no_number' }, completionDate);

  if (courseReasons.some((reason) => reason !== undefined))
    return { status: 'NOT_MET', reasons: sorted<PointsReason>(...courseReasons, ...numberReasons) };
  if (numberReasons.length > 0) return { status: 'HELD', reasons: sorted(...numberReasons) };
  return { status: 'AWARDED', coursePoints: coursePointsOf(creditLines), lines: creditLines };
};

/** What a student is awarded, and every reason why not (credits.md 2). */
export const judge = (terms: CourseTerms, facts: AwardFacts): Judgement => {
  const completionDate = completionDateOf(terms, facts.results);
  return {
    completionDate,
    ectsCredits: judgeEcts(terms, facts),
    coursePoints: judgePoints(terms, facts, completionDate),
  };
};

/** Warnings are on an award: one that is held or not met has reasons, which say more (credits.md 2). */
export const warningsOn = (outcome: PointsOutcome, finding: HprFinding | undefined): Warning[] =>
  outcome.status === 'AWARDED' && finding ? warningsOf(finding).sort() : [];

/** The ledger's ectsCredits after this outcome. */
export const ectsCreditsIn = (outcome: EctsOutcome): number => (outcome.status === 'AWARDED' ? outcome.ectsCredits : 0);

/** The ledger's coursePoints after this outcome. */
export const coursePointsIn = (outcome: PointsOutcome): number =>
  outcome.status === 'AWARDED' ? outcome.coursePoints : 0;
