import type { CliCommand } from './command';
import { courseRunCommand } from './course/course-command';
import { doctorCommand } from './doctor/doctor-command';
import { verifyCommand } from './documents/verify-command';
import { intakeRunCommand } from './intake/intake-command';
import { auditVerifyCommand } from './log/audit-command';
import { eventsTailCommand } from './log/events-command';
import { rebuildCommand } from './log/rebuild-command';
import { openapiCommand } from './service/openapi-command';
import { seedCommand } from './service/seed-command';

/** Every command, in the order in which they are listed. */
export const commands: readonly CliCommand[] = [
  intakeRunCommand,
  courseRunCommand,
  seedCommand,
  doctorCommand,
  auditVerifyCommand,
  rebuildCommand,
  verifyCommand,
  eventsTailCommand,
  openapiCommand,
];
