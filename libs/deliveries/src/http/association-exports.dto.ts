import { createZodDto } from 'nestjs-zod';
import { z } from 'zod';
import type { AssociationExport } from '../read-models/association-exports.query';

const file = z.strictObject({
  name: z.string(),
  kind: z.enum(['DATA', 'MANIFEST']),
  sha256: z.string(),
  url: z.string(),
});

const delivery = z.strictObject({
  id: z.string(),
  sequence: z.int(),
  organiserOrgNo: z.string(),
  batchSeq: z.int(),
  classCode: z.string(),
  createdAt: z.string(),
  files: z.array(file),
  recordCount: z.int(),
  addCount: z.int(),
  correctCount: z.int(),
  revokeCount: z.int(),
  pointsTotalAdd: z.number(),
});

/** A delivery as the recipient's machine sees it. */
export class AssociationExportView extends createZodDto(delivery) {}
export class AssociationExportPage extends createZodDto(
  z.strictObject({ data: z.array(delivery), nextCursor: z.string() }),
) {}

export const associationExportView = (one: AssociationExport): AssociationExportView => {
  const url = (name: string): string => `/api/v1/exports/${one.id}/files/${encodeURIComponent(name)}`;
  const { fileName, fileSha256, manifestName, manifestSha256, ...rest } = one;
  return {
    ...rest,
    files: [
      { name: fileName, kind: 'DATA', sha256: fileSha256, url: url(fileName) },
      { name: manifestName, kind: 'MANIFEST', sha256: manifestSha256, url: url(manifestName) },
    ],
  };
};

const download = z.strictObject({
  file: z.string(),
  by: z.string(),
  at: z.string(),
  firstByte: z.int().nullable(),
  lastByte: z.int().nullable(),
});

export class ExportDownloadView extends createZodDto(download) {}
export class ExportDownloadPage extends createZodDto(
  z.strictObject({ data: z.array(download), nextCursor: z.string().nullable() }),
) {}

const name = 'LF_971228865_000019_20260708T040000Z';
const id = '5f2c8a1e-7b3d-5c4e-9f60-1a2b3c4d5e6f';

export const associationExportExample: AssociationExportView = associationExportView({
  id,
  sequence: 19,
  organiserOrgNo: '971228865',
  batchSeq: 19,
  classCode: 'NLA-2026V-1',
  createdAt: '2026-07-08T04:00:00.000Z',
  fileName: `${name}.csv`,
  fileSha256: 'a'.repeat(64),
  manifestName: `${name}.manifest.json`,
  manifestSha256: 'b'.repeat(64),
  recordCount: 5,
  addCount: 2,
  correctCount: 1,
  revokeCount: 2,
  pointsTotalAdd: 120,
});

export const downloadExample: ExportDownloadView = {
  file: `${name}.csv`,
  by: 'mcl_01jx8m2v7k3q5n9r4t6w8y0z2b',
  at: '2026-07-08T06:00:00.000Z',
  firstByte: null,
  lastByte: null,
};
