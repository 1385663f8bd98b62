import { accept, type Decision, nothing, reject } from '@kull/kernel';
import { completionDateOf, notApplicableReason } from './awards';
import { afterLookUp, isHeld } from './hold';
import type { ApproveHprVerification, ProposeHprVerification } from './hpr.commands';
import { hprEvent } from './judge-awards';
import type { StudentCourseRejection } from './student-course.commands';
import type { StudentCourseEvent } from './student-course.events';
import { countedResults, type JudgedCourse, type OpenCourse } from './student-course.state';

type Decided = Decision<StudentCourseEvent, StudentCourseRejection>;

const hasPoints = (course: OpenCourse | JudgedCourse): boolean =>
  course.status === 'judged' && course.coursePoints.status === 'AWARDED';

/** One person says what the register has under the number. A later proposal takes the place of one that waits. */
export const proposeVerification = (
  course: OpenCourse | JudgedCourse,
  { from, hpr, ...proposed }: ProposeHprVerification['data'],
): Decided => {
  const { verificationId } = proposed;
  if ([course.proposal?.verificationId, course.verified?.verificationId].includes(verificationId)) return nothing;
  if (notApplicableReason(course.terms, course.participantStatus)) return reject({ code: 'HPR_NOT_ASKED_FOR' });
  if (from.sealed !== course.holder.sealed) return reject({ code: 'HOLDER_CHANGED' });
  if (hpr.found === 'no_number') return reject({ code: 'HPR_MISSING' });
  if (hasPoints(course)) return reject({ code: 'HPR_ALREADY_VERIFIED' });
  return accept({ type: 'HprVerificationProposed', data: proposed });
};

/** A second person agrees: it is the register's answer for this student, and what was held is judged by it. */
export const approveVerification = (
  course: OpenCourse | JudgedCourse,
  { verificationId, approvedBy, from, hpr: finding, at }: ApproveHprVerification['data'],
): Decided => {
  const { proposal, verified } = course;
  if (verified?.verificationId === verificationId && verified.approvedBy === approvedBy) return nothing;
  if (proposal?.verificationId !== verificationId) return reject({ code: 'VERIFICATION_NOT_PROPOSED' });
  const { proposedBy } = proposal;
  if (approvedBy === proposedBy) return reject({ code: 'SECOND_APPROVER_REQUIRED' });
  if (from.sealed !== course.holder.sealed) return reject({ code: 'HOLDER_CHANGED' });
  if (finding.found !== 'entry') return reject({ code: 'HPR_NUMBER_CHANGED' });
  if (hasPoints(course)) return reject({ code: 'HPR_ALREADY_VERIFIED' });

  const lookUp = { finding, at, source: 'MANUAL' } as const;
  const completionDate = completionDateOf(course.terms, countedResults(course));
  return accept(
    hprEvent(lookUp, completionDate, { verificationId, proposedBy, approvedBy }),
    ...(isHeld(course) ? afterLookUp(course, lookUp) : []),
  );
};
