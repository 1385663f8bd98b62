import { join } from 'node:path';
import { migrationsIn } from '@kull/event-store';
import { Global, Module } from '@nestjs/common';
import { attendanceCodec } from './codec/attendance.codec';
import { attendanceStandingCodec } from './codec/attendance-standing.codec';
import { ImportAttendanceHandler } from './commands/import-attendance';
import { ClassRegisters } from './contracts';
import { AttendanceController } from './http/attendance.controller';
import { AttendanceRiskController } from './http/attendance-risk.controller';
import { Judgements } from './judgements';
import { JudgeAttendanceStanding } from './reactions/judge-attendance-standing';
import { judgeAttendanceStandingWhenAttendanceChanges } from './reactions/judge-attendance-standing-when-attendance-changes';
import { attendanceStandingReadModel } from './read-models/attendance-standing.v1';
import { AttendanceStandings } from './read-models/attendance-standings.query';
import { Registers } from './registers';
import { Standings } from './standings';

/** Who was present, for how long, and who saw it. */
@Global()
@Module({
  controllers: [AttendanceController, AttendanceRiskController],
  providers: [
    ImportAttendanceHandler,
    Registers,
    Standings,
    Judgements,
    JudgeAttendanceStanding,
    AttendanceStandings,
    { provide: ClassRegisters, useExisting: Registers },
  ],
  exports: [ClassRegisters],
})
export class AttendanceModule {}

/** What the apps register of this context besides its module. */
export const attendanceParts = {
  codecs: [attendanceCodec, attendanceStandingCodec],
  readModels: [attendanceStandingReadModel],
  reactions: [judgeAttendanceStandingWhenAttendanceChanges],
  migrations: migrationsIn('attendance', join(__dirname, 'migrations')),
};
