import { Global, Module } from '@nestjs/common';
import { attendanceCodec } from './codec/attendance.codec';
import { ImportAttendanceHandler } from './commands/import-attendance';
import { ClassRegisters } from './contracts';
import { AttendanceController } from './http/attendance.controller';
import { Registers } from './registers';

/** Who was present, for how long, and who saw it. */
@Global()
@Module({
  controllers: [AttendanceController],
  providers: [ImportAttendanceHandler, Registers, { provide: ClassRegisters, useExisting: Registers }],
  exports: [ClassRegisters],
})
export class AttendanceModule {}

/** What the apps register of this context besides its module. */
export const attendanceParts = {
  codecs: [attendanceCodec],
  readModels: [],
  reactions: [],
};
