import { defineCodec, leaf } from '@kull/event-store';
import { z } from 'zod';

const share = z.strictObject({ numerator: leaf.integer(), denominator: leaf.integer() });

const organisation = z.strictObject({ name: leaf.publicText(), orgNumber: leaf.code() });

const session = z.strictObject({
  code: leaf.code(),
  title: leaf.publicText(),
  startsAt: leaf.instant(),
  halfHours: leaf.integer(),
});

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

const coursePlan = z.strictObject({
  ectsCredits: leaf.decimal(),
  sessions: z.array(session).min(1),
  ectsRule: z.strictObject({ minAttendance: share, assessment: leaf.code() }),
  courseApproval,
  sharingBasis: leaf.code(),
  organiser: organisation,
  recipient: organisation,
});

/** The stored form of everything that happens to classes and enrolments. */
export const teachingCodec = defineCodec({
  ClassPlanned: {
    schemaVersion: 1,
    schema: z.strictObject({
      code: leaf.code(),
      site: leaf.publicText(),
      capacity: leaf.integer(),
      startsOn: leaf.localDate().optional(),
      endsOn: leaf.localDate().optional(),
      programme: z.strictObject({
        code: leaf.code(),
        title: leaf.publicText(),
        level: leaf.integer().optional(),
        mode: leaf.code().optional(),
      }),
      intake: leaf.code().optional(),
      course: coursePlan.optional(),
    }),
  },
  ClassOpened: { schemaVersion: 1, schema: z.strictObject({}) },
  ClassCapacityChanged: { schemaVersion: 1, schema: z.strictObject({ capacity: leaf.integer() }) },
  StudentEnrolled: {
    schemaVersion: 1,
    schema: z.strictObject({
      classId: leaf.id(),
      classCode: leaf.code(),
      programme: leaf.code(),
      intake: leaf.code(),
      personId: leaf.id(),
      studentNo: leaf.code(),
      participantStatus: leaf.code(),
      particulars: leaf.sealed().optional(),
      fingerprint: leaf.hash(),
      capacity: leaf.integer(),
    }),
  },
});
