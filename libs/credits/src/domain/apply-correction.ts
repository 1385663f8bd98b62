import type { Sealed } from '@kull/event-store/contracts';
import { accept, type Decision, isSame, nothing, reject } from '@kull/kernel';
import { isPhysician, type Judgement, judge } from './awards';
import { type Change, type CorrectionOrder, hasSecondApprover, isLowered, reasonCodes } from './corrections';
import { hprEvent } from './judge-awards';
import { assessmentIn, outcomeEvents } from './outcome-events';
import type { ApplyCorrection, StudentCourseRejection } from './student-course.commands';
import type { EntitlementChange, StudentCourseEvent } from './student-course.events';
import {
  type Assessment,
  type CountedAttendance,
  countedResult,
  type HprLookUp,
  type JudgedCourse,
} from './student-course.state';

type SessionHours = Extract<Change, { kind: 'ATTENDANCE' }>['hours'];

/** What is known of the student once the change is made, and the events that make it. */
interface Corrected {
  readonly holder: Sealed;
  readonly attendance: CountedAttendance;
  readonly assessment: Assessment;
  readonly hpr: HprLookUp | undefined;
  readonly changed: readonly EntitlementChange[];
}

const hoursRefusal = (course: JudgedCourse, hours: SessionHours): StudentCourseRejection | undefined => {
  const lengths = new Map(course.terms.sessions.map(({ code, halfHours }) => [code, halfHours]));
  if (hours.some(({ session }) => !lengths.has(session))) return { code: 'UNKNOWN_SESSION' };
  if (hours.some(({ session, halfHours }) => halfHours > lengths.get(session)!))
    return { code: 'HOURS_EXCEED_SESSION' };
  return undefined;
};

const recount = (attendance: CountedAttendance, hours: SessionHours, { recordedBy, at }: CorrectionOrder) => {
  const presences = attendance.presences.map((presence) => {
    const corrected = hours.find(({ session }) => session === presence.session);
    return corrected ? { ...corrected, by: recordedBy, at } : presence;
  });
  return { presences, halfHours: presences.reduce((sum, { halfHours }) => sum + halfHours, 0) };
};

const correct = (course: JudgedCourse, change: Change, order: CorrectionOrder): Corrected => {
  const { holder, attendance, assessment, hpr } = course;
  const unchanged = { holder, attendance, assessment, hpr, changed: [] };
  switch (change.kind) {
    case 'NAME_CHANGE':
    case 'HPR_NUMBER': {
      const sameLookUp = isSame(hpr?.finding, change.hpr) && !(change.kind === 'HPR_NUMBER' && change.differs);
      const changed = change.kind === 'NAME_CHANGE' ? 'NAME' : 'HPR_NUMBER';
      return {
        ...unchanged,
        holder: change.holder,
        hpr: sameLookUp ? hpr : { finding: change.hpr, at: order.at },
        changed: change.differs ? [changed] : [],
      };
    }
    case 'ATTENDANCE': {
      const recounted = recount(attendance, change.hours, order);
      const changed = recounted.halfHours !== attendance.halfHours;
      return { ...unchanged, attendance: recounted, changed: changed ? ['ATTENDED_HOURS'] : [] };
    }
    case 'RESULT': {
      const corrected = { result: change.result, by: order.recordedBy, at: order.at };
      return { ...unchanged, assessment: { ...assessment, corrected } };
    }
  }
};

const judgeCorrected = (course: JudgedCourse, corrected: Corrected): Judgement =>
  judge(course.terms, {
    participantStatus: course.participantStatus,
    attendedHalfHours: corrected.attendance.halfHours,
    result: countedResult(corrected.assessment),
    hpr: corrected.hpr?.finding ?? { found: 'no_number' },
  });

const changeEvents = (
  course: JudgedCourse,
  change: Change,
  order: CorrectionOrder,
  corrected: Corrected,
  { completionDate }: Judgement,
): StudentCourseEvent[] => {
  const { holder, attendance, hpr } = corrected;
  const renamed = change.kind === 'NAME_CHANGE' || change.kind === 'HPR_NUMBER';
  const events: StudentCourseEvent[] = [
    {
      type: 'CorrectionApplied',
      data: { ...order, kind: change.kind, reasonCode: reasonCodes[change.kind], ...(renamed && { holder }) },
    },
  ];
  if (change.kind === 'ATTENDANCE') events.push({ type: 'AttendanceCounted', data: attendance });
  if (change.kind === 'RESULT') {
    const { correctionId, recordedBy: correctedBy, at: correctedAt } = order;
    const data = { result: change.result, correctionId, correctedBy, correctedAt };
    events.push({ type: 'AssessmentResultCorrected', data });
  }
  if (isPhysician(course.participantStatus) && hpr && hpr !== course.hpr) events.push(hprEvent(hpr, completionDate));
  return events;
};

/** Corrects one thing and judges the awards again, or leaves everything as it was (credits.md 4). */
export const applyCorrection = (
  course: JudgedCourse,
  { correction, change }: ApplyCorrection['data'],
): Decision<StudentCourseEvent, StudentCourseRejection> => {
  if (course.corrections.has(correction.correctionId)) return nothing;
  if ('from' in change && change.from.sealed !== course.holder.sealed) return reject({ code: 'HOLDER_CHANGED' });
  const refused = change.kind === 'ATTENDANCE' ? hoursRefusal(course, change.hours) : undefined;
  if (refused) return reject(refused);

  const corrected = correct(course, change, correction);
  const judgement = judgeCorrected(course, corrected);
  if (isLowered(course, judgement) && !hasSecondApprover(correction))
    return reject({ code: 'SECOND_APPROVER_REQUIRED' });

  const { holder, attendance, hpr, changed, assessment } = corrected;
  const basis = {
    holder,
    attendedHalfHours: attendance.halfHours,
    hprVerifiedAt: hpr?.at ?? correction.at,
    ...assessmentIn(course.terms, countedResult(assessment)),
  };
  return accept(
    ...changeEvents(course, change, correction, corrected, judgement),
    ...outcomeEvents(course, course, judgement, basis, { correction, kind: change.kind, changed }),
  );
};
