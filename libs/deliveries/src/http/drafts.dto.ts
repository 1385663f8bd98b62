import { listQuery } from '@kull/http';
import { createZodDto } from 'nestjs-zod';
import { z } from 'zod';
import type { DraftState } from '../domain/draft';
import { countsOf } from '../domain/release';

export class ApproveBody extends createZodDto(z.strictObject({ approvedBy: z.string().min(1).max(64).optional() })) {}
export class EmptyBody extends createZodDto(z.strictObject({})) {}

const status = z.enum(['PREPARED', 'APPROVED', 'ABANDONED', 'RELEASED']);

export class DraftListQuery extends createZodDto(z.strictObject({ ...listQuery.shape, status: status.optional() })) {}

const row = z.strictObject({
  id: z.string(),
  organiserOrgNumber: z.string(),
  recipientOrgNumber: z.string(),
  preparedBy: z.string(),
  preparedAt: z.string(),
  lineCount: z.int(),
  twoPeople: z.boolean(),
  status,
  exportId: z.string().nullable(),
});
export class DraftRowView extends createZodDto(row) {}
export class DraftPage extends createZodDto(
  z.strictObject({ data: z.array(row), nextCursor: z.string().nullable() }),
) {}

const draft = z.strictObject({
  id: z.string(),
  status,
  organiserOrgNumber: z.string(),
  recipientOrgNumber: z.string(),
  preparedBy: z.string(),
  twoPeople: z.boolean(),
  approvedBy: z.string().nullable(),
  exportId: z.string().nullable(),
  recordCount: z.int(),
  addCount: z.int(),
  correctCount: z.int(),
  revokeCount: z.int(),
  pointsTotalAdd: z.number(),
  lines: z.array(
    z.strictObject({
      certificateNo: z.string(),
      lineNo: z.int(),
      version: z.int(),
      classId: z.string(),
      action: z.string(),
      reasonCode: z.string().optional(),
      points: z.number(),
    }),
  ),
});
export class DraftView extends createZodDto(draft) {}

const statusOf = {
  prepared: 'PREPARED',
  approved: 'APPROVED',
  abandoned: 'ABANDONED',
  released: 'RELEASED',
} as const;

/** A draft as the API shows it: what was put together, nobody's name. */
export const draftView = (state: Exclude<DraftState, { readonly status: 'none' }>): DraftView => {
  const { draftId, organiserOrgNumber, recipientOrgNumber, preparedBy, twoPeople, lines } = state.draft;
  return {
    id: draftId,
    status: statusOf[state.status],
    organiserOrgNumber,
    recipientOrgNumber,
    preparedBy,
    twoPeople,
    approvedBy: state.status === 'approved' ? state.approvedBy : null,
    exportId: state.status === 'released' ? state.batchId : null,
    ...countsOf(lines),
    lines: lines.map(({ number, lineNo, version, classId, action, reasonCode, points }) => ({
      certificateNo: number,
      lineNo,
      version,
      classId: classId ?? '',
      action,
      ...(reasonCode && { reasonCode }),
      points,
    })),
  };
};

export const draftExample: DraftView = {
  id: '8c1d0e7a-2b4f-5c96-9a31-5e7f0b2d4c68',
  status: 'PREPARED',
  organiserOrgNumber: '971228865',
  recipientOrgNumber: '960474341',
  preparedBy: 'admin-1',
  twoPeople: true,
  approvedBy: null,
  exportId: null,
  recordCount: 1,
  addCount: 0,
  correctCount: 0,
  revokeCount: 1,
  pointsTotalAdd: 0,
  lines: [
    {
      certificateNo: '3HWB-5T0C-N',
      lineNo: 1,
      version: 2,
      classId: 'cls_01jx8m2v7k3q5n9r4t6w8y0z2b',
      action: 'REVOKE',
      reasonCode: 'ATTENDANCE_RECOUNT',
      points: 0,
    },
  ],
};

export const draftRowExample: DraftRowView = {
  id: draftExample.id,
  organiserOrgNumber: '971228865',
  recipientOrgNumber: '960474341',
  preparedBy: 'admin-1',
  preparedAt: '2026-07-08T04:00:00.000Z',
  lineCount: 1,
  twoPeople: true,
  status: 'PREPARED',
  exportId: null,
};
