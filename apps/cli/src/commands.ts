import { checkCertificatesCommand } from './check/check-command';
import { classExportCommand } from './class/export-command';
import { classImportCommand } from './class/import-command';
import { classMoveCommand } from './class/move-command';
import { classPlanCommand } from './class/plan-command';
import { classRegisterCommand } from './class/register-command';
import { classRiskCommand } from './class/risk-command';
import { classRosterCommand } from './class/roster-command';
import type { CliCommand } from './command';
import { courseRunCommand } from './course/course-command';
import { coursePreviewCommand } from './course/preview-command';
import {
  deliveriesApproveCommand,
  deliveriesPrepareCommand,
  deliveriesReleaseCommand,
} from './deliveries/draft-commands';
import { deliveriesPreviewCommand } from './deliveries/preview-command';
import { deliveriesReceiptsCommand } from './deliveries/receipts-command';
import { deliveriesReconcileCommand } from './deliveries/reconcile-command';
import { doctorCommand } from './doctor/doctor-command';
import { verifyCommand } from './documents/verify-command';
import { intakeRunCommand } from './intake/intake-command';
import { keysActivateCommand, keysAffectedCommand, keysListCommand, keysRevokeCommand } from './keys/keys-commands';
import { auditVerifyCommand } from './log/audit-command';
import { eventsTailCommand } from './log/events-command';
import { rebuildCommand } from './log/rebuild-command';
import { remindersCalendarCommand } from './reminders/calendar-command';
import { remindersLedgerCommand } from './reminders/ledger-command';
import { clockCommand } from './service/clock-command';
import { openapiCommand } from './service/openapi-command';
import { seedCommand } from './service/seed-command';

/** Every command, in the order in which they are listed. */
export const commands: readonly CliCommand[] = [
  intakeRunCommand,
  courseRunCommand,
  coursePreviewCommand,
  classPlanCommand,
  classRosterCommand,
  classRegisterCommand,
  classImportCommand,
  classExportCommand,
  classRiskCommand,
  classMoveCommand,
  remindersCalendarCommand,
  remindersLedgerCommand,
  deliveriesPreviewCommand,
  deliveriesPrepareCommand,
  deliveriesApproveCommand,
  deliveriesReleaseCommand,
  deliveriesReceiptsCommand,
  deliveriesReconcileCommand,
  seedCommand,
  clockCommand,
  doctorCommand,
  auditVerifyCommand,
  checkCertificatesCommand,
  keysListCommand,
  keysActivateCommand,
  keysRevokeCommand,
  keysAffectedCommand,
  rebuildCommand,
  verifyCommand,
  eventsTailCommand,
  openapiCommand,
];
