import { defineCodec, leaf } from '@kull/event-store';
import { z } from 'zod';

const lineName = { number: leaf.code(), lineNo: leaf.integer(), version: leaf.integer() };

const recordCodes = z.enum([
  'E101',
  'E102',
  'E103',
  'E201',
  'E202',
  'E203',
  'E204',
  'E205',
  'E206',
  'E301',
  'E302',
  'E303',
  'E304',
  'E305',
  'E402',
  'E403',
]);

const batchLine = z.strictObject({
  ...lineName,
  classId: leaf.id().optional(),
  action: z.enum(['ADD', 'CORRECT', 'REVOKE']),
  reasonCode: leaf.code().optional(),
  points: leaf.decimal(),
  matchKey: leaf.hash(),
  fixedKey: leaf.hash(),
});

const rejectedLine = z.strictObject({ ...lineName, codes: z.array(recordCodes).min(1) });
const warnedLine = z.strictObject({ ...lineName, codes: z.array(z.enum(['W104', 'W105', 'W401'])).min(1) });

const receipt = {
  batchId: leaf.id(),
  ...lineName,
  receivedAt: leaf.instant(),
  message: leaf.sealed().optional(),
};

/** The stored form of everything that happens in a feed and to its batches. */
export const deliveriesCodec = defineCodec({
  ExportRecordRejectedLocally: {
    schemaVersion: 1,
    schema: rejectedLine,
  },
  ExportBatchPrepared: {
    schemaVersion: 1,
    schema: z.strictObject({
      batchId: leaf.id(),
      seq: leaf.integer(),
      previousBatchId: leaf.id().optional(),
      classId: leaf.id(),
      classCode: leaf.code(),
      classes: z.array(z.strictObject({ classId: leaf.id(), classCode: leaf.code() })).optional(),
      draftId: leaf.id().optional(),
      organiserOrgNumber: leaf.code(),
      recipientOrgNumber: leaf.code(),
      createdAt: leaf.instant(),
      lines: z.array(batchLine).min(1),
    }),
  },
  ExportBatchValidated: {
    schemaVersion: 1,
    schema: z.strictObject({
      batchId: leaf.id(),
      warnings: z.array(warnedLine),
    }),
  },
  ExportBatchApproved: {
    schemaVersion: 1,
    schema: z.strictObject({ batchId: leaf.id(), approvedBy: leaf.id() }),
  },
  ExportBatchReleased: {
    schemaVersion: 1,
    schema: z.strictObject({
      batchId: leaf.id(),
      seq: leaf.integer(),
      fileName: leaf.code(),
      fileSha256: leaf.hash(),
      manifestName: leaf.code(),
      manifestSha256: leaf.hash(),
      recordCount: leaf.integer(),
      addCount: leaf.integer(),
      correctCount: leaf.integer(),
      revokeCount: leaf.integer(),
      pointsTotalAdd: leaf.decimal(),
    }),
  },
  ExportBatchDownloaded: {
    schemaVersion: 1,
    schema: z.strictObject({
      batchId: leaf.id(),
      part: z.enum(['FILE', 'MANIFEST']),
      form: z.enum(['XLSX']).optional(),
      by: leaf.id(),
      firstByte: leaf.integer().optional(),
      lastByte: leaf.integer().optional(),
    }),
  },
  ExportRecordAccepted: {
    schemaVersion: 1,
    schema: z.strictObject({ ...receipt, code: leaf.code().optional() }),
  },
  ExportRecordRejected: {
    schemaVersion: 1,
    schema: z.strictObject({ ...receipt, code: leaf.code() }),
  },
  ExportRecordPosted: {
    schemaVersion: 1,
    schema: z.strictObject({ ...receipt, code: leaf.code().optional() }),
  },
  ExportRecordRequeued: {
    schemaVersion: 1,
    schema: z.strictObject({ batchId: leaf.id(), ...lineName }),
  },
  ExportBatchRejected: {
    schemaVersion: 1,
    schema: z.strictObject({
      batchId: leaf.id(),
      seq: leaf.integer(),
      code: z.enum(['E001', 'E002', 'E003', 'E004']),
      receivedAt: leaf.instant(),
    }),
  },
  ExportOverdue: {
    schemaVersion: 1,
    schema: z.strictObject({
      number: leaf.code(),
      studentCourseId: leaf.id(),
      classId: leaf.id(),
      completionDate: leaf.localDate(),
    }),
  },
  FeedTermsSet: {
    schemaVersion: 1,
    schema: z.strictObject({ commentDays: leaf.integer(), approval: z.enum(['TWO_WHEN_LOWERING', 'ALWAYS_TWO']) }),
  },
  ExportDraftPrepared: {
    schemaVersion: 1,
    schema: z.strictObject({
      draftId: leaf.id(),
      organiserOrgNumber: leaf.code(),
      recipientOrgNumber: leaf.code(),
      classIds: z.array(leaf.id()).optional(),
      preparedBy: leaf.id(),
      twoPeople: leaf.boolean(),
      lines: z.array(batchLine).min(1),
      warnings: z.array(warnedLine),
      rejected: z.array(rejectedLine),
      waiting: z.array(z.strictObject({ ...lineName, until: leaf.instant() })),
    }),
  },
  ExportDraftApproved: {
    schemaVersion: 1,
    schema: z.strictObject({ draftId: leaf.id(), approvedBy: leaf.id() }),
  },
  ExportDraftAbandoned: {
    schemaVersion: 1,
    schema: z.strictObject({ draftId: leaf.id() }),
  },
  ExportDraftReleased: {
    schemaVersion: 1,
    schema: z.strictObject({ draftId: leaf.id(), batchId: leaf.id(), seq: leaf.integer() }),
  },
});
