import type { PointsOutcome } from './awards';
import type { HprVerified } from './hpr.events';
import type { StudentCourseEvent } from './student-course.events';
import {
  type Assessment,
  awardRecordOf,
  type JudgedCourse,
  type OpenCourse,
  type Part,
  type StudentCourse,
} from './student-course.state';

type Opened = OpenCourse | JudgedCourse;
type LookedUp = HprVerified['data'];

/** The last word of a judgement. The first judgement is kept as it was, for ever. */
const withCoursePoints = (course: Opened, coursePoints: PointsOutcome): Opened => {
  if (course.status === 'judged') return { ...course, coursePoints };
  const { attendance, ectsCredits } = course;
  if (!attendance || !ectsCredits) return course;
  const judged = { ...course, attendance, ectsCredits, coursePoints };
  return { ...judged, status: 'judged', firstAwards: awardRecordOf(judged) };
};

/** What is known of an assessment with this added. Events of a course with one assessment do not name it. */
const withAssessment = (course: Opened, named: string | undefined, added: Partial<Assessment>): Opened => {
  const code = named ?? course.terms.ectsRule.assessment;
  if (code === undefined) return course;
  const assessment = { ...course.assessments.get(code), ...added };
  return { ...course, assessments: new Map(course.assessments).set(code, assessment) };
};

const withPart = (course: Opened, code: string, part: Part): Opened => ({
  ...course,
  parts: new Map(course.parts).set(code, part),
});

const registeredFor = (course: Opened, named: string | undefined): Assessment['registered'] =>
  course.assessments.get(named ?? course.terms.ectsRule.assessment ?? '')?.registered;

/** The register has answered. An approved verification is no proposal any longer. */
const withLookUp = (course: Opened, { finding, verifiedAt: at, source, verification }: LookedUp): Opened => {
  const answered = { ...course, hpr: { finding, at, source: source ?? ('FILE' as const) }, unanswered: undefined };
  if (!verification || !course.proposal) return answered;
  const { entry } = course.proposal;
  return { ...answered, proposal: undefined, verified: { ...verification, entry, at } };
};

const evolveOpened = (course: Opened, event: Exclude<StudentCourseEvent, { type: 'StudentCourseOpened' }>): Opened => {
  switch (event.type) {
    case 'CourseTermsRevised':
      return { ...course, ...event.data };
    case 'AssessmentResultRegistered':
      return withAssessment(course, event.data.assessment, { registered: event.data });
    case 'AssessmentResultAttested': {
      const { assessment, attestedBy: by, attestedAt: at } = event.data;
      const registered = registeredFor(course, assessment);
      if (!registered) return course;
      return withAssessment(course, assessment, { registered: { ...registered, attestation: { by, at } } });
    }
    case 'AssessmentResultCorrected': {
      const { assessment, result, correctedBy: by, correctedAt: at } = event.data;
      return withAssessment(course, assessment, { corrected: { result, by, at } });
    }
    case 'GradingReasonsGiven': {
      const { assessment, givenBy: by, givenAt: at } = event.data;
      return withAssessment(course, assessment, { reasonsGiven: { by, at } });
    }
    case 'GradingReasonsAsked':
      return withAssessment(course, event.data.assessment, { reasonsAsked: { at: event.data.askedAt } });
    case 'ResultAppealed': {
      const { assessment, appealedAt: at, grounds } = event.data;
      return withAssessment(course, assessment, { appealed: { at, grounds } });
    }
    case 'ResultAppealHandled': {
      const { assessment, handledAt } = event.data;
      const appealed = course.assessments.get(assessment)?.appealed;
      return appealed ? withAssessment(course, assessment, { appealed: { ...appealed, handledAt } }) : course;
    }
    case 'PartFulfilled': {
      const { part, ...fulfilled } = event.data;
      return withPart(course, part, { fulfilled, withdrawn: course.parts.get(part)?.withdrawn ?? [] });
    }
    case 'PartWithdrawn': {
      const { part, reasonClass, by } = event.data;
      const before = course.parts.get(part);
      if (!before?.fulfilled) return course;
      return withPart(course, part, {
        withdrawn: [...before.withdrawn, { fulfilment: before.fulfilled, reasonClass, by }],
      });
    }
    case 'AttendanceCounted':
      return { ...course, attendance: event.data };
    case 'HprVerified':
    case 'HprVerificationFailed':
      return withLookUp(course, event.data);
    case 'HprVerificationProposed':
      return { ...course, proposal: event.data };
    case 'HprLookUpUnanswered':
      return { ...course, unanswered: event.data };
    case 'EctsCreditsAwarded':
      return { ...course, ectsCredits: { status: 'AWARDED', ectsCredits: event.data.ectsCredits } };
    case 'CoursePointsAwarded':
    case 'CoursePointsAwardCorrected': {
      const { coursePoints, lines } = event.data;
      return withCoursePoints(course, { status: 'AWARDED', coursePoints, lines });
    }
    case 'AwardHeld':
      return withCoursePoints(course, { status: 'HELD', reasons: event.data.reasons });
    case 'AwardNotApplicable':
      return withCoursePoints(course, { status: 'NOT_APPLICABLE', reasons: event.data.reasons });
    case 'AwardNotMet':
      return event.data.award === 'ectsCredits'
        ? { ...course, ectsCredits: { status: 'NOT_MET', reasons: event.data.reasons } }
        : withCoursePoints(course, { status: 'NOT_MET', reasons: event.data.reasons });
    case 'AwardReversed':
      return course;
    case 'CorrectionApplied': {
      const { correctionId, holder = course.holder } = event.data;
      return { ...course, holder, corrections: new Map(course.corrections).set(correctionId, undefined) };
    }
    case 'CorrectionRefused': {
      const { correctionId, code } = event.data;
      return { ...course, corrections: new Map(course.corrections).set(correctionId, code) };
    }
  }
};

/** How a student's course remembers. */
export const evolve = (course: StudentCourse, event: StudentCourseEvent): StudentCourse => {
  if (event.type === 'StudentCourseOpened')
    return { status: 'open', ...event.data, assessments: new Map(), parts: new Map(), corrections: new Map() };
  return course.status === 'none' ? course : evolveOpened(course, event);
};
