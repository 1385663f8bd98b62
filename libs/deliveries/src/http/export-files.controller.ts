import { DocumentStore } from '@kull/certificates/contracts';
import {
  Allow,
  Caller,
  contentDisposition,
  decodeCursor,
  listQuery,
  type Page,
  Problem,
  pageOf,
  said,
} from '@kull/http';
import { XLSX_MEDIA_TYPE } from '@kull/tables';
import { Controller, Get, Headers, Param, Query, Req, Res, StreamableFile } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiHeader, ApiOkResponse, ApiOperation, ApiResponse, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { createZodDto } from 'nestjs-zod';
import { RecordDownload } from '../commands/record-download';
import type { BatchPart } from '../domain/batch';
import { sha256Of } from '../domain/batch-file';
import type { AssociationExport } from '../read-models/association-exports.query';
import { type ExportDownload, ExportDownloadQueries } from '../read-models/export-downloads.query';
import { downloadExample, ExportDownloadPage, type ExportDownloadView } from './association-exports.dto';
import { AssociationPages, FOR_EVER } from './association-pages';
import { wantedBytes } from './byte-range';
import { deliveryWorkbook, workbookNameOf } from './delivery-workbook';
import { manifestExample } from './exports.dto';

class DownloadListQuery extends createZodDto(listQuery) {}

const fileUnknown = (): Problem =>
  new Problem({
    status: 404,
    code: 'EXPORT_FILE_UNKNOWN',
    title: said(
      'Leveransen har ingen fil med det navnet',
      'Leveransen har inga fil med det namnet',
      'The delivery has no file with that name',
    ),
  });

const rangeNotSatisfiable = (size: number): Problem =>
  new Problem({
    status: 416,
    code: 'RANGE_NOT_SATISFIABLE',
    title: said('Filen er kortere enn det', 'Fila er kortare enn det', 'The file is shorter than that'),
    detail: said(`Filen er på ${size} byte.`, `Fila er på ${size} byte.`, `The file has ${size} bytes.`),
  });

/** Which file it is for the log, its bytes, and how long it may be kept by whoever fetched it. */
interface FetchedFile {
  readonly part: { readonly part: BatchPart; readonly form?: 'XLSX' };
  readonly sha256: string;
  readonly bytes: Uint8Array;
  readonly contentType: string;
  readonly cacheControl: string;
}

const nameOf = (part: ExportDownload['part'], delivery: AssociationExport): string => {
  switch (part) {
    case 'FILE':
      return delivery.fileName;
    case 'MANIFEST':
      return delivery.manifestName;
    case 'XLSX':
      return workbookNameOf(delivery);
  }
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
    summary: 'En fil i leveransen, de samme bytene for alltid (.xlsx: en kopi for mennesker); Range henter resten',
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
    const { part, sha256, bytes, contentType, cacheControl } = await this.fetched(
      await this.pages.addressed(id, caller),
      name,
    );
    const etag = `"${sha256}"`;
    const digest = Buffer.from(sha256, 'hex').toString('base64');
    void reply.headers({
      ETag: etag,
      'Cache-Control': cacheControl,
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
        await this.record({ batchId: id, ...part }, caller, request);
        return send(bytes);
      case 'part': {
        const { first, last } = wanted;
        await this.record({ batchId: id, ...part, firstByte: first, lastByte: last }, caller, request);
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
    const delivery = await this.pages.addressed(id, caller);
    const [before] = decodeCursor(query.cursor) ?? [];
    const found = await this.downloads.page(id, before === undefined ? undefined : Number(before), query.limit + 1);
    const { data, nextCursor } = pageOf(found, query, ({ position }) => [position]);
    return {
      data: data.map(({ part, by, at, firstByte, lastByte }) => ({
        file: nameOf(part, delivery),
        by,
        at,
        firstByte,
        lastByte,
      })),
      nextCursor,
    };
  }

  private async fetched(delivery: AssociationExport, name: string): Promise<FetchedFile> {
    const delivered = async (part: BatchPart, sha256: string): Promise<FetchedFile> => ({
      part: { part },
      sha256,
      cacheControl: FOR_EVER,
      ...(await this.documents.read(sha256)),
    });
    if (name === delivery.fileName) return delivered('FILE', delivery.fileSha256);
    if (name === delivery.manifestName) return delivered('MANIFEST', delivery.manifestSha256);
    const bytes = name === workbookNameOf(delivery) && (await this.workbook(delivery));
    if (!bytes) throw fileUnknown();
    // Another version of ours may write a workbook in other bytes.
    return {
      part: { part: 'FILE', form: 'XLSX' },
      sha256: sha256Of(bytes),
      bytes,
      contentType: XLSX_MEDIA_TYPE,
      cacheControl: 'private, no-cache',
    };
  }

  private async workbook(delivery: AssociationExport): Promise<Uint8Array | undefined> {
    const { bytes } = await this.documents.read(delivery.fileSha256);
    return deliveryWorkbook(delivery, bytes);
  }

  /** A download by the recipient is a fact; that somebody asks how large a file is, or the organiser looks, is none. */
  private async record(
    part: {
      readonly batchId: string;
      readonly part: BatchPart;
      readonly form?: 'XLSX';
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
