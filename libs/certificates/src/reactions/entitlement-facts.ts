import type {
  AwardReversed,
  CoursePointsAwardCorrected,
  CoursePointsAwarded,
  CoursePointsEntitlement,
} from '@kull/credits/contracts';
import type { Recorded } from '@kull/event-store';
import type { ClassPlan } from '@kull/teaching/contracts';
import type { Correctors, EntitlementFact } from '../domain/entitlement-fact';
import type { Statement } from '../domain/statement';

/** What a certificate states: what was awarded, and the course as it was planned. */
export const statementOf = (studentCourseId: string, award: CoursePointsEntitlement, plan: ClassPlan): Statement => {
  const { course, startsOn, endsOn, site } = plan;
  const { courseApproval, recipient, sharingBasis } = course ?? {};
  if (!course || !courseApproval || !recipient || !sharingBasis || !startsOn || !endsOn)
    throw new Error(`class ${plan.code} has course points but no approved course`);
  return {
    studentCourseId,
    classId: award.classId,
    classCode: award.classCode,
    studentNo: award.studentNo,
    personId: award.personId,
    holder: award.holder,
    participantStatus: award.participantStatus,
    hprVerifiedAt: award.hprVerifiedAt,
    approvalId: award.approvalId,
    courseTitle: courseApproval.title,
    deliveryMode: courseApproval.deliveryMode,
    place: site,
    startsOn,
    endsOn,
    completionDate: award.completionDate,
    organiser: course.organiser,
    recipient,
    sharingBasis,
    attendedHalfHours: award.attendedHalfHours,
    ...(award.assessmentPassed !== undefined && { assessmentPassed: award.assessmentPassed }),
    coursePoints: award.coursePoints,
    lines: award.lines,
  };
};

const correctorsOf = ({ recordedBy, approvedBy }: Correctors): Correctors => ({
  recordedBy,
  ...(approvedBy !== undefined && { approvedBy }),
});

const factOf = (studentCourseId: string, event: Recorded, plan: ClassPlan): EntitlementFact | undefined => {
  const { version, eventId, occurredAt: at } = event;
  switch (event.type) {
    case 'CoursePointsAwarded': {
      const data = event.data as CoursePointsAwarded['data'];
      return { kind: 'awarded', version, eventId, at, statement: statementOf(studentCourseId, data, plan) };
    }
    case 'CoursePointsAwardCorrected': {
      const data = event.data as CoursePointsAwardCorrected['data'];
      return {
        kind: 'corrected',
        version,
        eventId,
        at,
        statement: statementOf(studentCourseId, data, plan),
        hprNumberChanged: data.changed.includes('HPR_NUMBER'),
        reasonCode: data.reasonCode,
        ...correctorsOf(data),
      };
    }
    case 'AwardReversed': {
      const data = event.data as AwardReversed['data'];
      if (data.award !== 'coursePoints') return undefined;
      const { reasonCode, attendedHalfHours, assessmentPassed } = data;
      const standing = { attendedHalfHours, ...(assessmentPassed !== undefined && { assessmentPassed }) };
      return { kind: 'reversed', version, eventId, at, reasonCode, ...standing, ...correctorsOf(data) };
    }
    default:
      return undefined;
  }
};

/**
 * What a student's course stream says about the entitlement to course points, in its order.
 * @throws Error when the class was never planned as a course: a fault of the data
 */
export const entitlementFacts = (
  studentCourseId: string,
  stream: readonly Recorded[],
  plan: ClassPlan,
): readonly EntitlementFact[] => stream.flatMap((event) => factOf(studentCourseId, event, plan) ?? []);
