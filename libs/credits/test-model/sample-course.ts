import type { CourseTerms, CreditLine } from '../src/domain/course-terms';
import type { HprFinding } from '../src/domain/hpr';
import type { CoursePointsEntitlement, StudentCourseEvent } from '../src/domain/student-course.events';

export const line: CreditLine = {
  lineNo: 1,
  specialty: 'ALLM',
  purpose: 'BOTH',
  category: 'VALGFRITT',
  approvedHalfHours: 20,
  points: 10,
};
export const terms: CourseTerms = {
  endsOn: '2026-06-19',
  sessions: [
    { code: 'M1', halfHours: 10 },
    { code: 'M2', halfHours: 10 },
  ],
  ectsCredits: 5,
  ectsRule: { minAttendance: { numerator: 75, denominator: 100 }, assessment: 'EXAM' },
  courseApproval: {
    approvalId: 'LF-TEST-0001',
    validFrom: '2026-01-01',
    validTo: '2027-12-31',
    minAttendance: { numerator: 8, denominator: 10 },
    assessmentRequired: true,
    creditLines: [line],
  },
};
/** The national programme in small: two assessments, three mandatory parts, no course points. */
export const nationalTerms: CourseTerms = {
  endsOn: '2027-06-18',
  sessions: terms.sessions,
  ectsCredits: 30,
  courseCode: 'LEDELSE-30',
  ectsRule: { minAttendance: { numerator: 75, denominator: 100 } },
  requirements: [
    {
      kind: 'PART',
      code: 'REFLECTION',
      title: 'Refleksjonsoppgave',
      fulfilledBy: 'STUDENT_DECLARATION',
      dueOn: '2026-10-30',
    },
    {
      kind: 'ASSESSMENT',
      code: 'PROJECT_PAPER',
      title: 'Prosjektoppgave',
      scale: 'A_TO_F',
      handInBy: '2027-06-04T12:00:00.000Z',
      gradingWeeks: 3,
    },
    { kind: 'PART', code: 'LECTURE', title: 'Forelesning', fulfilledBy: 'LECTURE_WATCHED' },
    {
      kind: 'ASSESSMENT',
      code: 'TAKE_HOME_EXAM',
      title: 'Hjemmeeksamen',
      scale: 'PASSED_FAILED',
      handInBy: '2027-06-03T12:00:00.000Z',
      gradingWeeks: 3,
    },
    { kind: 'PART', code: 'EVALUATION', title: 'Evaluering', fulfilledBy: 'EVALUATION_ANSWERED' },
  ],
};
export const enrolledAs = { person: 'per_1', sealed: 'as enrolled' };
export const course = {
  classId: 'cls_1',
  classCode: 'NLA-1',
  studentNo: 'S1',
  personId: 'per_1',
  participantStatus: 'PHYSICIAN',
  holder: enrolledAs,
  terms,
};
export const opened: StudentCourseEvent = { type: 'StudentCourseOpened', data: course };
export const registered: StudentCourseEvent = {
  type: 'AssessmentResultRegistered',
  data: { assessment: 'EXAM', result: 'PASSED', gradedBy: 'grader-1' },
};
export const attested: StudentCourseEvent = {
  type: 'AssessmentResultAttested',
  data: { attestedBy: 'grader-2', attestedAt: '2026-06-18T22:30:00.000Z' },
};
export const result = {
  assessment: 'EXAM',
  result: 'PASSED',
  gradedBy: 'grader-1',
  attestation: { by: 'grader-2', at: '2026-06-18T22:30:00.000Z' },
} as const;

export const physician: HprFinding = { found: 'entry', profession: 'PHYSICIAN', birthDate: 'equal', names: 'equal' };
export const unknown: HprFinding = { found: 'not_in_register' };
export const at = '2026-06-18T22:30:00.000Z';
export const present = (halfHours: number) => ({
  session: 'M1',
  halfHours,
  by: 'moderator-1',
  at: '2026-01-12T15:00:00.000Z',
});
export const absent = { session: 'M2', halfHours: 0 };
export const judgeAs = (hpr: HprFinding, ...presences: { session: string; halfHours: number }[]) =>
  ({ type: 'JudgeAwards', data: { presences, hpr, at } }) as const;
export const both = [present(10), { ...present(10), session: 'M2' }];
export const counted = (
  halfHours: number,
  ...presences: { session: string; halfHours: number }[]
): StudentCourseEvent => ({
  type: 'AttendanceCounted',
  data: { presences, halfHours },
});
export const verified: StudentCourseEvent = { type: 'HprVerified', data: { finding: physician, verifiedAt: at } };
export const failed: StudentCourseEvent = {
  type: 'HprVerificationFailed',
  data: { finding: unknown, verifiedAt: at, reasons: ['HPR_UNKNOWN'] },
};
export const ects: StudentCourseEvent = {
  type: 'EctsCreditsAwarded',
  data: { ectsCredits: 5, completionDate: '2026-06-19' },
};
export const entitlement: CoursePointsEntitlement = {
  classId: 'cls_1',
  classCode: 'NLA-1',
  studentNo: 'S1',
  personId: 'per_1',
  holder: enrolledAs,
  participantStatus: 'PHYSICIAN',
  approvalId: 'LF-TEST-0001',
  completionDate: '2026-06-19',
  attendedHalfHours: 20,
  totalHalfHours: 20,
  assessmentPassed: true,
  hprVerifiedAt: at,
  coursePoints: 10,
  lines: [line],
};
export const points: StudentCourseEvent = { type: 'CoursePointsAwarded', data: entitlement };
export const held: StudentCourseEvent = {
  type: 'AwardHeld',
  data: { award: 'coursePoints', reasons: ['HPR_UNKNOWN'], completionDate: '2026-06-19' },
};
export const withResult = [opened, registered, attested];
export const awarded = [...withResult, counted(20, ...both), verified, ects, points];
export const onHold = [...withResult, counted(20, ...both), failed, ects, held];

/** A student of the national programme who is no physician, and need not be. */
export const national = {
  ...course,
  classId: 'cls_nlp',
  classCode: 'NLP-OSLO-1',
  participantStatus: 'LEADER',
  terms: nationalTerms,
};
export const nationalOpened: StudentCourseEvent = { type: 'StudentCourseOpened', data: national };
const gradedAt = '2027-06-21T10:00:00.000Z';
/** Everything that the national programme asks for besides attendance. */
export const nationalDone: StudentCourseEvent[] = [
  nationalOpened,
  {
    type: 'PartFulfilled',
    data: { part: 'REFLECTION', by: 'STUDENT_DECLARATION', at: '2026-10-28T18:00:00.000Z', reportedBy: 'S1' },
  },
  {
    type: 'PartFulfilled',
    data: { part: 'LECTURE', by: 'LECTURE_WATCHED', at: '2026-11-02T19:00:00.000Z', reportedBy: 'video-platform' },
  },
  {
    type: 'PartFulfilled',
    data: { part: 'EVALUATION', by: 'EVALUATION_ANSWERED', at: '2027-06-10T19:00:00.000Z', reportedBy: 'survey' },
  },
  { type: 'AssessmentResultRegistered', data: { assessment: 'PROJECT_PAPER', result: 'C', gradedBy: 'grader-1' } },
  {
    type: 'AssessmentResultAttested',
    data: { assessment: 'PROJECT_PAPER', attestedBy: 'grader-2', attestedAt: gradedAt },
  },
  {
    type: 'AssessmentResultRegistered',
    data: { assessment: 'TAKE_HOME_EXAM', result: 'PASSED', gradedBy: 'grader-2' },
  },
  {
    type: 'AssessmentResultAttested',
    data: { assessment: 'TAKE_HOME_EXAM', attestedBy: 'grader-1', attestedAt: '2027-06-23T22:30:00.000Z' },
  },
];
export const oncePerCourse = {
  courseCode: 'LEDELSE-30',
  personId: national.personId,
  classId: national.classId,
  studentNo: national.studentNo,
};
export const nationalEcts: StudentCourseEvent = {
  type: 'EctsCreditsAwarded',
  data: { ectsCredits: 30, completionDate: '2027-06-24', ...oncePerCourse },
};
export const noPoints: StudentCourseEvent = {
  type: 'AwardNotApplicable',
  data: { award: 'coursePoints', reasons: ['NO_COURSE_APPROVAL'], completionDate: '2027-06-24' },
};
export const nationalAwarded = [...nationalDone, counted(20, ...both), nationalEcts, noPoints];
