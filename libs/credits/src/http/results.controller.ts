import {
  Allow,
  Caller,
  ClassId,
  CsvBody,
  type CsvFile,
  CsvImport,
  type CsvRecord,
  problemOf,
  Worded,
  withMessages,
} from '@kull/http';
import { Controller } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiTags } from '@nestjs/swagger';
import { ImportResults } from '../commands/import-results';
import type { ResultRow, ResultRowCode } from '../domain/result-rows';
import { problems } from './problems';
import { resultMessages } from './row-messages';

const columns = ['student_no', 'assessment', 'result', 'graded_by', 'attested_by', 'attested_at'] as const;

interface ResultImportAnswer {
  readonly rows: number;
  readonly taken: number;
  readonly unchanged: number;
  readonly rejected: readonly {
    readonly row: number;
    readonly studentNo: string;
    readonly code: ResultRowCode;
    readonly message: string;
  }[];
}

const example: ResultImportAnswer = {
  rows: 28,
  taken: 27,
  unchanged: 0,
  rejected: [
    {
      row: 14,
      studentNo: 'S260015',
      code: 'SAME_PERSON_GRADED_AND_ATTESTED',
      message: resultMessages.SAME_PERSON_GRADED_AND_ATTESTED.nb,
    },
  ],
};

/**
 * A row as its sender may say it: an account attests in its own name alone, and a grader grades so too. What the office
 * types in may have been graded by anybody.
 */
const rowOf = (row: number, values: CsvRecord<(typeof columns)[number]>['values'], caller: Caller): ResultRow => {
  const { graded_by: gradedBy, attested_by: attestedBy } = values;
  return {
    row,
    studentNo: values.student_no,
    assessment: values.assessment,
    result: values.result,
    gradedBy: caller.roles.includes('administrator') ? gradedBy : caller.by(gradedBy),
    attestedBy: attestedBy === '' ? '' : caller.by(attestedBy),
    attestedAt: values.attested_at,
    ...(!caller.isOperator && { registeredBy: caller.actor }),
  };
};

/** The results of a class's assessment. */
@ApiTags('assessments')
@Controller('classes/:id/result-imports')
@Allow('administrator', 'grader')
export class ResultsController {
  constructor(private readonly commands: CommandBus) {}

  @CsvImport('', { operationId: 'importResults', summary: 'Før resultatene i en fil, results.csv', example })
  async import(
    @ClassId() id: string,
    @CsvBody(...columns) file: CsvFile<(typeof columns)[number]>,
    @Caller() caller: Caller,
  ): Promise<Worded<ResultImportAnswer>> {
    const rows = file.records.map(({ row, values }) => rowOf(row, values, caller));
    const context = caller.context({ source: 'result-import' });
    const outcome = await this.commands.execute(new ImportResults(id, rows, context));
    if ('rejected' in outcome) throw problemOf(outcome.rejected, problems);
    const { rejected, ...counts } = outcome.imported;
    return new Worded((language) => ({
      ...counts,
      rejected: withMessages(rejected, resultMessages, language),
    }));
  }
}
