import { Allow, fileReply, Worded } from '@kull/http';
import type { Language } from '@kull/kernel';
import { type TableForm, tableReply, XLSX_MEDIA_TYPE } from '@kull/tables';
import { Controller, Get, Query, type StreamableFile } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiProduces, ApiTags } from '@nestjs/swagger';
import { createZodDto } from 'nestjs-zod';
import { z } from 'zod';
import { dimensions } from './indicators';
import { exampleReport, type Report } from './report';
import { reportLines, reportQuery, reportTable } from './report-table';
import { Reports } from './reports';

const which = z.strictObject({
  by: z.enum(dimensions).default('site'),
  intake: z.string().min(1).max(64).optional(),
});

class ReportQuery extends createZodDto(which) {}

class ReportCsvQuery extends createZodDto(
  z.strictObject({ ...which.shape, profile: z.enum(['excel-no', 'rfc4180']).default('excel-no') }),
) {}

const exampleCsv = 'Fylke;Søkere;Kvalifisert\r\nTrøndelag;96;88\r\n';

/** For Helsedirektoratet, KS and whoever evaluates the programmes: what became of those who applied (ux.md A12). */
@ApiTags('reports')
@Controller('reports')
@Allow('administrator')
export class ReportsController {
  constructor(private readonly reports: Reports) {}

  @Get('indicators')
  @ApiOperation({
    operationId: 'getIndicators',
    summary: 'Søkere, tilbud, plasser, frafall, oppmøte og fullføring etter grupper; små tall er skjult',
  })
  @ApiOkResponse({ example: exampleReport })
  indicators(@Query() { by, intake }: ReportQuery): Promise<Report> {
    return this.reports.of(by, intake);
  }

  @Get('indicators.csv')
  @ApiOperation({ operationId: 'getIndicatorsCsv', summary: 'Det samme som CSV, for folk eller for maskiner' })
  @ApiProduces('text/csv')
  @ApiOkResponse({ example: exampleCsv })
  async csv(@Query() { profile, by, intake }: ReportCsvQuery): Promise<Worded<StreamableFile>> {
    return this.fileOf(await this.reports.of(by, intake), () => ({ format: 'csv', profile }));
  }

  @Get('indicators.xlsx')
  @ApiOperation({ operationId: 'getIndicatorsXlsx', summary: 'Det samme som regneark, med hva det er laget av' })
  @ApiProduces(XLSX_MEDIA_TYPE)
  @ApiOkResponse({ content: { [XLSX_MEDIA_TYPE]: { schema: { type: 'string', format: 'binary' } } } })
  async xlsx(@Query() { by, intake }: ReportQuery): Promise<Worded<StreamableFile>> {
    const report = await this.reports.of(by, intake);
    const { madeAt, position } = report;
    return this.fileOf(report, (language) => ({
      format: 'xlsx',
      about: { language, query: reportQuery(report, language), madeAt, position },
    }));
  }

  private fileOf(report: Report, formIn: (language: Language) => TableForm): Worded<StreamableFile> {
    return new Worded(async (language) =>
      fileReply(await tableReply(reportTable(report.by, language), reportLines(report, language), formIn(language))),
    );
  }
}
