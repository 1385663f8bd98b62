import { accept, type Decision, isSame, type LocalDate } from '@kull/kernel';
import { type EctsOutcome, type Judgement, judge, notApplicableReason, type PointsOutcome } from './awards';
import type { Ledgers } from './corrections';
import type { CourseTerms } from './course-terms';
import { type HprFinding, hprReasons, type Provenance } from './hpr';
import type { VerifiedBy } from './hpr.events';
import { assessmentIn, outcomeEvents } from './outcome-events';
import type { JudgeAwards, StudentCourseRejection } from './student-course.commands';
import type { CountedPresence, StudentCourseEvent } from './student-course.events';
import {
  type CountedAttendance,
  countedResults,
  fulfilledParts,
  type HprLookUp,
  type JudgedCourse,
  type OpenCourse,
} from './student-course.state';

/** One presence per session of the course, none where nobody recorded anything. */
export const countAttendance = (terms: CourseTerms, presences: readonly CountedPresence[]): CountedAttendance => {
  const counted = terms.sessions.map(
    ({ code }) => presences.find(({ session }) => session === code) ?? { session: code, halfHours: 0 },
  );
  return { presences: counted, halfHours: counted.reduce((sum, { halfHours }) => sum + halfHours, 0) };
};

/** The number was looked up, and is verified for a completion on that day or is not. */
export const hprEvent = (
  { finding, at, source }: HprLookUp,
  completionDate: LocalDate,
  verification?: VerifiedBy,
): StudentCourseEvent => {
  const reasons = hprReasons(finding, completionDate);
  const data = {
    finding,
    verifiedAt: at,
    ...(source !== 'FILE' && { source }),
    ...(verification && { verification }),
  };
  return reasons.length === 0
    ? { type: 'HprVerified', data }
    : { type: 'HprVerificationFailed', data: { ...data, reasons } };
};

const standing = <Outcome extends EctsOutcome | PointsOutcome>(before: Outcome | undefined, now: Outcome): Outcome =>
  before?.status === 'AWARDED' ? before : now;

/** An award run takes nothing away: what was awarded stands. */
const withoutReversal = (before: Ledgers | undefined, judgement: Judgement): Judgement => ({
  ...judgement,
  ectsCredits: standing(before?.ectsCredits, judgement.ectsCredits),
  coursePoints: standing(before?.coursePoints, judgement.coursePoints),
});

/**
 * The look-up to judge by: the one that was made before, when it stands under an award or found the same. After a
 * register that did not answer, its answer is news whatever it says.
 */
export const lookUpFor = (
  course: OpenCourse | JudgedCourse,
  finding: HprFinding | undefined,
  provenance: Provenance,
): HprLookUp | undefined => {
  if (!finding) return course.hpr;
  const awarded = course.status === 'judged' && course.coursePoints.status === 'AWARDED';
  const same = isSame(course.hpr?.finding, finding) && !course.unanswered;
  return course.hpr && (awarded || same) ? course.hpr : { finding, ...provenance };
};

/** Judges the awards of one student (credits.md 2). */
export const judgeAwards = (
  course: OpenCourse | JudgedCourse,
  { hpr, lookedUp, at, presences, ectsAwardedElsewhere }: JudgeAwards['data'],
): Decision<StudentCourseEvent, StudentCourseRejection> => {
  const { participantStatus, terms, holder } = course;
  const before = course.status === 'judged' ? course : undefined;
  const attendance = before?.attendance ?? countAttendance(terms, presences);
  const lookUp = lookUpFor(course, hpr, lookedUp ?? { source: 'FILE', at });
  const results = countedResults(course);
  const attendedHalfHours = attendance.halfHours;
  const facts = {
    participantStatus,
    attendedHalfHours,
    results,
    fulfilledParts: fulfilledParts(course),
    ectsAwardedElsewhere,
    hpr: lookUp?.finding,
  };
  const judgement = withoutReversal(before, judge(terms, facts));
  const basis = { holder, attendedHalfHours, hprVerifiedAt: lookUp?.at ?? at, ...assessmentIn(terms, results) };

  const events: StudentCourseEvent[] = [];
  if (!before) events.push({ type: 'AttendanceCounted', data: attendance });
  if (!notApplicableReason(terms, participantStatus) && lookUp && lookUp !== course.hpr)
    events.push(hprEvent(lookUp, judgement.completionDate));
  return accept(...events, ...outcomeEvents(course, before, judgement, basis, undefined));
};
