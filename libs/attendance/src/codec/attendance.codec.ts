import { defineCodec, leaf } from '@kull/event-store';
import { z } from 'zod';
import { changeReasons, excuseCodes, markSources, presenceKinds } from '../domain/mark';

/** How somebody was there, beside the hours. */
const attendance = {
  halfHours: leaf.integer(),
  lateHalfHours: leaf.integer().optional(),
  leftEarlyHalfHours: leaf.integer().optional(),
  excuse: z.enum(excuseCodes).optional(),
};

/** The stored form of everything that happens to registers. */
export const attendanceCodec = defineCodec({
  SessionOpened: {
    schemaVersion: 1,
    schema: z.strictObject({
      classId: leaf.id(),
      session: leaf.code(),
      startsAt: leaf.instant(),
      halfHours: leaf.integer(),
      expected: z.array(leaf.code()),
    }),
  },
  SessionRescheduled: {
    schemaVersion: 1,
    schema: z.strictObject({ startsAt: leaf.instant(), halfHours: leaf.integer() }),
  },
  StudentsExpected: { schemaVersion: 1, schema: z.strictObject({ students: z.array(leaf.code()).min(1) }) },
  StudentsNotExpected: { schemaVersion: 1, schema: z.strictObject({ students: z.array(leaf.code()).min(1) }) },
  AttendanceRecorded: {
    schemaVersion: 1,
    schema: z.strictObject({
      studentNo: leaf.code(),
      ...attendance,
      observedBy: leaf.code(),
      observedAt: leaf.instant(),
      markId: leaf.id().optional(),
      presence: z.enum(presenceKinds).optional(),
      source: z.enum(markSources).optional(),
      device: leaf.id().optional(),
      replaces: leaf.id().optional(),
    }),
  },
  AttendanceConflictFound: {
    schemaVersion: 1,
    schema: z.strictObject({ studentNo: leaf.code(), marks: z.array(leaf.id()).min(1) }),
  },
  AttendanceConflictSettled: {
    schemaVersion: 1,
    schema: z.strictObject({
      studentNo: leaf.code(),
      settlementId: leaf.id(),
      marks: z.array(leaf.id()).min(1),
      presence: z.enum(presenceKinds),
      ...attendance,
      settledBy: leaf.code(),
      settledAt: leaf.instant(),
      reasonClass: z.enum(changeReasons),
    }),
  },
  AttendanceCorrected: {
    schemaVersion: 1,
    schema: z.strictObject({
      studentNo: leaf.code(),
      ...attendance,
      correctionId: leaf.id(),
      correctedBy: leaf.code(),
      correctedAt: leaf.instant(),
      presence: z.enum(presenceKinds).optional(),
      reasonClass: z.enum(changeReasons).optional(),
    }),
  },
  AttendanceLocked: {
    schemaVersion: 1,
    schema: z.strictObject({ reason: z.enum(['GATHERING_HELD', 'AWARDS_JUDGED']).optional() }),
  },
});
