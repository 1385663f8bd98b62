import { Allow, answer, Caller, CsvBody, type CsvFile, CsvImport, NeedsScope, problemOf, Worded } from '@kull/http';
import { Body, Controller, Get, HttpCode, Param, Post } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { ChangeFeed } from '../commands/change-feed';
import { ReceiveAcknowledgements } from '../commands/receive-acknowledgements';
import { feedId } from '../domain/feed';
import type { TakeReceipts } from '../domain/feed.commands';
import type { ReceiptRow } from '../domain/receipt-rows';
import { BatchReceipts } from '../read-models/batch-receipts';
import { type ExportBatch, ExportBatchQueries } from '../read-models/export-batch.query';
import {
  AcknowledgeBody,
  AcknowledgedView,
  acknowledgedExample,
  acknowledgedView,
  ReceiptsView,
  RequeueBody,
  Requeued,
  receiptColumns,
  receiptsExample,
  rowsOf,
  rowsOfFile,
} from './acknowledgements.dto';
import { recipientOf } from './association-pages';
import { inWords } from './preview.dto';
import { exportUnknown, feedProblems } from './problems';

/** What the receiver says of a delivery, and what is done about the lines that it refused. */
@ApiTags('exports')
@Controller('exports/:id')
export class AcknowledgementsController {
  constructor(
    private readonly batches: ExportBatchQueries,
    private readonly receipts: BatchReceipts,
    private readonly commands: CommandBus,
  ) {}

  @Post('acknowledgements')
  @HttpCode(200)
  @Allow('administrator', 'association')
  @NeedsScope('bi:kull/receipts.write')
  @ApiOperation({
    operationId: 'acknowledgeExport',
    summary: 'Kvitter for linjene i en levering, eller avvis hele filen',
  })
  @ApiOkResponse({ type: AcknowledgedView, example: acknowledgedExample })
  async acknowledge(
    @Param('id') id: string,
    @Body() body: AcknowledgeBody,
    @Caller() caller: Caller,
  ): Promise<Worded<AcknowledgedView>> {
    const { batch } = body;
    const wholeBatch = batch && { code: batch.code, receivedAt: new Date(batch.receivedAt).toISOString() };
    return this.take(id, { rows: rowsOf(body), ...(wholeBatch && { wholeBatch }) }, caller);
  }

  @CsvImport('acknowledgement-imports', {
    operationId: 'importAcknowledgements',
    summary: 'Les inn en kvitteringsfil for en levering',
    example: acknowledgedExample,
  })
  @Allow('administrator', 'association')
  @NeedsScope('bi:kull/receipts.write')
  import(
    @Param('id') id: string,
    @CsvBody(...receiptColumns) file: CsvFile<(typeof receiptColumns)[number]>,
    @Caller() caller: Caller,
  ): Promise<Worded<AcknowledgedView>> {
    return this.take(id, { rows: rowsOfFile(file) }, caller);
  }

  @Get('acknowledgements')
  @Allow('administrator', 'association')
  @ApiOperation({ operationId: 'getAcknowledgements', summary: 'Kvitteringene linje for linje, og hva som må gjøres' })
  @ApiOkResponse({ type: ReceiptsView, example: receiptsExample })
  async get(@Param('id') id: string, @Caller() caller: Caller): Promise<Worded<ReceiptsView>> {
    const { counts, lines } = await this.receipts.of(await this.addressedTo(id, caller));
    return new Worded((language) => ({
      counts,
      lines: lines.map(({ code, ...line }) => ({ ...line, code: code === null ? null : inWords(code, language) })),
    }));
  }

  @Post('requeues')
  @HttpCode(200)
  @Allow('administrator')
  @ApiOperation({
    operationId: 'requeueExportLines',
    summary: 'La avviste linjer gå igjen med neste levering, når feilen er rettet',
  })
  @ApiOkResponse({ type: Requeued, example: { requeued: 1 } })
  async requeue(@Param('id') id: string, @Body() body: RequeueBody, @Caller() caller: Caller): Promise<Requeued> {
    const { organiserOrgNumber, recipientOrgNumber } = await this.addressedTo(id, caller);
    const lines = body.lines.map(({ certificateNo, lineNo }) => ({ number: certificateNo, lineNo }));
    const order = { type: 'RequeueRecords', data: { batchId: id, lines } } as const;
    const outcome = await this.commands.execute(
      new ChangeFeed(feedId(organiserOrgNumber, recipientOrgNumber), order, caller.context()),
    );
    return { requeued: answer(outcome, feedProblems).events.length };
  }

  private async take(
    id: string,
    said: { readonly rows: readonly ReceiptRow[]; readonly wholeBatch?: TakeReceipts['data']['wholeBatch'] },
    caller: Caller,
  ): Promise<Worded<AcknowledgedView>> {
    const { organiserOrgNumber, recipientOrgNumber } = await this.addressedTo(id, caller);
    const context = caller.context({ source: 'acknowledgement' });
    const outcome = await this.commands.execute(
      new ReceiveAcknowledgements(feedId(organiserOrgNumber, recipientOrgNumber), id, said, context),
    );
    if ('rejected' in outcome) throw problemOf(outcome.rejected, feedProblems);
    return new Worded((language) => acknowledgedView(outcome.acknowledged, language));
  }

  /** A delivery that the caller may know of: the association only of those addressed to it (I-53). */
  private async addressedTo(id: string, caller: Caller): Promise<ExportBatch> {
    const found = await this.batches.find(id);
    const isOurs =
      recipientOf(caller) === undefined || (found !== undefined && found.recipientOrgNumber === recipientOf(caller));
    if (!found || !isOurs) throw exportUnknown();
    return found;
  }
}
