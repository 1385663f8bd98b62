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
  action: z.enum(['ADD', 'CORRECT', 'REVOKE']),
  reasonCode: leaf.code().optional(),
  points: leaf.decimal(),
  matchKey: leaf.hash(),
  fixedKey: leaf.hash(),
});

/** The stored form of everything that happens in a feed and to its batches. */
export const deliveriesCodec = defineCodec({
  ExportRecordRejectedLocally: {
    schemaVersion: 1,
    schema: z.strictObject({ ...lineName, codes: z.array(recordCodes).min(1) }),
  },
  ExportBatchPrepared: {
    schemaVersion: 1,
    schema: z.strictObject({
      batchId: leaf.id(),
      seq: leaf.integer(),
      previousBatchId: leaf.id().optional(),
      classId: leaf.id(),
      classCode: leaf.code(),
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
      warnings: z.array(z.strictObject({ ...lineName, codes: z.array(z.enum(['W104', 'W105', 'W401'])).min(1) })),
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
      by: leaf.id(),
      firstByte: leaf.integer().optional(),
      lastByte: leaf.integer().optional(),
    }),
  },
});
