import { join } from 'node:path';
import { migrationsIn } from '@kull/event-store';
import { type DynamicModule, Global, Module } from '@nestjs/common';
import { absenceControllers, absenceProviders } from './absence-parts';
import { AttendanceRecordOfStreams } from './attendance-record';
import { absenceCodec } from './codec/absence.codec';
import { attendanceCodec } from './codec/attendance.codec';
import { attendanceStandingCodec } from './codec/attendance-standing.codec';
import { doorCodec } from './codec/door.codec';
import { ChangeAttendanceHandler } from './commands/change-attendance';
import { CloseRegisterHandler } from './commands/close-register';
import { ImportAttendanceHandler } from './commands/import-attendance';
import { RecordMarksHandler } from './commands/record-marks';
import { SettleConflictHandler } from './commands/settle-conflict';
import { ClassRegisters } from './contracts';
import { AttendanceRecord } from './contracts/said';
import { doorControllers, doorProviders } from './door-parts';
import { AttendanceController } from './http/attendance.controller';
import { MarkBatchesController } from './http/mark-batches.controller';
import { RegisterChangesController } from './http/register-changes.controller';
import { RegistersController } from './http/registers.controller';
import { SessionsOfDayController } from './http/sessions-of-day.controller';
import { StudentAttendanceController } from './http/student-attendance.controller';
import { OwnAbsences } from './own-absences';
import { OwnAttendance } from './own-attendance';
import { OwnDoorCodes } from './own-door-codes';
import { judgeAttendanceStandingWhenAttendanceChanges } from './reactions/judge-attendance-standing-when-attendance-changes';
import { absenceReadModel } from './read-models/absence.v1';
import { attendanceStandingReadModel } from './read-models/attendance-standing.v1';
import { RegisterReadings } from './register-readings';
import { Registers } from './registers';
import { Rolls } from './rolls';
import { SessionRegisters } from './session-registers';
import { standingControllers, standingProviders } from './standing-parts';

export interface AttendanceOptions {
  /** Where the key that signs door codes is kept; made at the first start. */
  readonly keysFolder: string;
}

/** Who was present, for how long, and who saw it. */
@Global()
@Module({
  controllers: [
    AttendanceController,
    MarkBatchesController,
    RegistersController,
    RegisterChangesController,
    SessionsOfDayController,
    StudentAttendanceController,
    ...absenceControllers,
    ...standingControllers,
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
    ...absenceProviders,
    ...standingProviders,
    { provide: ClassRegisters, useExisting: Registers },
    { provide: AttendanceRecord, useClass: AttendanceRecordOfStreams },
  ],
  exports: [ClassRegisters, AttendanceRecord, OwnAttendance, OwnAbsences],
})
export class AttendanceModule {
  static forRoot({ keysFolder }: AttendanceOptions): DynamicModule {
    return {
      module: AttendanceModule,
      controllers: doorControllers,
      providers: doorProviders(keysFolder),
      exports: [OwnDoorCodes],
    };
  }
}

/** What the apps register of this context besides its module. */
export const attendanceParts = {
  codecs: [attendanceCodec, doorCodec, absenceCodec, attendanceStandingCodec],
  readModels: [absenceReadModel, attendanceStandingReadModel],
  reactions: [judgeAttendanceStandingWhenAttendanceChanges],
  migrations: migrationsIn('attendance', join(__dirname, 'migrations')),
  whose: {
    'attendance.absence_evidence': { of: 'absence', by: ['absence_id'] },
    'attendance.judged_student': { of: 'student', by: ['class_id', 'student_no'] },
    'attendance.standing_judgement': { staff: 'how far cohorts have been judged: work, not news' },
  },
};
