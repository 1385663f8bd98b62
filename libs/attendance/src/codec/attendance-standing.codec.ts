import { defineCodec, leaf } from '@kull/event-store';
import { z } from 'zod';

const figures = {
  classId: leaf.id(),
  studentNo: leaf.code(),
  award: z.enum(['ectsCredits', 'coursePoints']),
  total: leaf.integer(),
  required: leaf.integer(),
  attended: leaf.integer(),
  open: leaf.integer(),
  leftToLose: leaf.integer(),
  position: leaf.integer(),
};

/** The stored form of what is said of where students stand with their attendance. */
export const attendanceStandingCodec = defineCodec({
  AttendanceThresholdAtRisk: { schemaVersion: 1, schema: z.strictObject(figures) },
  AttendanceRequirementNotMet: { schemaVersion: 1, schema: z.strictObject(figures) },
  AttendanceRequirementMet: { schemaVersion: 1, schema: z.strictObject(figures) },
  AttendanceRiskPassed: {
    schemaVersion: 1,
    schema: z.strictObject({ ...figures, from: z.enum(['AT_RISK', 'IMPOSSIBLE']) }),
  },
  AttendanceRequirementReopened: { schemaVersion: 1, schema: z.strictObject(figures) },
});
