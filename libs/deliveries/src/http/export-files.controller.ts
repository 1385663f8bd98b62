import { DocumentStore } from '@kull/certificates/contracts';
import { Allow, Caller, contentDisposition, decodeCursor, listQuery, type Page, Problem, pageOf } from '@kull/http';
import { Controller, Get, Headers, Param, Query, Req, Res, StreamableFile } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiHeader, ApiOkResponse, ApiOperation, ApiResponse, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { createZodDto } from 'nestjs-zod';
import { RecordDownload } from '../commands/record-download';
import type { BatchPart } from '../domain/batch';
import type { AssociationExport } from '../read-models/association-exports.query';
import { ExportDownloadQueries } from '../read-models/export-downloads.query';
import { downloadExample, ExportDownloadPage, type ExportDownloadView } from './association-exports.dto';
import { AssociationPages, FOR_EVER } from './association-pages';
import { wantedBytes } from './byte-range';
import { manifestExample } from './exports.dto';

class DownloadListQuery extends createZodDto(listQuery) {}

const fileUnknown = (): Problem =>
  new Problem({ status: 404, code: 'EXPORT_FILE_UNKNOWN', title: 'Leveransen har ingen fil med det navnet' });

const rangeNotSatisfiable = (size: number): Problem =>
  new Problem({
    status: 416,
    code: 'RANGE_NOT_SATISFIABLE',
    title: 'Filen er kortere enn det',
    detail: `Filen er på ${size} byte.`,
  });

interface DeliveredFile {
  readonly part: BatchPart;
  readonly sha256: string;
}

const fileOf = (delivery: AssociationExport, name: string): DeliveredFile => {
  if (name === delivery.fileName) return { part: 'FILE', sha256: delivery.fileSha256 };
  if (name === delivery.manifestName) return { part: 'MANIFEST', sha256: delivery.manifestSha256 };
  throw fileUnknown();
};

/** The files of a delivery, whole or from where a download was cut, and who fetched them. */
@ApiTags('exports')
@Controller('exports')
@Allow('administrator', 'association')
export class ExportFilesController {
  constructor(
    private readonly pages: AssociationPages,
    private readonly downloads: ExportDownloadQueries,
    private readonly documents: DocumentStore,
    private readonly commands: CommandBus,
  ) {}

  @Get(':id/files/:name')
  @ApiOperation({
    operationId: 'downloadExportFile',
    summary: 'En fil i leveransen, de samme bytene for alltid; Range henter resten etter et brudd',
  })
  @ApiHeader({ name: 'Range', required: false, example: 'bytes=4096-' })
  @ApiHeader({ name: 'If-Range', required: false, description: 'ETag fra det som kom før bruddet' })
  @ApiOkResponse({
    content: {
      'text/csv': { schema: { type: 'string', format: 'binary' } },
      'application/json': { example: manifestExample },
    },
  })
  @ApiResponse({
    status: 206,
    description: 'En del av filen',
    content: { 'text/csv': { schema: { type: 'string', format: 'binary' } } },
  })
  async file(
    @Param('id') id: string,
    @Param('name') name: string,
    @Caller() caller: Caller,
    @Headers('range') range: string | undefined,
    @Headers('if-range') ifRange: string | undefined,
    @Headers('if-none-match') ifNoneMatch: string | undefined,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<StreamableFile | undefined> {
    const { part, sha256 } = fileOf(await this.pages.addressed(id, caller), name);
    const etag = `"${sha256}"`;
    const { bytes, contentType } = await this.documents.read(sha256);
    const digest = Buffer.from(sha256, 'hex').toString('base64');
    void reply.headers({
      ETag: etag,
      'Cache-Control': FOR_EVER,
      'Accept-Ranges': 'bytes',
      'Repr-Digest': `sha-256=:${digest}:`,
    });
    if (ifNoneMatch?.includes(etag)) {
      void reply.status(304);
      return undefined;
    }
    const wanted = wantedBytes({ range, ifRange }, bytes.byteLength, etag);
    const send = (sent: Uint8Array): StreamableFile =>
      new StreamableFile(sent, {
        type: contentType,
        length: sent.byteLength,
        disposition: contentDisposition(name),
      });
    const size = bytes.byteLength;
    switch (wanted.kind) {
      case 'unsatisfiable':
        void reply.header('Content-Range', `bytes */${size}`);
        throw rangeNotSatisfiable(size);
      case 'whole':
        await this.record({ batchId: id, part }, caller, request);
        return send(bytes);
      case 'part': {
        const { first, last } = wanted;
        await this.record({ batchId: id, part, firstByte: first, lastByte: last }, caller, request);
        void reply.status(206).header('Content-Range', `bytes ${first}-${last}/${size}`);
        return send(bytes.subarray(first, last + 1));
      }
    }
  }

  @Get(':id/downloads')
  @ApiOperation({ operationId: 'listExportDownloads', summary: 'Hvem som har hentet leveransen, og når' })
  @ApiOkResponse({ type: ExportDownloadPage, example: { data: [downloadExample], nextCursor: null } })
  async list(
    @Param('id') id: string,
    @Query() query: DownloadListQuery,
    @Caller() caller: Caller,
  ): Promise<Page<ExportDownloadView>> {
    const { fileName, manifestName } = await this.pages.addressed(id, caller);
    const [before] = decodeCursor(query.cursor) ?? [];
    const found = await this.downloads.page(id, before === undefined ? undefined : Number(before), query.limit + 1);
    const { data, nextCursor } = pageOf(found, query, ({ position }) => [position]);
    return {
      data: data.map(({ part, by, at, firstByte, lastByte }) => ({
        file: part === 'FILE' ? fileName : manifestName,
        by,
        at,
        firstByte,
        lastByte,
      })),
      nextCursor,
    };
  }

  /** A download by the recipient is a fact; that somebody asks how large a file is, or the organiser looks, is none. */
  private async record(
    part: {
      readonly batchId: string;
      readonly part: BatchPart;
      readonly firstByte?: number;
      readonly lastByte?: number;
    },
    caller: Caller,
    { method }: FastifyRequest,
  ): Promise<void> {
    if (method === 'HEAD' || !caller.roles.includes('association')) return;
    await this.commands.execute(new RecordDownload({ ...part, by: caller.actor }, caller.context()));
  }
}
