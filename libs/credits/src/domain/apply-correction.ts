import type { Sealed } from '@kull/event-store/contracts';
import { accept, type Decision, isSame, nothing, reject } from '@kull/kernel';
import { type Judgement, judge, notApplicableReason } from './awards';
import { type Change, type CorrectionOrder, hasSecondApprover, isLowered, reasonCodes } from './corrections';
import { assessmentNamed } from './course-terms';
import { isGradeOn } from './grades';
import { hprEvent } from './judge-awards';
import { assessmentIn, outcomeEvents } from './outcome-events';
import { aboutAssessment } from './results';
import type { ApplyCorrection, StudentCourseRejection } from './student-course.commands';
import type { EntitlementChange, StudentCourseEvent } from './student-course.events';
import {
  type Assessment,
  type CountedAttendance,
  countedResults,
  fulfilledParts,
  type HprLookUp,
  type JudgedCourse,
} from './student-course.state';

type SessionHours = Extract<Change, { kind: 'ATTENDANCE' }>['hours'];

/** What is known of the student once the change is made, and the events that make it. */
interface Corrected {
  readonly holder: Sealed;
  readonly attendance: CountedAttendance;
  readonly assessments: ReadonlyMap<string, Assessment>;
  readonly hpr: HprLookUp | undefined;
  readonly changed: readonly EntitlementChange[];
}

const resultRefusal = (
  { terms }: JudgedCourse,
  { assessment, result }: Extract<Change, { kind: 'RESULT' }>,
): StudentCourseRejection | undefined => {
  const required = assessmentNamed(terms, assessment);
  if (!required) return { code: 'UNKNOWN_ASSESSMENT' };
  return isGradeOn(required.scale, result) ? undefined : { code: 'INVALID_RESULT' };
};

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
  const { holder, attendance, assessments, hpr } = course;
  const unchanged = { holder, attendance, assessments, hpr, changed: [] };
  switch (change.kind) {
    case 'NAME_CHANGE':
    case 'HPR_NUMBER': {
      const isNews = !isSame(hpr?.finding, change.hpr) || (change.kind === 'HPR_NUMBER' && change.differs);
      const changed = change.kind === 'NAME_CHANGE' ? 'NAME' : 'HPR_NUMBER';
      return {
        ...unchanged,
        holder: change.holder,
        hpr:
          change.hpr && isNews
            ? { finding: change.hpr, ...(change.lookedUp ?? { source: 'FILE', at: order.at }) }
            : hpr,
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
      const assessment = { ...assessments.get(change.assessment), corrected };
      return { ...unchanged, assessments: new Map(assessments).set(change.assessment, assessment) };
    }
  }
};

const judgeCorrected = (course: JudgedCourse, corrected: Corrected, ectsAwardedElsewhere?: boolean): Judgement =>
  judge(course.terms, {
    participantStatus: course.participantStatus,
    attendedHalfHours: corrected.attendance.halfHours,
    results: countedResults(corrected),
    fulfilledParts: fulfilledParts(course),
    ectsAwardedElsewhere,
    hpr: corrected.hpr?.finding,
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
    const { assessment, result } = change;
    const data = { ...aboutAssessment(course.terms, assessment), result, correctionId, correctedBy, correctedAt };
    events.push({ type: 'AssessmentResultCorrected', data });
  }
  if (!notApplicableReason(course.terms, course.participantStatus) && hpr && hpr !== course.hpr)
    events.push(hprEvent(hpr, completionDate));
  return events;
};

const refusalOf = (course: JudgedCourse, change: Change): StudentCourseRejection | undefined => {
  switch (change.kind) {
    case 'NAME_CHANGE':
    case 'HPR_NUMBER':
      return change.from.sealed === course.holder.sealed ? undefined : { code: 'HOLDER_CHANGED' };
    case 'ATTENDANCE':
      return hoursRefusal(course, change.hours);
    case 'RESULT':
      return resultRefusal(course, change);
  }
};

/** Corrects one thing and judges the awards again, or leaves everything as it was (credits.md 4). */
export const applyCorrection = (
  course: JudgedCourse,
  { correction, change, ectsAwardedElsewhere }: ApplyCorrection['data'],
): Decision<StudentCourseEvent, StudentCourseRejection> => {
  if (course.corrections.has(correction.correctionId)) return nothing;
  const refused = refusalOf(course, change);
  if (refused) return reject(refused);

  const corrected = correct(course, change, correction);
  const judgement = judgeCorrected(course, corrected, ectsAwardedElsewhere);
  if (isLowered(course, judgement) && !hasSecondApprover(correction))
    return reject({ code: 'SECOND_APPROVER_REQUIRED' });

  const { holder, attendance, hpr, changed } = corrected;
  const basis = {
    holder,
    attendedHalfHours: attendance.halfHours,
    hprVerifiedAt: hpr?.at ?? correction.at,
    ...assessmentIn(course.terms, countedResults(corrected)),
  };
  return accept(
    ...changeEvents(course, change, correction, corrected, judgement),
    ...outcomeEvents(course, course, judgement, basis, { correction, kind: change.kind, changed }),
  );
};
