import { type DynamicModule, Global, Module } from '@nestjs/common';
import { attendanceCodec } from './codec/attendance.codec';
import { doorCodec } from './codec/door.codec';
import { ImportAttendanceHandler } from './commands/import-attendance';
import { ClassRegisters } from './contracts';
import { DoorModule, type DoorOptions } from './door.module';
import { AttendanceController } from './http/attendance.controller';
import { Registers } from './registers';

/** Who was present, for how long, and who saw it. */
@Global()
@Module({
  controllers: [AttendanceController],
  providers: [ImportAttendanceHandler, Registers, { provide: ClassRegisters, useExisting: Registers }],
  exports: [ClassRegisters],
})
export class AttendanceModule {
  static forRoot(options: DoorOptions): DynamicModule {
    return { module: AttendanceModule, imports: [DoorModule.forRoot(options)] };
  }
}

/** What the apps register of this context besides its module. */
export const attendanceParts = {
  codecs: [attendanceCodec, doorCodec],
  readModels: [],
  reactions: [],
};
