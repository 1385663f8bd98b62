import { Allow, Question, TableBody, Worded, withMessages } from '@kull/http';
import type { TableReading } from '@kull/tables';
import { Controller, HttpCode, Param, Post, Query } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiBody, ApiConsumes, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { createZodDto } from 'nestjs-zod';
import { z } from 'zod';
import { type ApplicationCheck, CheckApplications } from '../commands/check-applications';
import { type ApplicationColumn, type ApplicationRecord, applicationColumns } from '../domain/application-facts';
import { applicationTable, type ChosenColumns, columnTitle, understood } from './application-columns';
import { doneOf } from './problems';
import { type RowsInWords, rowMessages } from './row-messages';

const chosenColumns = z.partialRecord(z.enum(applicationColumns), z.string().max(300));

const asChosen = (text: string, context: z.RefinementCtx): ChosenColumns => {
  const read = z.string().transform(parsed).pipe(chosenColumns).safeParse(text);
  if (read.success) return read.data;
  context.addIssue({ code: 'custom', message: 'kolonner som JSON: {"employer": "Arbeidsgiver"}' });
  return z.NEVER;
};

const parsed = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
};

class CheckDto extends createZodDto(
  z.strictObject({ columns: z.string().max(10_000).transform(asChosen).optional() }),
) {}

/** How a file was understood, what taking it in would lead to, and its rows as they were read. */
export interface CheckedApplicationFile {
  readonly format: 'csv' | 'xlsx';
  readonly columns: readonly { readonly header: string; readonly column: ApplicationColumn | null }[];
  /** As long as there are some, nothing has been checked. */
  readonly missing: readonly { readonly column: ApplicationColumn; readonly title: string }[];
  readonly check: RowsInWords<ApplicationCheck> | null;
  readonly records: readonly ApplicationRecord[];
}

const example = {
  format: 'xlsx',
  columns: [{ header: 'Søknadsnummer', column: 'application_no' }],
  missing: [],
  check: { rows: 477, takenIn: 468, unchanged: 0, replaced: [], rejected: [] },
  records: [],
} satisfies CheckedApplicationFile;

/** Files of applications, looked through before they are taken in. */
@ApiTags('intakes')
@Controller('intakes/:id')
@Allow('administrator')
export class ApplicationChecksController {
  constructor(private readonly queries: QueryBus) {}

  @Post('application-checks')
  @HttpCode(200)
  @Question()
  @ApiOperation({
    operationId: 'checkApplications',
    summary: 'Ser gjennom en fil med søknader uten å ta den inn: kolonner, rader som tas inn, erstattes og avvises',
    description: 'Svaret har radene slik de ble lest, så de kan rettes og tas inn.',
  })
  @ApiConsumes('text/csv', 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet')
  @ApiBody({ schema: { type: 'string', format: 'binary' } })
  @ApiOkResponse({ example })
  async check(
    @Param('id') id: string,
    @Query() { columns: chosen = {} }: CheckDto,
    @TableBody(applicationTable) table: TableReading<ApplicationColumn>,
  ): Promise<Worded<CheckedApplicationFile>> {
    const { columns, missing, records } = understood(table, chosen);
    const check = missing.length > 0 ? null : doneOf(await this.queries.execute(new CheckApplications(id, records)));
    return new Worded((language) => ({
      format: table.format,
      columns: columns.map(({ header, column }) => ({ header, column: column ?? null })),
      missing: missing.map((column) => ({ column, title: columnTitle(column, language) })),
      check: check && { ...check, rejected: withMessages(check.rejected, rowMessages, language) },
      records,
    }));
  }
}
