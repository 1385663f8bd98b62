import { accept, type Decision, isSame, nothing, reject } from '@kull/kernel';
import { partsOf } from './course-terms';
import type { FulfilPart, StudentCourseRejection, WithdrawPart } from './student-course.commands';
import type { StudentCourseEvent } from './student-course.events';
import type { JudgedCourse, OpenCourse, Part } from './student-course.state';

type Decided = Decision<StudentCourseEvent, StudentCourseRejection>;

/** Whether the part was reported so before, whether it still stands or was withdrawn since. */
export const isReported = (part: Part | undefined, reported: Part['fulfilled']): boolean =>
  isSame(part?.fulfilled, reported) ||
  (part?.withdrawn.some(({ fulfilment }) => isSame(fulfilment, reported)) ?? false);

/** A part is done in the one way that its requirement names, once. What is known already changes nothing. */
export const fulfilPart = (course: OpenCourse | JudgedCourse, data: FulfilPart['data']): Decided => {
  const { part, ...fulfilment } = data;
  const required = partsOf(course.terms).find(({ code }) => code === part);
  if (!required) return reject({ code: 'UNKNOWN_PART' });
  if (required.fulfilledBy !== data.by) return reject({ code: 'WRONG_WAY' });
  const known = course.parts.get(part);
  if (isReported(known, fulfilment)) return nothing;
  return known?.fulfilled ? reject({ code: 'ALREADY_RECORDED' }) : accept({ type: 'PartFulfilled', data });
};

/** A part is taken back as long as no ectsCredits were given for it. */
export const withdrawPart = (course: OpenCourse | JudgedCourse, data: WithdrawPart['data']): Decided => {
  if (!partsOf(course.terms).some(({ code }) => code === data.part)) return reject({ code: 'UNKNOWN_PART' });
  if (!course.parts.get(data.part)?.fulfilled) return nothing;
  return course.ectsCredits?.status === 'AWARDED'
    ? reject({ code: 'ECTS_CREDITS_AWARDED' })
    : accept({ type: 'PartWithdrawn', data });
};
