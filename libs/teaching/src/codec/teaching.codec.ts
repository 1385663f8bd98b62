import { defineCodec, leaf } from '@kull/event-store';
import { z } from 'zod';
import { callOffReasons } from '../domain/call-off-reason';

const share = z.strictObject({ numerator: leaf.integer(), denominator: leaf.integer() });

const organisation = z.strictObject({ name: leaf.publicText(), orgNumber: leaf.code() });

const session = z.strictObject({
  code: leaf.code(),
  title: leaf.publicText(),
  startsAt: leaf.instant(),
  halfHours: leaf.integer(),
  gathering: leaf.integer().optional(),
  room: leaf.code().optional(),
  teachers: z.array(leaf.code()).optional(),
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
    fulfilledBy: z.enum(['STUDENT_DECLARATION', 'LECTURE_WATCHED', 'EVALUATION_ANSWERED']),
    dueOn: leaf.localDate().optional(),
  }),
]);

const creditLine = z.strictObject({
  lineNo: leaf.integer(),
  specialty: leaf.code(),
  purpose: z.enum(['VIDERE', 'ETTER', 'BOTH']),
  category: leaf.code(),
  approvedHalfHours: leaf.integer(),
  points: leaf.decimal(),
});

const courseApproval = z.strictObject({
  approvalId: leaf.code(),
  title: leaf.publicText(),
  validFrom: leaf.localDate(),
  validTo: leaf.localDate(),
  minAttendance: share,
  assessmentRequired: leaf.boolean(),
  deliveryMode: leaf.code(),
  creditLines: z.array(creditLine).min(1),
});

const course = {
  courseCode: leaf.code().optional(),
  ectsCredits: leaf.decimal(),
  ectsRule: z.strictObject({ minAttendance: share, assessment: leaf.code().optional() }),
  requirements: z.array(requirement).optional(),
  gatherings: z.strictObject({ count: leaf.integer(), minDays: leaf.integer(), maxDays: leaf.integer() }).optional(),
  courseApproval: courseApproval.optional(),
  sharingBasis: leaf.code().optional(),
  organiser: organisation,
  recipient: organisation.optional(),
};

const programme = z.strictObject({
  code: leaf.code(),
  title: leaf.publicText(),
  level: leaf.integer().optional(),
  mode: leaf.code().optional(),
});

const gathering = {
  classId: leaf.id(),
  number: leaf.integer(),
  title: leaf.publicText(),
  venue: leaf.publicText(),
  sessions: z.array(session).min(1),
};

const otherClass = z.strictObject({ classId: leaf.id(), classCode: leaf.code() });

const place = {
  classId: leaf.id(),
  programme: leaf.code(),
  intake: leaf.code(),
  personId: leaf.id(),
  studentNo: leaf.code(),
};

const callOffReason = z.enum(callOffReasons);

const awayReason = z.enum(['ILLNESS', 'PARENTAL_LEAVE', 'WORK', 'FAMILY', 'NEW_JOB', 'PROGRAMME_NOT_SUITED', 'OTHER']);

/** The stored form of everything that happens to cohorts, classes and enrolments. */
export const teachingCodec = defineCodec({
  ClassPlanned: {
    schemaVersion: 1,
    schema: z.strictObject({
      code: leaf.code(),
      site: leaf.publicText(),
      capacity: leaf.integer(),
      startsOn: leaf.localDate().optional(),
      endsOn: leaf.localDate().optional(),
      programme,
      intake: leaf.code().optional(),
      commissionedPlaces: leaf.integer().optional(),
      course: z.strictObject({ ...course, sessions: z.array(session).min(1) }).optional(),
    }),
  },
  ClassOpened: { schemaVersion: 1, schema: z.strictObject({}) },
  CoursePlanned: { schemaVersion: 1, schema: z.strictObject({ course: z.strictObject(course) }) },
  ClassCapacityChanged: {
    schemaVersion: 1,
    schema: z.strictObject({
      capacity: leaf.integer(),
      ceiling: leaf.integer().optional(),
      closed: z.strictObject({ classId: leaf.id(), places: leaf.integer() }).optional(),
      added: z
        .strictObject({ intake: leaf.code(), places: leaf.integer(), commissionedPlaces: leaf.integer() })
        .optional(),
    }),
  },
  GatheringScheduled: { schemaVersion: 1, schema: z.strictObject(gathering) },
  GatheringRescheduled: {
    schemaVersion: 1,
    schema: z.strictObject({
      ...gathering,
      before: z.strictObject({ venue: leaf.publicText(), sessions: z.array(session).min(1) }),
      reasonClass: callOffReason.optional(),
    }),
  },
  GatheringCancelled: {
    schemaVersion: 1,
    schema: z.strictObject({
      classId: leaf.id(),
      number: leaf.integer(),
      sessions: z.array(session).min(1),
      reasonClass: callOffReason.optional(),
    }),
  },
  MakeUpArranged: {
    schemaVersion: 1,
    schema: z.strictObject({
      classId: leaf.id(),
      gathering: leaf.integer(),
      studentNo: leaf.code(),
      homeClassId: leaf.id(),
      homeClassCode: leaf.code(),
      arrangedAt: leaf.instant(),
      takesSeat: leaf.boolean(),
      ceiling: leaf.integer(),
    }),
  },
  MakeUpCancelled: {
    schemaVersion: 1,
    schema: z.strictObject({
      classId: leaf.id(),
      gathering: leaf.integer(),
      studentNo: leaf.code(),
      seatsReleased: leaf.integer(),
    }),
  },
  MakeUpSeatsReleased: {
    schemaVersion: 1,
    schema: z.strictObject({ classId: leaf.id(), on: leaf.localDate(), seatsReleased: leaf.integer() }),
  },
  StudentEnrolled: {
    schemaVersion: 1,
    schema: z.strictObject({
      ...place,
      classCode: leaf.code(),
      participantStatus: leaf.code(),
      particulars: leaf.sealed().optional(),
      fingerprint: leaf.hash(),
      capacity: leaf.integer(),
      enteredOn: leaf.localDate().optional(),
      transferredFrom: otherClass.optional(),
      courseClassId: leaf.id().optional(),
      restores: z.enum(['enrolled', 'on_leave']).optional(),
    }),
  },
  StudentTransferred: {
    schemaVersion: 1,
    schema: z.strictObject({
      ...place,
      to: otherClass,
      on: leaf.localDate(),
      restores: z.enum(['none', 'transferred', 'withdrawn']).optional(),
    }),
  },
  LeaveGranted: {
    schemaVersion: 1,
    schema: z.strictObject({
      from: leaf.localDate(),
      until: leaf.localDate().optional(),
      reasonClass: awayReason,
    }),
  },
  LeaveEnded: { schemaVersion: 1, schema: z.strictObject({ on: leaf.localDate() }) },
  StudentWithdrawn: {
    schemaVersion: 1,
    schema: z.strictObject({ ...place, on: leaf.localDate(), reasonClass: awayReason }),
  },
  CohortPlanned: {
    schemaVersion: 1,
    schema: z.strictObject({
      code: leaf.code(),
      programme,
      basis: z.discriminatedUnion('kind', [
        z.strictObject({ kind: z.literal('INTAKE') }),
        z.strictObject({
          kind: z.literal('COMMISSION'),
          municipalityCode: leaf.code(),
          commissionedBy: organisation,
        }),
      ]),
      commissionedPlaces: leaf.integer(),
      classes: z.array(z.strictObject({ classId: leaf.id(), code: leaf.code() })).min(1),
      copiedFrom: leaf.code().optional(),
    }),
  },
  CalendarFeedOpened: {
    schemaVersion: 1,
    schema: z.strictObject({
      owner: z.discriminatedUnion('kind', [
        z.strictObject({ kind: z.literal('CLASS'), classId: leaf.id() }),
        z.strictObject({ kind: z.literal('STUDENT'), classId: leaf.id(), studentNo: leaf.code() }),
      ]),
      tokenHash: leaf.hash(),
    }),
  },
  CalendarFeedRevoked: { schemaVersion: 1, schema: z.strictObject({}) },
  CommissionedPlacesRaised: { schemaVersion: 1, schema: z.strictObject({ places: leaf.integer() }) },
});
