import { listQuery } from '@kull/http';
import { createZodDto } from 'nestjs-zod';
import { z } from 'zod';
import type { Manifest } from '../domain/batch-file';
import type { ExportBatch, ExportLine } from '../read-models/export-batch.query';
import { wanted } from './preview.dto';

/** `class`: one class in one act. Otherwise what is wanted, as a draft. */
export class DeliverBody extends createZodDto(
  z
    .strictObject({ class: z.string().min(1).max(64).optional(), ...wanted.shape })
    .refine(
      ({ class: one, recipientOrgNo, classIds }) => one === undefined || (recipientOrgNo ?? classIds) === undefined,
      'class stands alone',
    ),
) {}

export class ExportListQuery extends createZodDto(
  z.strictObject({
    ...listQuery.shape,
    class: z.string().min(1).max(64).optional(),
    after: z.coerce.number().int().min(0).max(2_147_483_647).default(0),
  }),
) {}

const batch = z.strictObject({
  id: z.string(),
  seq: z.int(),
  classId: z.string(),
  classCode: z.string(),
  createdAt: z.string(),
  file: z.string(),
  fileSha256: z.string(),
  manifest: z.string(),
  manifestSha256: z.string(),
  recordCount: z.int(),
  addCount: z.int(),
  correctCount: z.int(),
  revokeCount: z.int(),
  pointsTotalAdd: z.number(),
});

const line = z.strictObject({
  certificateNo: z.string(),
  lineNo: z.int(),
  version: z.int(),
  classId: z.string(),
  action: z.string(),
  reasonCode: z.string().optional(),
  points: z.number(),
  warnings: z.array(z.string()),
});

export class ExportView extends createZodDto(batch) {}
export class ExportWithLines extends createZodDto(z.strictObject({ ...batch.shape, lines: z.array(line) })) {}
export class ExportPage extends createZodDto(
  z.strictObject({ data: z.array(batch), nextCursor: z.string().nullable() }),
) {}

const rejected = z.strictObject({
  certificateNo: z.string(),
  lineNo: z.int(),
  version: z.int(),
  codes: z.array(z.string()),
});

export class NothingNew extends createZodDto(
  z.strictObject({ nothingNew: z.literal(true), rejected: z.array(rejected) }),
) {}
export class Drafted extends createZodDto(z.strictObject({ draftId: z.string(), rejected: z.array(rejected) })) {}
export class Delivered extends createZodDto(z.strictObject({ ...batch.shape, rejected: z.array(rejected) })) {}

/** A batch as the API shows it. */
export const exportView = (one: ExportBatch): ExportView => ({
  id: one.id,
  seq: one.seq,
  classId: one.classId,
  classCode: one.classCode,
  createdAt: one.createdAt,
  file: one.fileName,
  fileSha256: one.fileSha256,
  manifest: one.manifestName,
  manifestSha256: one.manifestSha256,
  recordCount: one.recordCount,
  addCount: one.addCount,
  correctCount: one.correctCount,
  revokeCount: one.revokeCount,
  pointsTotalAdd: one.pointsTotalAdd,
});

/** The examples that the API's description shows. */
export const exportExample: ExportView = {
  id: '5f2c8a1e-7b3d-5c4e-9f60-1a2b3c4d5e6f',
  seq: 19,
  classId: 'cls_01jx8m2v7k3q5n9r4t6w8y0z2b',
  classCode: 'NLA-2026V-1',
  createdAt: '2026-07-08T04:00:00.000Z',
  file: 'LF_971228865_000019_20260708T040000Z.csv',
  fileSha256: 'a'.repeat(64),
  manifest: 'LF_971228865_000019_20260708T040000Z.manifest.json',
  manifestSha256: 'b'.repeat(64),
  recordCount: 5,
  addCount: 2,
  correctCount: 1,
  revokeCount: 2,
  pointsTotalAdd: 120,
};

export const lineExample: ExportLine = {
  certificateNo: '7Q4K-9M2X-T',
  lineNo: 1,
  version: 2,
  classId: 'cls_01jx8m2v7k3q5n9r4t6w8y0z2b',
  action: 'CORRECT',
  reasonCode: 'NAME_CHANGE',
  points: 60,
  warnings: ['W104'],
};

export const manifestExample: Manifest = {
  schemaVersion: 1,
  batchId: exportExample.id,
  batchSeq: 19,
  previousBatchId: '9cc82094-e5ab-5cbb-abd6-0d83a80f4e76',
  createdAt: '2026-07-08T04:00:00Z',
  organiserOrgNo: '971228865',
  recipientOrgNo: '960474341',
  recordCount: 5,
  addCount: 2,
  correctCount: 1,
  revokeCount: 2,
  pointsTotalAdd: 120,
  dataFile: exportExample.file,
  sha256: exportExample.fileSha256,
  signature: 'eyJhbGciOiJFZERTQSJ9.eyJzY2hlbWFWZXJzaW9uIjoxfQ.c2lnbmF0dXJl',
};
