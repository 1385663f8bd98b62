import type { Sealed } from '@kull/event-store/contracts';
import { type HalfHours, type Instant, isSame, type LocalDate } from '@kull/kernel';
import { allPassed, type CountedResults, type EctsOutcome, type Judgement, type PointsOutcome } from './awards';
import { type CorrectionKind, type CorrectionOrder, type Ledgers, reasonCodes } from './corrections';
import { type CourseTerms, totalHalfHours } from './course-terms';
import type {
  ChangedBy,
  CoursePointsEntitlement,
  EntitlementChange,
  Ledger,
  OncePerCourse,
  StudentCourseEvent,
} from './student-course.events';
import type { JudgedCourse, OpenCourse } from './student-course.state';

/** The correction that has the awards judged again, and what it changed of what a certificate states. */
export interface Cause {
  readonly correction: CorrectionOrder;
  readonly kind: CorrectionKind;
  readonly changed: readonly EntitlementChange[];
}

/** What a certificate states besides the award: as it is after this judgement. */
export interface Basis {
  readonly holder: Sealed;
  readonly attendedHalfHours: HalfHours;
  /** Only physicians are looked up, and only they get course points. */
  readonly hprVerifiedAt: Instant;
  /** Absent: the approval asks for no assessment. */
  readonly assessmentPassed?: boolean;
}

/** Whether every assessment is passed, if the approval asks for that. */
export const assessmentIn = (terms: CourseTerms, results: CountedResults): Pick<Basis, 'assessmentPassed'> =>
  terms.courseApproval?.assessmentRequired ? { assessmentPassed: allPassed(terms, results) } : {};

/** What the log holds ectsCredits by, so that a person gets those of a course once (I-34). */
const oncePerCourse = ({ terms, personId, classId, studentNo }: OpenCourse | JudgedCourse): Partial<OncePerCourse> =>
  terms.courseCode === undefined ? {} : { courseCode: terms.courseCode, personId, classId, studentNo };

const changedBy = ({ correction, kind }: Cause): ChangedBy => ({
  correctionId: correction.correctionId,
  reasonCode: reasonCodes[kind],
  recordedBy: correction.recordedBy,
  ...(correction.approvedBy !== undefined && { approvedBy: correction.approvedBy }),
});

const reversal = (course: OpenCourse | JudgedCourse, award: Ledger, cause: Cause, basis: Basis): StudentCourseEvent => {
  const { attendedHalfHours, assessmentPassed } = basis;
  return {
    type: 'AwardReversed',
    data: {
      ...changedBy(cause),
      award,
      attendedHalfHours,
      ...(assessmentPassed !== undefined && { assessmentPassed }),
      ...(award === 'ectsCredits' && oncePerCourse(course)),
    },
  };
};

const ectsEvent = (
  course: OpenCourse | JudgedCourse,
  outcome: EctsOutcome,
  completionDate: LocalDate,
): StudentCourseEvent => {
  switch (outcome.status) {
    case 'AWARDED': {
      const { ectsCredits } = outcome;
      return { type: 'EctsCreditsAwarded', data: { ectsCredits, completionDate, ...oncePerCourse(course) } };
    }
    case 'NOT_MET':
      return { type: 'AwardNotMet', data: { award: 'ectsCredits', reasons: outcome.reasons, completionDate } };
  }
};

const entitlementOf = (
  course: OpenCourse | JudgedCourse,
  awarded: Extract<PointsOutcome, { status: 'AWARDED' }>,
  completionDate: LocalDate,
  basis: Basis,
): CoursePointsEntitlement => ({
  classId: course.classId,
  classCode: course.classCode,
  studentNo: course.studentNo,
  personId: course.personId,
  participantStatus: course.participantStatus,
  // There are points to award only under an approval.
  approvalId: course.terms.courseApproval!.approvalId,
  completionDate,
  totalHalfHours: totalHalfHours(course.terms),
  coursePoints: awarded.coursePoints,
  lines: awarded.lines,
  ...basis,
});

const pointsEvent = (
  course: OpenCourse | JudgedCourse,
  outcome: PointsOutcome,
  completionDate: LocalDate,
  basis: Basis,
): StudentCourseEvent => {
  switch (outcome.status) {
    case 'AWARDED':
      return { type: 'CoursePointsAwarded', data: entitlementOf(course, outcome, completionDate, basis) };
    case 'HELD':
      return { type: 'AwardHeld', data: { award: 'coursePoints', reasons: outcome.reasons, completionDate } };
    case 'NOT_MET':
      return { type: 'AwardNotMet', data: { award: 'coursePoints', reasons: outcome.reasons, completionDate } };
    case 'NOT_APPLICABLE':
      return { type: 'AwardNotApplicable', data: { award: 'coursePoints', reasons: outcome.reasons, completionDate } };
  }
};

const changeOfStandingAward = (
  course: OpenCourse | JudgedCourse,
  { coursePoints, completionDate }: Judgement,
  basis: Basis,
  cause: Cause | undefined,
): StudentCourseEvent[] => {
  if (coursePoints.status !== 'AWARDED' || !cause || cause.changed.length === 0) return [];
  const { changed } = cause;
  const data = { ...entitlementOf(course, coursePoints, completionDate, basis), ...changedBy(cause), changed };
  return [{ type: 'CoursePointsAwardCorrected', data }];
};

const isFallen = (before: EctsOutcome | PointsOutcome | undefined): boolean => before?.status === 'AWARDED';

/** What happens in the two ledgers when they go from `before` (nothing, the first time) to the judgement. */
export const outcomeEvents = (
  course: OpenCourse | JudgedCourse,
  before: Ledgers | undefined,
  after: Judgement,
  basis: Basis,
  cause: Cause | undefined,
): StudentCourseEvent[] => {
  const events: StudentCourseEvent[] = [];
  if (!isSame(before?.ectsCredits, after.ectsCredits)) {
    if (cause && isFallen(before?.ectsCredits)) events.push(reversal(course, 'ectsCredits', cause, basis));
    events.push(ectsEvent(course, after.ectsCredits, after.completionDate));
  }
  if (isSame(before?.coursePoints, after.coursePoints))
    return [...events, ...changeOfStandingAward(course, after, basis, cause)];

  if (cause && isFallen(before?.coursePoints)) events.push(reversal(course, 'coursePoints', cause, basis));
  return [...events, pointsEvent(course, after.coursePoints, after.completionDate, basis)];
};
