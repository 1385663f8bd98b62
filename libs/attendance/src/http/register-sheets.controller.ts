import { Allow, Caller, CsvBody, type CsvFile, fileReply, problemOf } from '@kull/http';
import { Clock } from '@kull/kernel';
import { Controller, Get, HttpCode, Param, Post, type StreamableFile } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiBody, ApiConsumes, ApiOkResponse, ApiOperation, ApiProduces, ApiTags } from '@nestjs/swagger';
import { ImportSheet, type SheetImport, type SheetRowRejection } from '../commands/import-sheet';
import { RegisterSheets } from '../register-sheets';
import { sheetProblems, sheetRowMessage } from './sheet-problems';

const columns = ['row_code', 'presence', 'late_hours', 'left_early_hours', 'observed_by'] as const;

interface SheetImportAnswer extends Omit<SheetImport, 'rejected'> {
  readonly rejected: readonly (SheetRowRejection & { readonly message: string })[];
}

const example: SheetImportAnswer = {
  rows: 54,
  recorded: 51,
  unchanged: 0,
  conflicts: 1,
  notMarked: 1,
  rejected: [
    {
      row: 12,
      code: 'UNKNOWN_ROW_CODE',
      because: 'CHECK_CHARACTER',
      message: sheetRowMessage({ row: 12, code: 'UNKNOWN_ROW_CODE', because: 'CHECK_CHARACTER' }),
    },
  ],
};

/** Registers on paper: printed before the session, typed after it. */
@ApiTags('attendance')
@Controller('classes/:id/registers/:session')
@Allow('administrator')
export class RegisterSheetsController {
  constructor(
    private readonly commands: CommandBus,
    private readonly sheets: RegisterSheets,
    private readonly clock: Clock,
  ) {}

  @Get('sheet.pdf')
  @ApiOperation({
    operationId: 'getRegisterSheet',
    summary: 'Oppmøtelisten for en økt til utskrift, med en kode i hver rad',
  })
  @ApiProduces('application/pdf')
  @ApiOkResponse({ schema: { type: 'string', format: 'binary', example: '%PDF-1.7 …' } })
  async sheet(@Param('id') id: string, @Param('session') session: string): Promise<StreamableFile> {
    const printed = await this.sheets.printed(id, session, this.clock.now());
    if ('rejected' in printed) throw problemOf(printed.rejected, sheetProblems);
    return fileReply({ name: printed.name, type: 'application/pdf', content: printed.pdf, inline: true });
  }

  @Post('sheet-imports')
  @HttpCode(200)
  @ApiOperation({
    operationId: 'importRegisterSheet',
    summary: 'Før en oppmøteliste på papir som er skrevet inn som CSV; samme fil én gang til endrer ingenting',
    description:
      'Kolonner: row_code, presence (T, F, G eller PRESENT, ABSENT, EXCUSED; tom er ikke merket), late_hours, left_early_hours (tom er 0), observed_by (tom er den som sender). Andre kolonner, som note, tas ikke inn.',
  })
  @ApiConsumes('text/csv')
  @ApiBody({ schema: { type: 'string', format: 'binary' } })
  @ApiOkResponse({ example })
  async import(
    @Param('id') id: string,
    @Param('session') session: string,
    @CsvBody(...columns) file: CsvFile<(typeof columns)[number]>,
    @Caller() caller: Caller,
  ): Promise<SheetImportAnswer> {
    const rows = file.records.map(({ row, values }) => ({
      row,
      rowCode: values.row_code,
      presence: values.presence,
      lateHours: values.late_hours,
      leftEarlyHours: values.left_early_hours,
      observedBy: values.observed_by.trim() || caller.actor,
    }));
    const outcome = await this.commands.execute(
      new ImportSheet(id, session, rows, caller.context({ source: 'sheet-import' })),
    );
    if ('rejected' in outcome) throw problemOf(outcome.rejected, sheetProblems);
    const { rejected, ...counts } = outcome.imported;
    return { ...counts, rejected: rejected.map((row) => ({ ...row, message: sheetRowMessage(row) })) };
  }
}
