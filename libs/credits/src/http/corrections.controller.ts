import { Allow, Caller, ClassId, CsvBody, CsvImport, problemOf, SeenVersion, Worded, withMessages } from '@kull/http';
import { Controller } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiTags } from '@nestjs/swagger';
import { type CorrectionCode, ImportCorrections } from '../commands/import-corrections';
import type { CorrectionRow } from '../domain/correction-rows';
import { type CorrectionFile, correctionColumns, correctionRowsIn } from './correction-file';
import { problems } from './problems';
import { correctionMessages } from './row-messages';

interface CorrectionImportAnswer {
  readonly rows: number;
  readonly taken: number;
  readonly unchanged: number;
  readonly rejected: readonly {
    readonly row: number;
    readonly studentNo: string;
    readonly code: CorrectionCode;
    readonly message: string;
  }[];
}

const example: CorrectionImportAnswer = {
  rows: 7,
  taken: 6,
  unchanged: 0,
  rejected: [
    {
      row: 5,
      studentNo: 'S260016',
      code: 'SECOND_APPROVER_REQUIRED',
      message: correctionMessages.SECOND_APPROVER_REQUIRED.nb,
    },
  ],
};

/** A row as an account may send it: recorded by itself unless it names another, and approved by nobody else. */
const signedRow = (row: CorrectionRow, caller: Caller): CorrectionRow => {
  if (row.approvedBy !== '') caller.by(row.approvedBy);
  return { ...row, recordedBy: row.recordedBy || caller.actor, approvedBy: '' };
};

/** Corrections of what awards were judged by. */
@ApiTags('awards')
@Controller('classes/:id/correction-imports')
@Allow('administrator', 'coordinator')
export class CorrectionsController {
  constructor(private readonly commands: CommandBus) {}

  @CsvImport('', { operationId: 'importCorrections', summary: 'Gjør rettelsene i en fil, corrections.csv', example })
  async import(
    @ClassId() id: string,
    @CsvBody(...correctionColumns) file: CorrectionFile,
    @Caller() caller: Caller,
    @SeenVersion({ optional: true }) seenVersion?: number,
  ): Promise<Worded<CorrectionImportAnswer>> {
    const context = caller.context({ source: 'correction-import' });
    const rows = correctionRowsIn(file);
    const signed = caller.isOperator ? rows : rows.map((row) => signedRow(row, caller));
    const signer = caller.isOperator ? undefined : caller.actor;
    const outcome = await this.commands.execute(new ImportCorrections(id, signed, context, seenVersion, signer));
    if ('rejected' in outcome) throw problemOf(outcome.rejected, problems);
    const { rejected, ...counts } = outcome.imported;
    return new Worded((language) => ({
      ...counts,
      rejected: withMessages(rejected, correctionMessages, language),
    }));
  }
}
