import { defineCodec, leaf } from '@kull/event-store';
import { z } from 'zod';

const organisation = z.strictObject({ name: leaf.publicText(), orgNumber: leaf.code() });

const line = z.strictObject({
  lineNo: leaf.integer(),
  specialty: leaf.code(),
  purpose: z.enum(['VIDERE', 'ETTER', 'BOTH']),
  category: leaf.code(),
  approvedHalfHours: leaf.integer(),
  points: leaf.decimal(),
});

const statement = z.strictObject({
  studentCourseId: leaf.id(),
  classId: leaf.id(),
  classCode: leaf.code(),
  studentNo: leaf.code(),
  personId: leaf.id(),
  holder: leaf.sealed(),
  participantStatus: leaf.code(),
  hprVerifiedAt: leaf.instant(),
  approvalId: leaf.code(),
  courseTitle: leaf.publicText(),
  deliveryMode: leaf.code(),
  place: leaf.publicText(),
  startsOn: leaf.localDate(),
  endsOn: leaf.localDate(),
  completionDate: leaf.localDate(),
  organiser: organisation,
  recipient: organisation,
  sharingBasis: leaf.code(),
  attendedHalfHours: leaf.integer(),
  assessmentPassed: leaf.boolean().optional(),
  coursePoints: leaf.decimal(),
  lines: z.array(line).min(1),
});

const entitlement = {
  studentCourseId: leaf.id(),
  classId: leaf.id(),
  personId: leaf.id(),
  approvalId: leaf.code(),
};

const version = { number: leaf.code(), version: leaf.integer(), ordinal: leaf.integer() };

const correctionReasons = ['NAME_CHANGE', 'ATTENDANCE_RECOUNT', 'DATA_ERROR', 'RESULT_CHANGED'] as const;
const revocationReasons = ['FRAUD', 'WRONG_PERSON', 'APPROVAL_WITHDRAWN', 'SUBJECT_REQUEST'] as const;

const issued = {
  ...version,
  factVersion: leaf.integer(),
  sha256: leaf.hash(),
  signedBy: leaf.hash().optional(),
  statement,
};

/** The stored form of everything that happens to a certificate. */
export const certificatesCodec = defineCodec({
  CertificatePrepared: {
    schemaVersion: 1,
    schema: z.strictObject({
      ...entitlement,
      ...version,
      factVersion: leaf.integer(),
      record: leaf.sealed(),
      unsignedSha256: leaf.hash(),
    }),
  },
  CertificateIssued: { schemaVersion: 1, schema: z.strictObject(issued) },
  CertificateCorrected: {
    schemaVersion: 1,
    schema: z.strictObject({ ...issued, reasonCode: z.enum(correctionReasons) }),
  },
  CertificateRevoked: {
    schemaVersion: 1,
    schema: z.strictObject({
      ...entitlement,
      ...version,
      factVersion: leaf.integer().optional(),
      reasonCode: z.enum([...correctionReasons, ...revocationReasons]),
      recordedBy: leaf.code(),
      approvedBy: leaf.code().optional(),
      attendedHalfHours: leaf.integer(),
      assessmentPassed: leaf.boolean().optional(),
    }),
  },
  CertificateRevocationProposed: {
    schemaVersion: 1,
    schema: z.strictObject({
      number: leaf.code(),
      reasonCode: z.enum(revocationReasons),
      proposedBy: leaf.code(),
      proposedAt: leaf.instant(),
    }),
  },
  CertificateShared: {
    schemaVersion: 1,
    schema: z.strictObject({
      number: leaf.code(),
      tokenHash: leaf.hash(),
      expiresAt: leaf.instant(),
      maxOpens: leaf.integer().optional(),
      recipient: leaf.sealed().optional(),
    }),
  },
  CertificateShareOpened: { schemaVersion: 1, schema: z.strictObject({ open: leaf.integer() }) },
  CertificateShareRevoked: { schemaVersion: 1, schema: z.strictObject({}) },
});
