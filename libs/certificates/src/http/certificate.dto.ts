import { AsOfQuery, listQuery } from '@kull/http';
import { createZodDto } from 'nestjs-zod';
import { z } from 'zod';
import type { CertificateRecord } from '../read-models/certificate.query';
import { documentName } from '../read-models/certificates-file';

export class CertificateListQuery extends createZodDto(
  z.strictObject({
    ...listQuery.shape,
    class: z.string().min(1).max(64),
    validOn: AsOfQuery.schema.shape.validOn,
  }),
) {}

export class VersionParams extends createZodDto(
  z.object({ no: z.string().min(1).max(36), version: z.coerce.number().int().min(1).max(10_000) }),
) {}

export class RevocationBody extends createZodDto(
  z.strictObject({
    reasonCode: z.enum(['FRAUD', 'WRONG_PERSON', 'APPROVAL_WITHDRAWN', 'SUBJECT_REQUEST']),
    approvedBy: z.string().max(64),
  }),
) {}

const view = z.strictObject({
  certificateNo: z.string(),
  state: z.enum(['VALID', 'REVOKED']),
  version: z.int(),
  classId: z.string(),
  classCode: z.string(),
  studentNo: z.string(),
  approvalId: z.string(),
  courseTitle: z.string(),
  completionDate: z.string(),
  coursePoints: z.number(),
  versions: z.array(
    z.strictObject({
      version: z.int(),
      issuedAt: z.string(),
      sha256: z.string(),
      file: z.string(),
      reasonCode: z.string().optional(),
    }),
  ),
  revocation: z.strictObject({ version: z.int(), revokedAt: z.string(), reasonCode: z.string() }).optional(),
});

/** As its recipient has it too, who knows physicians by HPR number and not by ours (domain.md 9.2). */
const shared = z.strictObject({ ...view.shape, studentNo: z.string().optional() });

export class CertificateView extends createZodDto(view) {}
export class SharedCertificateView extends createZodDto(shared) {}
export class CertificatePage extends createZodDto(
  z.strictObject({ data: z.array(shared), nextCursor: z.string().nullable() }),
) {}
export class CertificateWorkView extends createZodDto(
  z.strictObject({ due: z.int(), issued: z.int(), open: z.int(), quarantined: z.int() }),
) {}

/** A certificate as the API shows it: the documents issued, and the revocation if there was one. No personal data. */
export const certificateView = (found: CertificateRecord): CertificateView => ({
  ...certificateForRecipient(found),
  studentNo: found.statement.studentNo,
});

/** A certificate as the organisation sees it that the course points are delivered to. */
export const certificateForRecipient = ({
  number,
  state,
  versions,
  statement,
}: CertificateRecord): Omit<CertificateView, 'studentNo'> => {
  const revoked = versions.find(({ sha256 }) => sha256 === undefined);
  return {
    certificateNo: number,
    state,
    version: versions.at(-1)!.version,
    classId: statement.classId,
    classCode: statement.classCode,
    approvalId: statement.approvalId,
    courseTitle: statement.courseTitle,
    completionDate: statement.completionDate,
    coursePoints: statement.coursePoints,
    versions: versions.flatMap(({ version, at, sha256, reasonCode }) =>
      sha256 === undefined
        ? []
        : [{ version, issuedAt: at, sha256, file: documentName(number, version), ...(reasonCode && { reasonCode }) }],
    ),
    ...(revoked && {
      revocation: { version: revoked.version, revokedAt: revoked.at, reasonCode: revoked.reasonCode! },
    }),
  };
};

/** The example that the API's description shows. */
export const certificateExample: CertificateView = {
  certificateNo: '7Q4K-9M2X-T',
  state: 'VALID',
  version: 2,
  classId: 'cls_01jx8m2v7k3q5n9r4t6w8y0z2b',
  classCode: 'NLA-2026V-1',
  studentNo: 'S260001',
  approvalId: 'LF-TEST-0001',
  courseTitle: 'Nettbasert lederutdanning for allmennleger',
  completionDate: '2026-06-19',
  coursePoints: 60,
  versions: [
    { version: 1, issuedAt: '2026-06-19T10:00:00.000Z', sha256: 'a'.repeat(64), file: '7Q4K-9M2X-T-v1.pdf' },
    {
      version: 2,
      issuedAt: '2026-07-01T07:00:00.000Z',
      sha256: 'b'.repeat(64),
      file: '7Q4K-9M2X-T-v2.pdf',
      reasonCode: 'NAME_CHANGE',
    },
  ],
};
