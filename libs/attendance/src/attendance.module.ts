import { type DynamicModule, Global, Module } from '@nestjs/common';
import { attendanceCodec } from './codec/attendance.codec';
import { doorCodec } from './codec/door.codec';
import { ImportAttendanceHandler } from './commands/import-attendance';
import { ClassRegisters } from './contracts';
import { doorControllers, doorProviders } from './door-parts';
import { AttendanceController } from './http/attendance.controller';
import { Registers } from './registers';

export interface AttendanceOptions {
  /** Where the key that signs door codes is kept; made at the first start. */
  readonly keysFolder: string;
}

/** Who was present, for how long, and who saw it. */
@Global()
@Module({
  controllers: [AttendanceController],
  providers: [ImportAttendanceHandler, Registers, { provide: ClassRegisters, useExisting: Registers }],
  exports: [ClassRegisters],
})
export class AttendanceModule {
  static forRoot({ keysFolder }: AttendanceOptions): DynamicModule {
    return { module: AttendanceModule, controllers: doorControllers, providers: doorProviders(keysFolder) };
  }
}

/** What the apps register of this context besides its module. */
export const attendanceParts = {
  codecs: [attendanceCodec, doorCodec],
  readModels: [],
  reactions: [],
};
