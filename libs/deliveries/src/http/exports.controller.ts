import { DocumentStore } from '@kull/certificates/contracts';
import { Allow, Caller, Created, decodeCursor, fileReply, Page, pageOf } from '@kull/http';
import { Body, Controller, Get, Headers, HttpCode, Param, Post, Query, Res, type StreamableFile } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import {
  ApiCreatedResponse,
  ApiExtraModels,
  ApiOkResponse,
  ApiOperation,
  ApiProduces,
  ApiTags,
  getSchemaPath,
} from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { DeliverClass } from '../commands/deliver-class';
import { PrepareDraft } from '../commands/prepare-draft';
import { RecordDownload } from '../commands/record-download';
import type { BatchPart } from '../domain/batch';
import type { RejectedLine } from '../domain/feed.events';
import { type BatchCursor, type ExportBatch, ExportBatchQueries } from '../read-models/export-batch.query';
import { AssociationExportPage, associationExportExample } from './association-exports.dto';
import { AssociationPages, recipientOf } from './association-pages';
import {
  DeliverBody,
  Delivered,
  Drafted,
  ExportListQuery,
  ExportPage,
  ExportView,
  ExportWithLines,
  exportExample,
  exportView,
  lineExample,
  manifestExample,
  NothingNew,
} from './exports.dto';
import type { PreviewBody } from './preview.dto';
import { deliveryProblem, exportUnknown } from './problems';

const rejectedView = (rejected: readonly RejectedLine[]) =>
  rejected.map(({ number, lineNo, version, codes }) => ({ certificateNo: number, lineNo, version, codes: [...codes] }));

@ApiTags('exports')
@ApiExtraModels(Delivered, Drafted)
@Controller('exports')
export class ExportsController {
  constructor(
    private readonly batches: ExportBatchQueries,
    private readonly documents: DocumentStore,
    private readonly commands: CommandBus,
    private readonly addressed: AssociationPages,
  ) {}

  @Post()
  @HttpCode(200)
  @Allow('administrator')
  @ApiOperation({
    operationId: 'deliverClass',
    summary: 'Lever det som er nytt for en klasse, eller klargjør et utkast for flere',
  })
  @ApiCreatedResponse({
    schema: { oneOf: [{ $ref: getSchemaPath(Delivered) }, { $ref: getSchemaPath(Drafted) }] },
    example: { ...exportExample, rejected: [] },
  })
  @ApiOkResponse({ type: NothingNew, example: { nothingNew: true, rejected: [] } })
  async deliver(
    @Body() body: DeliverBody,
    @Caller() caller: Caller,
  ): Promise<Created<Delivered> | Created<Drafted> | NothingNew> {
    const { class: classId, ...wanted } = body;
    return classId === undefined ? this.prepare(wanted, caller) : this.deliverClass(classId, caller);
  }

  private async prepare(wanted: PreviewBody, caller: Caller): Promise<Created<Drafted> | NothingNew> {
    const outcome = await this.commands.execute(new PrepareDraft(wanted, caller.context()));
    if ('refused' in outcome) throw deliveryProblem(outcome.refused);
    const rejected = rejectedView(outcome.rejected);
    if ('nothingNew' in outcome) return { nothingNew: true, rejected };
    return new Created(`/api/v1/export-drafts/${outcome.prepared}`, { draftId: outcome.prepared, rejected });
  }

  private async deliverClass(classId: string, caller: Caller): Promise<Created<Delivered> | NothingNew> {
    const outcome = await this.commands.execute(new DeliverClass(classId, caller.context(), !caller.isOperator));
    if ('refused' in outcome) throw deliveryProblem(outcome.refused);
    const rejected = rejectedView(outcome.rejected);
    if ('nothingNew' in outcome) return { nothingNew: true, rejected };
    const batch = await this.found(outcome.released, caller);
    return new Created(`/api/v1/exports/${batch.id}`, { ...exportView(batch), rejected });
  }

  @Get()
  @Allow('administrator', 'association')
  @ApiOperation({ operationId: 'listExports', summary: 'Leveransene, av en klasse eller alle' })
  @ApiExtraModels(ExportPage, AssociationExportPage)
  @ApiOkResponse({
    description: 'For mottakeren: det som er nytt etter `after`; en full side endrer seg aldri',
    schema: { oneOf: [{ $ref: getSchemaPath(ExportPage) }, { $ref: getSchemaPath(AssociationExportPage) }] },
    examples: {
      recipient: { summary: 'Mottakeren', value: { data: [associationExportExample], nextCursor: '19' } },
      organiser: { summary: 'Arrangøren', value: { data: [exportExample], nextCursor: null } },
    },
  })
  async list(
    @Query() query: ExportListQuery,
    @Caller() caller: Caller,
    @Headers('if-none-match') ifNoneMatch: string | undefined,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Page<ExportView> | AssociationExportPage | undefined> {
    const recipient = recipientOf(caller);
    if (recipient !== undefined) return this.addressed.page(recipient, query, ifNoneMatch, reply);
    const after = decodeCursor(query.cursor) as BatchCursor | undefined;
    const found = await this.batches.page(query.class, after, query.limit + 1);
    const page = pageOf(found, query, ({ feed, seq }) => [feed, seq]);
    return new Page(page.data.map(exportView), page.nextCursor);
  }

  @Get(':id')
  @Allow('administrator', 'association')
  @ApiOperation({ operationId: 'getExport', summary: 'Én leveranse med linjene' })
  @ApiOkResponse({ type: ExportWithLines, example: { ...exportExample, lines: [lineExample] } })
  async get(@Param('id') id: string, @Caller() caller: Caller): Promise<ExportWithLines> {
    const batch = await this.found(id, caller);
    const lines = await this.batches.linesOf(id);
    return { ...exportView(batch), lines: lines.map((line) => ({ ...line, warnings: [...line.warnings] })) };
  }

  @Get(':id/file')
  @Allow('administrator', 'association')
  @ApiOperation({ operationId: 'downloadExport', summary: 'Leveransefilen, de samme bytene hver gang' })
  @ApiProduces('text/csv')
  @ApiOkResponse({ schema: { type: 'string', format: 'binary' } })
  async file(@Param('id') id: string, @Caller() caller: Caller): Promise<StreamableFile> {
    const { fileName, fileSha256 } = await this.found(id, caller);
    return this.downloaded(id, 'FILE', fileName, fileSha256, caller);
  }

  @Get(':id/manifest')
  @Allow('administrator', 'association')
  @ApiOperation({ operationId: 'downloadExportManifest', summary: 'Det signerte manifestet' })
  @ApiOkResponse({ content: { 'application/json': { example: manifestExample } } })
  async manifest(@Param('id') id: string, @Caller() caller: Caller): Promise<StreamableFile> {
    const { manifestName, manifestSha256 } = await this.found(id, caller);
    return this.downloaded(id, 'MANIFEST', manifestName, manifestSha256, caller);
  }

  private async found(id: string, caller: Caller): Promise<ExportBatch> {
    await this.addressed.addressed(id, caller);
    const found = await this.batches.find(id);
    if (!found) throw exportUnknown();
    return found;
  }

  /** A download by the association is a fact; that the organiser looks at its own files is none. */
  private async downloaded(
    batchId: string,
    part: BatchPart,
    name: string,
    sha256: string,
    caller: Caller,
  ): Promise<StreamableFile> {
    const { bytes, contentType } = await this.documents.read(sha256);
    if (caller.roles.includes('association'))
      await this.commands.execute(new RecordDownload({ batchId, part, by: caller.actor }, caller.context()));
    return fileReply({ name, type: contentType, content: bytes });
  }
}
