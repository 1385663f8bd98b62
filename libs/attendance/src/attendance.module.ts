import { Global, Module } from '@nestjs/common';
import { attendanceCodec } from './codec/attendance.codec';
import { ChangeAttendanceHandler } from './commands/change-attendance';
import { CloseRegisterHandler } from './commands/close-register';
import { ImportAttendanceHandler } from './commands/import-attendance';
import { RecordMarksHandler } from './commands/record-marks';
import { SettleConflictHandler } from './commands/settle-conflict';
import { ClassRegisters } from './contracts';
import { AttendanceController } from './http/attendance.controller';
import { MarkBatchesController } from './http/mark-batches.controller';
import { RegisterChangesController } from './http/register-changes.controller';
import { RegistersController } from './http/registers.controller';
import { StudentAttendanceController } from './http/student-attendance.controller';
import { RegisterReadings } from './register-readings';
import { Registers } from './registers';
import { Rolls } from './rolls';
import { SessionRegisters } from './session-registers';

/** Who was present, for how long, and who saw it. */
@Global()
@Module({
  controllers: [
    AttendanceController,
    MarkBatchesController,
    RegistersController,
    RegisterChangesController,
    StudentAttendanceController,
  ],
  providers: [
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
  codecs: [attendanceCodec],
  readModels: [],
  reactions: [],
};
