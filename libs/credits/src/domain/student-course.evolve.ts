import type { PointsOutcome } from './awards';
import type { StudentCourseEvent } from './student-course.events';
import { awardRecordOf, type JudgedCourse, type OpenCourse, type StudentCourse } from './student-course.state';

type Opened = OpenCourse | JudgedCourse;

/** The last word of a judgement. The first judgement is kept as it was, for ever. */
const withCoursePoints = (course: Opened, coursePoints: PointsOutcome): Opened => {
  if (course.status === 'judged') return { ...course, coursePoints };
  const { attendance, ectsCredits } = course;
  if (!attendance || !ectsCredits) return course;
  const judged = { ...course, attendance, ectsCredits, coursePoints };
  return { ...judged, status: 'judged', firstAwards: awardRecordOf(judged) };
};

const evolveOpened = (course: Opened, event: Exclude<StudentCourseEvent, { type: 'StudentCourseOpened' }>): Opened => {
  switch (event.type) {
    case 'AssessmentResultRegistered':
      return { ...course, assessment: { ...course.assessment, registered: event.data } };
    case 'AssessmentResultAttested': {
      const { registered } = course.assessment;
      if (!registered) return course;
      const attestation = { by: event.data.attestedBy, at: event.data.attestedAt };
      return { ...course, assessment: { ...course.assessment, registered: { ...registered, attestation } } };
    }
    case 'AssessmentResultCorrected': {
      const { result, correctedBy: by, correctedAt: at } = event.data;
      return { ...course, assessment: { ...course.assessment, corrected: { result, by, at } } };
    }
    case 'AttendanceCounted':
      return { ...course, attendance: event.data };
    case 'HprVerified':
    case 'HprVerificationFailed':
      return { ...course, hpr: { finding: event.data.finding, at: event.data.verifiedAt } };
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
    return { status: 'open', ...event.data, assessment: {}, corrections: new Map() };
  return course.status === 'none' ? course : evolveOpened(course, event);
};
