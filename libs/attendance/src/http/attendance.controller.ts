import { Allow, Caller, CsvBody, type CsvFile, problemOf } from '@kull/http';
import { Controller, HttpCode, Param, Post } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiBody, ApiConsumes, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { ImportAttendance } from '../commands/import-attendance';
import type { AttendanceRowCode } from '../domain/attendance-rows';
import { attendanceMessages, problems } from './problems';

const columns = ['session_code', 'student_no', 'attended_hours', 'observed_by', 'observed_at'] as const;

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
  rejected: [{ row: 241, studentNo: 'S260001', code: 'UNKNOWN_SESSION', message: attendanceMessages.UNKNOWN_SESSION }],
};

/** The attendance of a class. */
@ApiTags('attendance')
@Controller('classes/:id/attendance-imports')
@Allow('administrator')
export class AttendanceController {
  constructor(private readonly commands: CommandBus) {}

  @Post()
  @HttpCode(200)
  @ApiOperation({ operationId: 'importAttendance', summary: 'Før oppmøtet i en fil, attendance.csv' })
  @ApiConsumes('text/csv')
  @ApiBody({ schema: { type: 'string', format: 'binary' } })
  @ApiOkResponse({ example })
  async import(
    @Param('id') id: string,
    @CsvBody(...columns) file: CsvFile<(typeof columns)[number]>,
    @Caller() caller: Caller,
  ): Promise<AttendanceImportAnswer> {
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
    return { ...counts, rejected: rejected.map((row) => ({ ...row, message: attendanceMessages[row.code] })) };
  }
}
