import type {
  AwardReversed,
  CoursePointsAwardCorrected,
  CoursePointsAwarded,
  CoursePointsEntitlement,
} from '@kull/credits/contracts';
import type { Recorded } from '@kull/event-store';
import type { HalfHours } from '@kull/kernel';
import type { ClassPlan } from '@kull/teaching/contracts';
import type { Correctors, EntitlementFact } from '../domain/entitlement-fact';
import type { Statement } from '../domain/statement';

/** The correction that led to an award's change. Part of it is the business of credits alone. */
interface CorrectionApplied {
  readonly correctionId: string;
  readonly recordedBy: string;
  readonly approvedBy?: string;
}

/** What is known of the student's course up to a point of its stream. */
interface Known {
  readonly attendedHalfHours: HalfHours;
  readonly assessmentPassed?: boolean;
  readonly correctors: ReadonlyMap<string, Correctors>;
}

/** What a certificate states: what was awarded, and the course as it was planned. */
const statementOf = (studentCourseId: string, award: CoursePointsEntitlement, plan: ClassPlan): Statement => {
  const { course, startsOn, endsOn, site } = plan;
  if (!course || !startsOn || !endsOn) throw new Error(`class ${plan.code} has course points but no course plan`);
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
    courseTitle: course.courseApproval.title,
    deliveryMode: course.courseApproval.deliveryMode,
    place: site,
    startsOn,
    endsOn,
    completionDate: award.completionDate,
    organiser: course.organiser,
    recipient: course.recipient,
    sharingBasis: course.sharingBasis,
    attendedHalfHours: award.attendedHalfHours,
    ...(award.assessmentPassed !== undefined && { assessmentPassed: award.assessmentPassed }),
    coursePoints: award.coursePoints,
    lines: award.lines,
  };
};

const learn = (known: Known, { type, data }: Recorded): Known => {
  switch (type) {
    case 'AttendanceCounted':
      return { ...known, attendedHalfHours: (data as { halfHours: HalfHours }).halfHours };
    case 'AssessmentResultCorrected':
      return { ...known, assessmentPassed: (data as { result: string }).result === 'PASSED' };
    case 'CoursePointsAwarded':
      return { ...known, assessmentPassed: (data as CoursePointsAwarded['data']).assessmentPassed };
    case 'CorrectionApplied': {
      const { correctionId, recordedBy, approvedBy } = data as CorrectionApplied;
      const correctors = { recordedBy, ...(approvedBy && { approvedBy }) };
      return { ...known, correctors: new Map(known.correctors).set(correctionId, correctors) };
    }
    default:
      return known;
  }
};

const correctorsOf = ({ correctors }: Known, correctionId: string): Correctors => {
  const found = correctors.get(correctionId);
  if (!found) throw new Error(`correction ${correctionId} is not in the stream`);
  return found;
};

/**
 * What a student's course stream says about the entitlement to course points, in its order.
 * @throws Error when the class was never planned as a course, or a correction is missing: faults of the data
 */
export const entitlementFacts = (
  studentCourseId: string,
  stream: readonly Recorded[],
  plan: ClassPlan,
): readonly EntitlementFact[] => {
  const facts: EntitlementFact[] = [];
  let known: Known = { attendedHalfHours: 0, correctors: new Map() };
  for (const event of stream) {
    known = learn(known, event);
    const { version, eventId, occurredAt: at } = event;
    switch (event.type) {
      case 'CoursePointsAwarded': {
        const statement = statementOf(studentCourseId, event.data as CoursePointsAwarded['data'], plan);
        facts.push({ kind: 'awarded', version, eventId, at, statement });
        break;
      }
      case 'CoursePointsAwardCorrected': {
        const data = event.data as CoursePointsAwardCorrected['data'];
        facts.push({
          kind: 'corrected',
          version,
          eventId,
          at,
          statement: statementOf(studentCourseId, data, plan),
          hprNumberChanged: data.changed.includes('HPR_NUMBER'),
          reasonCode: data.reasonCode,
          ...correctorsOf(known, data.correctionId),
        });
        break;
      }
      case 'AwardReversed': {
        const { award, reasonCode, correctionId } = event.data as AwardReversed['data'];
        if (award !== 'coursePoints') break;
        const { attendedHalfHours, assessmentPassed } = known;
        facts.push({
          kind: 'reversed',
          version,
          eventId,
          at,
          reasonCode,
          attendedHalfHours,
          ...(assessmentPassed !== undefined && { assessmentPassed }),
          ...correctorsOf(known, correctionId),
        });
      }
    }
  }
  return facts;
};
