import {
  Allow,
  Caller,
  ClassId,
  CsvBody,
  type CsvFile,
  CsvImport,
  csvReply,
  Problem,
  problemOf,
  Worded,
  withMessages,
} from '@kull/http';
import { Controller, Get, type StreamableFile } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiOkResponse, ApiOperation, ApiProduces, ApiTags } from '@nestjs/swagger';
import { ImportAttendance } from '../commands/import-attendance';
import { attendanceColumns, attendanceFile } from '../domain/attendance-file';
import type { AttendanceRowCode } from '../domain/attendance-rows';
import { RegisterReadings } from '../register-readings';
import { problems } from './problems';
import { attendanceMessages } from './row-messages';

interface AttendanceImportAnswer {
  readonly rows: number;
  readonly taken: number;
  readonly unchanged: number;
  readonly rejected: readonly {
    readonly row: number;
    readonly studentNo: string;
    readonly code: AttendanceRowCode;
    readonly message: string;
  }[];
}

const example: AttendanceImportAnswer = {
  rows: 243,
  taken: 242,
  unchanged: 0,
  rejected: [
    { row: 241, studentNo: 'S260001', code: 'UNKNOWN_SESSION', message: attendanceMessages.UNKNOWN_SESSION.nb },
  ],
};

const exampleFile =
  '\ufeffsession_code;student_no;attended_hours;observed_by;observed_at\r\n' +
  'M1;S260001;7.5;moderator-1;2026-01-12T15:00:00.000Z\r\n';

/** The attendance of a class, in and out as a file. */
@ApiTags('attendance')
@Controller('classes/:id')
@Allow('administrator', 'coordinator')
export class AttendanceController {
  constructor(
    private readonly commands: CommandBus,
    private readonly readings: RegisterReadings,
  ) {}

  @CsvImport('attendance-imports', {
    operationId: 'importAttendance',
    summary: 'Før oppmøtet i en fil, attendance.csv',
    example,
  })
  async import(
    @ClassId() id: string,
    @CsvBody(...attendanceColumns) file: CsvFile<(typeof attendanceColumns)[number]>,
    @Caller() caller: Caller,
  ): Promise<Worded<AttendanceImportAnswer>> {
    const rows = file.records.map(({ row, values }) => ({
      row,
      session: values.session_code,
      studentNo: values.student_no,
      attendedHours: values.attended_hours,
      observedBy: values.observed_by,
      observedAt: values.observed_at,
    }));
    const context = caller.context({ source: 'attendance-import' });
    const outcome = await this.commands.execute(new ImportAttendance(id, rows, context));
    if ('rejected' in outcome) throw problemOf(outcome.rejected, problems);
    const { rejected, ...counts } = outcome.imported;
    return new Worded((language) => ({
      ...counts,
      rejected: withMessages(rejected, attendanceMessages, language),
    }));
  }

  @Get('files/attendance.csv')
  @ApiOperation({
    operationId: 'getAttendanceFile',
    summary: 'Oppmøtet som gjelder nå, i kolonnene til importen',
  })
  @ApiProduces('text/csv')
  @ApiOkResponse({ example: exampleFile })
  async export(@ClassId() id: string): Promise<StreamableFile> {
    const readings = await this.readings.ofClass(id);
    if (!readings) throw Problem.notFound(problems.CLASS_NOT_PLANNED.title, 'CLASS_NOT_PLANNED');
    return csvReply('attendance.csv', attendanceFile(readings.flatMap(({ register }) => register ?? [])));
  }
}
