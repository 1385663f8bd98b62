import { join } from 'node:path';
import { migrationsIn } from '@kull/event-store';
import { Global, Module } from '@nestjs/common';
import { AbsenceEvidence } from './absence-evidence';
import { absenceCodec } from './codec/absence.codec';
import { attendanceCodec } from './codec/attendance.codec';
import { attendanceStandingCodec } from './codec/attendance-standing.codec';
import { AnswerAbsenceHandler } from './commands/answer-absence';
import { AttachEvidenceHandler } from './commands/attach-evidence';
import { ChangeAttendanceHandler } from './commands/change-attendance';
import { CloseRegisterHandler } from './commands/close-register';
import { DeleteEvidenceHandler } from './commands/delete-evidence';
import { ImportAttendanceHandler } from './commands/import-attendance';
import { RecordMarksHandler } from './commands/record-marks';
import { ReportAbsenceHandler } from './commands/report-absence';
import { SettleConflictHandler } from './commands/settle-conflict';
import { ClassRegisters } from './contracts';
import { AbsenceAnswers } from './http/absence-answers';
import { AbsencesController } from './http/absences.controller';
import { AttendanceController } from './http/attendance.controller';
import { AttendanceRiskController } from './http/attendance-risk.controller';
import { ClassAbsencesController } from './http/class-absences.controller';
import { MarkBatchesController } from './http/mark-batches.controller';
import { RegisterChangesController } from './http/register-changes.controller';
import { RegistersController } from './http/registers.controller';
import { StudentAttendanceController } from './http/student-attendance.controller';
import { Judgements } from './judgements';
import { JudgeAttendanceStanding } from './reactions/judge-attendance-standing';
import { judgeAttendanceStandingWhenAttendanceChanges } from './reactions/judge-attendance-standing-when-attendance-changes';
import { absenceReadModel } from './read-models/absence.v1';
import { Absences } from './read-models/absences.query';
import { attendanceStandingReadModel } from './read-models/attendance-standing.v1';
import { AttendanceStandings } from './read-models/attendance-standings.query';
import { RegisterReadings } from './register-readings';
import { Registers } from './registers';
import { Rolls } from './rolls';
import { SessionRegisters } from './session-registers';
import { Standings } from './standings';

/** Who was present, for how long, and who saw it. */
@Global()
@Module({
  controllers: [
    AttendanceController,
    MarkBatchesController,
    RegistersController,
    RegisterChangesController,
    StudentAttendanceController,
    AttendanceRiskController,
    ClassAbsencesController,
    AbsencesController,
  ],
  providers: [
    Standings,
    Judgements,
    JudgeAttendanceStanding,
    AttendanceStandings,
    ReportAbsenceHandler,
    AttachEvidenceHandler,
    DeleteEvidenceHandler,
    AnswerAbsenceHandler,
    AbsenceEvidence,
    AbsenceAnswers,
    Absences,
    ChangeAttendanceHandler,
    CloseRegisterHandler,
    ImportAttendanceHandler,
    RecordMarksHandler,
    SettleConflictHandler,
    RegisterReadings,
    Registers,
    Rolls,
    SessionRegisters,
    { provide: ClassRegisters, useExisting: Registers },
  ],
  exports: [ClassRegisters],
})
export class AttendanceModule {}

/** What the apps register of this context besides its module. */
export const attendanceParts = {
  codecs: [attendanceCodec, attendanceStandingCodec, absenceCodec],
  readModels: [attendanceStandingReadModel, absenceReadModel],
  reactions: [judgeAttendanceStandingWhenAttendanceChanges],
  migrations: migrationsIn('attendance', join(__dirname, 'migrations')),
};
