import { defineCodec, leaf } from '@kull/event-store';
import { z } from 'zod';

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
  StudentsExpected: { schemaVersion: 1, schema: z.strictObject({ students: z.array(leaf.code()).min(1) }) },
  AttendanceRecorded: {
    schemaVersion: 1,
    schema: z.strictObject({
      studentNo: leaf.code(),
      halfHours: leaf.integer(),
      observedBy: leaf.code(),
      observedAt: leaf.instant(),
    }),
  },
  AttendanceCorrected: {
    schemaVersion: 1,
    schema: z.strictObject({
      studentNo: leaf.code(),
      halfHours: leaf.integer(),
      correctionId: leaf.id(),
      correctedBy: leaf.code(),
      correctedAt: leaf.instant(),
    }),
  },
  AttendanceLocked: { schemaVersion: 1, schema: z.strictObject({}) },
});
