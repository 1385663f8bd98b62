import { Allow, Caller, ClassId, CsvBody, type CsvFile, CsvImport, problemOf, Worded, withMessages } from '@kull/http';
import { Controller } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiTags } from '@nestjs/swagger';
import { ImportParts } from '../commands/import-parts';
import type { PartRowCode } from '../domain/part-rows';
import { problems } from './problems';
import { partMessages } from './row-messages';

const columns = ['student_no', 'part', 'fulfilled_at', 'reported_by'] as const;

interface PartImportAnswer {
  readonly rows: number;
  readonly taken: number;
  readonly unchanged: number;
  readonly rejected: readonly {
    readonly row: number;
    readonly studentNo: string;
    readonly code: PartRowCode;
    readonly message: string;
  }[];
}

const example: PartImportAnswer = {
  rows: 54,
  taken: 53,
  unchanged: 0,
  rejected: [{ row: 9, studentNo: 'S270009', code: 'UNKNOWN_PART', message: partMessages.UNKNOWN_PART.nb }],
};

/** Mandatory parts that students of a class have done, from a file. */
@ApiTags('assessments')
@Controller('classes/:id/part-imports')
@Allow('administrator', 'coordinator')
export class PartsController {
  constructor(private readonly commands: CommandBus) {}

  @CsvImport('', {
    operationId: 'importParts',
    summary: 'Før obligatoriske deler som er fullført, fra en fil',
    example,
  })
  async import(
    @ClassId() id: string,
    @CsvBody(...columns) file: CsvFile<(typeof columns)[number]>,
    @Caller() caller: Caller,
  ): Promise<Worded<PartImportAnswer>> {
    const rows = file.records.map(({ row, values }) => ({
      row,
      studentNo: values.student_no,
      part: values.part,
      fulfilledAt: values.fulfilled_at,
      reportedBy: values.reported_by,
    }));
    const outcome = await this.commands.execute(new ImportParts(id, rows, caller.context({ source: 'part-import' })));
    if ('rejected' in outcome) throw problemOf(outcome.rejected, problems);
    const { rejected, ...counts } = outcome.imported;
    return new Worded((language) => ({
      ...counts,
      rejected: withMessages(rejected, partMessages, language),
    }));
  }
}
