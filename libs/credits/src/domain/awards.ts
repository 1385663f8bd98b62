import { type HalfHours, type Instant, type LocalDate, localDateInOslo, reaches } from '@kull/kernel';
import { type CourseTerms, type CreditLine, totalHalfHours } from './course-terms';
import { coursePointsOf } from './credit-lines';
import { type HprFinding, type HprReason, hprReasons, type Warning, warningsOf } from './hpr';

export type Grade = 'PASSED' | 'FAILED';

/** A result that counts: attested, or set by a correction (credits.md 1 and 4). */
export interface CountedResult {
  readonly result: Grade;
  /** Absent: never attested; a correction set it. */
  readonly attestedAt?: Instant;
}

/** Everything that the awards of one student depend on besides the terms. */
export interface AwardFacts {
  readonly participantStatus: string;
  readonly attendedHalfHours: HalfHours;
  readonly result?: CountedResult;
  readonly hpr: HprFinding;
}

export type EctsReason = 'ATTENDANCE_BELOW_MINIMUM' | 'ASSESSMENT_MISSING' | 'ASSESSMENT_NOT_PASSED';
export type PointsReason = EctsReason | 'PARTICIPANT_NOT_AUTHORISED' | 'APPROVAL_NOT_VALID_AT_COMPLETION' | HprReason;

/** The outcome for the ectsCredits: all or nothing. */
export type EctsOutcome =
  | { readonly status: 'AWARDED'; readonly ectsCredits: number }
  | { readonly status: 'NOT_MET'; readonly reasons: readonly EctsReason[] };

/** The outcome for the coursePoints: every credit line or none. `HELD`: only the HPR number stands in the way. */
export type PointsOutcome =
  | { readonly status: 'AWARDED'; readonly coursePoints: number; readonly lines: readonly CreditLine[] }
  | { readonly status: 'HELD'; readonly reasons: readonly HprReason[] }
  | { readonly status: 'NOT_MET'; readonly reasons: readonly PointsReason[] }
  | { readonly status: 'NOT_APPLICABLE'; readonly reasons: readonly ['PARTICIPANT_NOT_AUTHORISED'] };

export interface Judgement {
  readonly completionDate: LocalDate;
  readonly ectsCredits: EctsOutcome;
  readonly coursePoints: PointsOutcome;
}

/** Reasons in the order in which the files show them. */
const sorted = <Reason extends string>(...reasons: readonly (Reason | undefined)[]): Reason[] =>
  reasons.filter((reason) => reason !== undefined).sort();

/** The local day of the attestation; without an attested result, the class's last day (credits.md 2). */
export const completionDateOf = (terms: CourseTerms, result: CountedResult | undefined): LocalDate =>
  result?.attestedAt === undefined ? terms.endsOn : localDateInOslo(result.attestedAt);

/** Why the assessment does not count as passed, if it does not. */
export const assessmentReason = (
  result: CountedResult | undefined,
): 'ASSESSMENT_MISSING' | 'ASSESSMENT_NOT_PASSED' | undefined => {
  if (!result) return 'ASSESSMENT_MISSING';
  return result.result === 'PASSED' ? undefined : 'ASSESSMENT_NOT_PASSED';
};

const judgeEcts = (terms: CourseTerms, facts: AwardFacts): EctsOutcome => {
  const attended = reaches(facts.attendedHalfHours, totalHalfHours(terms), terms.ectsRule.minAttendance);
  const reasons = sorted<EctsReason>(attended ? undefined : 'ATTENDANCE_BELOW_MINIMUM', assessmentReason(facts.result));
  return reasons.length === 0 ? { status: 'AWARDED', ectsCredits: terms.ectsCredits } : { status: 'NOT_MET', reasons };
};

/** Whether course points can be given to this participant at all (I-40). */
export const isPhysician = (participantStatus: string): boolean => participantStatus === 'PHYSICIAN';

const judgePoints = (terms: CourseTerms, facts: AwardFacts, completionDate: LocalDate): PointsOutcome => {
  if (!isPhysician(facts.participantStatus))
    return { status: 'NOT_APPLICABLE', reasons: ['PARTICIPANT_NOT_AUTHORISED'] };

  const { minAttendance, assessmentRequired, validFrom, validTo, creditLines } = terms.courseApproval;
  const attended = reaches(facts.attendedHalfHours, totalHalfHours(terms), minAttendance);
  const valid = validFrom <= completionDate && completionDate <= validTo;
  const courseReasons: (PointsReason | undefined)[] = [
    attended ? undefined : 'ATTENDANCE_BELOW_MINIMUM',
    assessmentRequired ? assessmentReason(facts.result) : undefined,
    valid ? undefined : 'APPROVAL_NOT_VALID_AT_COMPLETION',
  ];
  const numberReasons = hprReasons(facts.hpr, completionDate);

  if (courseReasons.some((reason) => reason !== undefined))
    return { status: 'NOT_MET', reasons: sorted<PointsReason>(...courseReasons, ...numberReasons) };
  if (numberReasons.length > 0) return { status: 'HELD', reasons: sorted(...numberReasons) };
  return { status: 'AWARDED', coursePoints: coursePointsOf(creditLines), lines: creditLines };
};

/** What a student is awarded, and every reason why not (credits.md 2). */
export const judge = (terms: CourseTerms, facts: AwardFacts): Judgement => {
  const completionDate = completionDateOf(terms, facts.result);
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
