import { defineCodec, leaf } from '@kull/event-store';
import { z } from 'zod';

const share = z.strictObject({ numerator: leaf.integer(), denominator: leaf.integer() });
const grade = z.enum(['PASSED', 'FAILED', 'A', 'B', 'C', 'D', 'E', 'F']);
const way = z.enum(['STUDENT_DECLARATION', 'LECTURE_WATCHED', 'EVALUATION_ANSWERED']);
const ledger = z.enum(['ectsCredits', 'coursePoints']);

const creditLine = z.strictObject({
  lineNo: leaf.integer(),
  specialty: leaf.code(),
  purpose: z.enum(['VIDERE', 'ETTER', 'BOTH']),
  category: leaf.code(),
  approvedHalfHours: leaf.integer(),
  points: leaf.decimal(),
});

const requirement = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('ASSESSMENT'),
    code: leaf.code(),
    title: leaf.publicText(),
    scale: z.enum(['A_TO_F', 'PASSED_FAILED']),
    handInBy: leaf.instant().optional(),
    gradingWeeks: leaf.integer(),
  }),
  z.strictObject({
    kind: z.literal('PART'),
    code: leaf.code(),
    title: leaf.publicText(),
    fulfilledBy: way,
    dueOn: leaf.localDate().optional(),
  }),
]);

const terms = z.strictObject({
  endsOn: leaf.localDate(),
  sessions: z.array(z.strictObject({ code: leaf.code(), halfHours: leaf.integer() })).min(1),
  ectsCredits: leaf.decimal(),
  courseCode: leaf.code().optional(),
  ectsRule: z.strictObject({ minAttendance: share, assessment: leaf.code().optional() }),
  requirements: z.array(requirement).optional(),
  courseApproval: z
    .strictObject({
      approvalId: leaf.code(),
      validFrom: leaf.localDate(),
      validTo: leaf.localDate(),
      minAttendance: share,
      assessmentRequired: leaf.boolean(),
      creditLines: z.array(creditLine).min(1),
    })
    .optional(),
});

const presence = z.strictObject({
  session: leaf.code(),
  halfHours: leaf.integer(),
  by: leaf.code().optional(),
  at: leaf.instant().optional(),
});

const hprFinding = z.union([
  z.strictObject({ found: z.literal('no_number') }),
  z.strictObject({ found: z.literal('not_in_register') }),
  z.strictObject({
    found: z.literal('entry'),
    profession: leaf.code(),
    birthDate: z.enum(['equal', 'differs', 'not_in_register']),
    names: z.enum(['equal', 'differ']),
    authorisedFrom: leaf.localDate().optional(),
    authorisedTo: leaf.localDate().optional(),
  }),
]);

const courseReason = z.enum(['ATTENDANCE_BELOW_MINIMUM', 'ASSESSMENT_MISSING', 'ASSESSMENT_NOT_PASSED']);
const ectsReason = z.union([courseReason, z.enum(['PART_MISSING', 'ECTS_ALREADY_AWARDED'])]);

const hprReason = z.enum([
  'HPR_MISSING',
  'HPR_UNKNOWN',
  'HPR_NOT_PHYSICIAN',
  'HPR_BIRTH_DATE_MISMATCH',
  'HPR_NOT_AUTHORISED_AT_COMPLETION',
]);

const lookedUp = {
  finding: hprFinding,
  verifiedAt: leaf.instant(),
  source: z.enum(['API', 'MANUAL']).optional(),
  verification: z
    .strictObject({ verificationId: leaf.id(), proposedBy: leaf.code(), approvedBy: leaf.code() })
    .optional(),
};

const notAuthorised = z.literal('PARTICIPANT_NOT_AUTHORISED');

const pointsReason = z.union([courseReason, hprReason, notAuthorised, z.literal('APPROVAL_NOT_VALID_AT_COMPLETION')]);

const entitlement = {
  classId: leaf.id(),
  classCode: leaf.code(),
  studentNo: leaf.code(),
  personId: leaf.id(),
  holder: leaf.sealed(),
  participantStatus: leaf.code(),
  approvalId: leaf.code(),
  completionDate: leaf.localDate(),
  attendedHalfHours: leaf.integer(),
  totalHalfHours: leaf.integer(),
  assessmentPassed: leaf.boolean().optional(),
  hprVerifiedAt: leaf.instant(),
  coursePoints: leaf.decimal(),
  lines: z.array(creditLine).min(1),
};

const oncePerCourse = {
  courseCode: leaf.code().optional(),
  personId: leaf.id().optional(),
  classId: leaf.id().optional(),
  studentNo: leaf.code().optional(),
};

const kind = z.enum(['NAME_CHANGE', 'ATTENDANCE', 'HPR_NUMBER', 'RESULT']);
const reasonCode = z.enum(['NAME_CHANGE', 'ATTENDANCE_RECOUNT', 'DATA_ERROR', 'RESULT_CHANGED']);

const changedBy = {
  correctionId: leaf.id(),
  reasonCode,
  recordedBy: leaf.code(),
  approvedBy: leaf.code().optional(),
};

const correction = {
  correctionId: leaf.id(),
  kind,
  at: leaf.instant(),
  recordedBy: leaf.code(),
  approvedBy: leaf.code().optional(),
};

/** The stored form of everything that happens to a student's course. */
export const creditsCodec = defineCodec({
  StudentCourseOpened: {
    schemaVersion: 1,
    schema: z.strictObject({
      classId: leaf.id(),
      classCode: leaf.code(),
      studentNo: leaf.code(),
      personId: leaf.id(),
      participantStatus: leaf.code(),
      holder: leaf.sealed(),
      terms,
    }),
  },
  CourseTermsRevised: {
    schemaVersion: 1,
    schema: z.strictObject({ classId: leaf.id(), classCode: leaf.code(), terms }),
  },
  AssessmentResultRegistered: {
    schemaVersion: 1,
    schema: z.strictObject({
      assessment: leaf.code(),
      result: grade,
      gradedBy: leaf.code(),
      registeredBy: leaf.code().optional(),
    }),
  },
  AssessmentResultAttested: {
    schemaVersion: 1,
    schema: z.strictObject({
      assessment: leaf.code().optional(),
      attestedBy: leaf.code(),
      attestedAt: leaf.instant(),
    }),
  },
  AssessmentResultCorrected: {
    schemaVersion: 1,
    schema: z.strictObject({
      assessment: leaf.code().optional(),
      result: grade,
      correctionId: leaf.id(),
      correctedBy: leaf.code(),
      correctedAt: leaf.instant(),
    }),
  },
  GradingReasonsGiven: {
    schemaVersion: 1,
    schema: z.strictObject({ assessment: leaf.code(), givenBy: leaf.code(), givenAt: leaf.instant() }),
  },
  GradingReasonsAsked: {
    schemaVersion: 1,
    schema: z.strictObject({ assessment: leaf.code(), askedAt: leaf.instant() }),
  },
  ResultAppealed: {
    schemaVersion: 1,
    schema: z.strictObject({ assessment: leaf.code(), appealedAt: leaf.instant(), grounds: leaf.sealed() }),
  },
  ResultAppealHandled: {
    schemaVersion: 1,
    schema: z.strictObject({ assessment: leaf.code(), handledBy: leaf.code(), handledAt: leaf.instant() }),
  },
  PartFulfilled: {
    schemaVersion: 1,
    schema: z.strictObject({ part: leaf.code(), by: way, at: leaf.instant(), reportedBy: leaf.code() }),
  },
  PartWithdrawn: {
    schemaVersion: 1,
    schema: z.strictObject({
      part: leaf.code(),
      reasonClass: z.enum(['REPORTED_BY_MISTAKE', 'NOT_DONE', 'OTHER']),
      by: leaf.code(),
    }),
  },
  AttendanceCounted: {
    schemaVersion: 1,
    schema: z.strictObject({ presences: z.array(presence), halfHours: leaf.integer() }),
  },
  HprVerified: {
    schemaVersion: 1,
    schema: z.strictObject(lookedUp),
  },
  HprVerificationFailed: {
    schemaVersion: 1,
    schema: z.strictObject({ ...lookedUp, reasons: z.array(hprReason).min(1) }),
  },
  HprVerificationProposed: {
    schemaVersion: 1,
    schema: z.strictObject({
      verificationId: leaf.id(),
      evidenceClass: z.enum(['AUTHORISATION_LETTER', 'REGISTER_EXTRACT', 'REGISTER_PHONED', 'OTHER']),
      documentHash: leaf.hash().optional(),
      note: leaf.sealed().optional(),
      entry: leaf.sealed(),
      proposedBy: leaf.code(),
      proposedAt: leaf.instant(),
    }),
  },
  HprLookUpUnanswered: {
    schemaVersion: 1,
    schema: z.strictObject({
      why: z.enum(['REFUSED', 'UNAVAILABLE', 'UNREADABLE']),
      at: leaf.instant(),
      attempts: leaf.integer(),
    }),
  },
  ClassHprRegisterTakenIn: {
    schemaVersion: 1,
    schema: z.strictObject({ classId: leaf.id(), entries: leaf.integer(), fingerprint: leaf.hash() }),
  },
  EctsCreditsAwarded: {
    schemaVersion: 1,
    schema: z.strictObject({ ectsCredits: leaf.decimal(), completionDate: leaf.localDate(), ...oncePerCourse }),
  },
  CoursePointsAwarded: { schemaVersion: 1, schema: z.strictObject(entitlement) },
  CoursePointsAwardCorrected: {
    schemaVersion: 1,
    schema: z.strictObject({
      ...entitlement,
      ...changedBy,
      changed: z.array(z.enum(['NAME', 'ATTENDED_HOURS', 'HPR_NUMBER'])).min(1),
    }),
  },
  AwardHeld: {
    schemaVersion: 1,
    schema: z.strictObject({
      award: z.literal('coursePoints'),
      reasons: z.array(hprReason).min(1),
      completionDate: leaf.localDate(),
    }),
  },
  AwardNotMet: {
    schemaVersion: 1,
    schema: z.union([
      z.strictObject({
        award: z.literal('ectsCredits'),
        reasons: z.array(ectsReason).min(1),
        completionDate: leaf.localDate(),
      }),
      z.strictObject({
        award: z.literal('coursePoints'),
        reasons: z.array(pointsReason).min(1),
        completionDate: leaf.localDate(),
      }),
    ]),
  },
  AwardNotApplicable: {
    schemaVersion: 1,
    schema: z.strictObject({
      award: z.literal('coursePoints'),
      reasons: z.tuple([z.enum(['PARTICIPANT_NOT_AUTHORISED', 'NO_COURSE_APPROVAL'])]),
      completionDate: leaf.localDate(),
    }),
  },
  AwardReversed: {
    schemaVersion: 1,
    schema: z.strictObject({
      ...changedBy,
      ...oncePerCourse,
      award: ledger,
      attendedHalfHours: leaf.integer(),
      assessmentPassed: leaf.boolean().optional(),
    }),
  },
  CorrectionApplied: {
    schemaVersion: 1,
    schema: z.strictObject({ ...correction, reasonCode, holder: leaf.sealed().optional() }),
  },
  CorrectionRefused: {
    schemaVersion: 1,
    schema: z.strictObject({ ...correction, code: z.enum(['HOURS_EXCEED_SESSION', 'SECOND_APPROVER_REQUIRED']) }),
  },
});
