import { Allow, Caller, ClassId, fileReply, problemOf, TableBody, Worded } from '@kull/http';
import { Clock } from '@kull/kernel';
import type { TableReading, WantedColumn } from '@kull/tables';
import { Controller, Get, HttpCode, Param, Post, type StreamableFile } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiBody, ApiConsumes, ApiOkResponse, ApiOperation, ApiProduces, ApiTags } from '@nestjs/swagger';
import { ImportSheet, type SheetImport, type SheetRowRejection } from '../commands/import-sheet';
import { RegisterSheets } from '../register-sheets';
import { sheetProblems, sheetRowMessage } from './sheet-problems';

type Column = 'row_code' | 'presence' | 'late_hours' | 'left_early_hours' | 'observed_by';

const columns: readonly WantedColumn<Column>[] = [
  { key: 'row_code', title: 'Radkode' },
  { key: 'presence', title: 'Oppmøte' },
  { key: 'late_hours', title: 'Sent', optional: true },
  { key: 'left_early_hours', title: 'Tidlig', optional: true },
  { key: 'observed_by', title: 'Ført av', optional: true },
];

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
      message: sheetRowMessage({ row: 12, code: 'UNKNOWN_ROW_CODE', because: 'CHECK_CHARACTER' }).nb,
    },
  ],
};

/** Registers on paper: printed before the session, typed after it. */
@ApiTags('attendance')
@Controller('classes/:id/registers/:session')
@Allow('administrator', 'coordinator', 'teacher')
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
  async sheet(@ClassId() id: string, @Param('session') session: string): Promise<Worded<StreamableFile>> {
    const printed = await this.sheets.printed(id, session, this.clock.now());
    if ('rejected' in printed) throw problemOf(printed.rejected, sheetProblems);
    const { nameIn, pdfIn } = printed;
    return new Worded((language) =>
      fileReply({ name: nameIn(language), type: 'application/pdf', content: pdfIn(language), inline: true }),
    );
  }

  @Post('sheet-imports')
  @HttpCode(200)
  @ApiOperation({
    operationId: 'importRegisterSheet',
    summary: 'Før en oppmøteliste på papir som er skrevet inn i CSV eller xlsx; samme fil én gang til endrer ingenting',
    description:
      'Kolonner: row_code og presence (T, F, G eller PRESENT, ABSENT, EXCUSED; tom er ikke merket), og om ønskelig late_hours, left_early_hours (tom er 0) og observed_by (tom er den som sender). Andre kolonner, som note, tas ikke inn.',
  })
  @ApiConsumes('text/csv', 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet')
  @ApiBody({ schema: { type: 'string', format: 'binary' } })
  @ApiOkResponse({ example })
  async import(
    @ClassId() id: string,
    @Param('session') session: string,
    @TableBody(columns) table: TableReading<Column>,
    @Caller() caller: Caller,
  ): Promise<Worded<SheetImportAnswer>> {
    const rows = table.rows.map(({ row, values }) => ({
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
    return new Worded((language) => ({
      ...counts,
      rejected: rejected.map((row) => ({ ...row, message: sheetRowMessage(row)[language] })),
    }));
  }
}
