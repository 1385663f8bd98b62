import { defineCodec, leaf } from '@kull/event-store';
import { z } from 'zod';
import { evidenceTypes, excuseBases, refusalReasons } from '../domain/absence.events';
import { excuseCodes } from '../domain/mark';

const told = {
  absenceId: leaf.id(),
  classId: leaf.id(),
  studentNo: leaf.code(),
  sessions: z.array(leaf.code()),
};

/** The stored form of everything that happens to reports of absence. */
export const absenceCodec = defineCodec({
  AbsenceReported: {
    schemaVersion: 1,
    schema: z.strictObject({
      ...told,
      personId: leaf.id(),
      sessionsOver: z.array(leaf.code()),
      reasonCode: z.enum(excuseCodes),
      reportedBy: leaf.code(),
      reportedAt: leaf.instant(),
      evidenceDueOn: leaf.localDate(),
      answerDueOn: leaf.localDate(),
    }),
  },
  EvidenceAttached: {
    schemaVersion: 1,
    schema: z.strictObject({
      documentHash: leaf.hash(),
      mediaType: z.enum(evidenceTypes),
      attachedBy: leaf.code(),
      attachedAt: leaf.instant(),
    }),
  },
  EvidenceDeleted: {
    schemaVersion: 1,
    schema: z.strictObject({ documentHash: leaf.hash(), deletedBy: leaf.code() }),
  },
  AbsenceExcused: {
    schemaVersion: 1,
    schema: z.strictObject({
      ...told,
      reasonCode: z.enum(excuseCodes),
      basis: z.enum(excuseBases),
      decidedBy: leaf.code(),
      decidedAt: leaf.instant(),
    }),
  },
  AbsenceNotExcused: {
    schemaVersion: 1,
    schema: z.strictObject({
      ...told,
      reasonClass: z.enum(refusalReasons),
      decidedBy: leaf.code(),
      decidedAt: leaf.instant(),
    }),
  },
  AbsenceWithdrawn: {
    schemaVersion: 1,
    schema: z.strictObject({ ...told, withdrawnBy: leaf.code(), withdrawnAt: leaf.instant() }),
  },
  CompensationApproved: {
    schemaVersion: 1,
    schema: z.strictObject({
      sessions: z.array(leaf.code()),
      taskCode: leaf.code(),
      approvedBy: leaf.code(),
      approvedAt: leaf.instant(),
    }),
  },
});
