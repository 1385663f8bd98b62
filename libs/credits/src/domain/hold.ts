import { accept, type Decision, type Instant, nothing } from '@kull/kernel';
import { judge } from './awards';
import type { RecordUnansweredLookUp, ReleaseHold } from './hpr.commands';
import { hprEvent, lookUpFor } from './judge-awards';
import { assessmentIn, outcomeEvents } from './outcome-events';
import type { StudentCourseRejection } from './student-course.commands';
import type { StudentCourseEvent } from './student-course.events';
import {
  countedResults,
  fulfilledParts,
  type HprLookUp,
  type JudgedCourse,
  type OpenCourse,
} from './student-course.state';

type Decided = Decision<StudentCourseEvent, StudentCourseRejection>;

export type HeldCourse = JudgedCourse & { readonly coursePoints: { readonly status: 'HELD' } };

/** Only the HPR number stands between the student and the course points. */
export const isHeld = (course: OpenCourse | JudgedCourse): course is HeldCourse =>
  course.status === 'judged' && course.coursePoints.status === 'HELD';

/** Waits for the register: held, or not judged because it did not answer. */
export const waitsForRegister = (course: OpenCourse | JudgedCourse): boolean =>
  isHeld(course) || (course.status === 'open' && course.unanswered !== undefined);

/** The course points by this look-up. The other ledger stands as it was judged. */
export const judgedBy = (course: JudgedCourse, { finding }: HprLookUp) => ({
  ...judge(course.terms, {
    participantStatus: course.participantStatus,
    attendedHalfHours: course.attendance.halfHours,
    results: countedResults(course),
    fulfilledParts: fulfilledParts(course),
    hpr: finding,
  }),
  ectsCredits: course.ectsCredits,
});

const basisOf = ({ holder, attendance, terms, ...course }: JudgedCourse, hprVerifiedAt: Instant) => ({
  holder,
  attendedHalfHours: attendance.halfHours,
  hprVerifiedAt,
  ...assessmentIn(terms, countedResults(course)),
});

/** What a look-up changes in course points that were held (credits.md 2). */
export const afterLookUp = (course: HeldCourse, lookUp: HprLookUp): StudentCourseEvent[] =>
  outcomeEvents(course, course, judgedBy(course, lookUp), basisOf(course, lookUp.at), undefined);

/** Releases the hold when its cause is mended, or says what holds the points now. */
export const releaseHold = (course: OpenCourse | JudgedCourse, { hpr, lookedUp, at }: ReleaseHold['data']): Decided => {
  if (!isHeld(course)) return nothing;
  const lookUp = lookUpFor(course, hpr, lookedUp ?? { source: 'FILE', at });
  if (!lookUp || lookUp === course.hpr) return nothing;
  return accept(hprEvent(lookUp, judgedBy(course, lookUp).completionDate), ...afterLookUp(course, lookUp));
};

/** Nothing is judged by a register that did not answer; what was judged without it stands. */
export const recordUnanswered = (
  course: OpenCourse | JudgedCourse,
  { why, at }: RecordUnansweredLookUp['data'],
): Decided => {
  if (course.status === 'judged' && !isHeld(course)) return nothing;
  const attempts = (course.unanswered?.attempts ?? 0) + 1;
  return accept({ type: 'HprLookUpUnanswered', data: { why, at, attempts } });
};
