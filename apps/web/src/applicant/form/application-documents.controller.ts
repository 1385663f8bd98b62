import {
  ApplicationDocuments,
  AttachApplicationDocument,
  type AttachmentKind,
  attachmentKinds,
  draftId,
  RemoveApplicationDocument,
} from '@kull/admissions';
import { Allow, Caller, documentTypeOf, FormBody, fileReply, Problem, type Upload, UploadBody } from '@kull/http';
import { Body, Get, Header, Param, Post, Req, Res, type StreamableFile } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { WebPages } from '../../kit/web-page';
import { partPath } from './form-paths';
import { OwnForm } from './own-form';
import { refusalTold } from './refusal-told';

const extensions = { 'application/pdf': 'pdf', 'image/jpeg': 'jpg', 'image/png': 'png' } as const;

const kindIn = ({ slag }: Upload): AttachmentKind | undefined => attachmentKinds.find((kind) => kind === slag);

/** The documents of an application: sent in, looked at and removed by whose they are. */
@WebPages('soknad/:intake/vedlegg')
@Allow('student')
export class ApplicationDocumentsController {
  constructor(
    private readonly form: OwnForm,
    private readonly documents: ApplicationDocuments,
    private readonly commands: CommandBus,
  ) {}

  @Get()
  async show(
    @Param('intake') intake: string,
    @Caller() caller: Caller,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    await this.form.showDocuments({ intake, caller, request, reply });
  }

  @Post()
  @UploadBody()
  async attach(
    @Param('intake') intake: string,
    @Body() body: Upload,
    @Caller() caller: Caller,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const asked = { intake, caller, request, reply };
    const { intakeId } = await this.form.find(asked);
    const kind = kindIn(body);
    const { fil } = body;
    if (!kind) return this.form.showDocuments(asked, { mistake: 'NO_KIND' }, 422);
    if (fil === undefined || typeof fil === 'string' || fil.bytes.length === 0)
      return this.form.showDocuments(asked, { mistake: 'NO_FILE', kind }, 422);
    const bytes = Buffer.from(fil.bytes);
    const mediaType = documentTypeOf(bytes);
    if (!mediaType) return this.form.showDocuments(asked, { mistake: 'UNKNOWN_TYPE', kind }, 422);
    const document = { kind, bytes, mediaType, name: fil.name };
    const command = new AttachApplicationDocument(intakeId, caller.actor, document, caller.context());
    const outcome = await this.commands.execute(command);
    if ('rejected' in outcome)
      return this.form.showDocuments(asked, { mistake: refusalTold(outcome.rejected.code), kind }, 409);
    await reply.redirect(partPath(intake, 'ATTACHMENTS'), 303);
  }

  @Post('fjern')
  @FormBody()
  async remove(
    @Param('intake') intake: string,
    @Body() body: Readonly<Record<string, unknown>> | undefined,
    @Caller() caller: Caller,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const asked = { intake, caller, request, reply };
    const { intakeId } = await this.form.find(asked);
    const command = new RemoveApplicationDocument(intakeId, caller.actor, String(body?.vedlegg), caller.context());
    const outcome = await this.commands.execute(command);
    // What is not there any more is removed.
    const isGone = 'done' in outcome || ['DOCUMENT_UNKNOWN', 'DRAFT_UNKNOWN'].includes(outcome.rejected.code);
    if (!isGone) return this.form.showDocuments(asked, { mistake: refusalTold(outcome.rejected.code) }, 409);
    await reply.redirect(partPath(intake, 'ATTACHMENTS'), 303);
  }

  @Get(':document')
  @Header('Cache-Control', 'private, no-store')
  async read(
    @Param('intake') intake: string,
    @Param('document') hash: string,
    @Caller() caller: Caller,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<StreamableFile> {
    const { documents } = await this.form.find({ intake, caller, request, reply });
    const document = documents.find(({ documentHash }) => documentHash === hash);
    const content = document && (await this.documents.read(draftId(intake, caller.actor), caller.actor, hash));
    if (!content) throw Problem.notFound();
    const name = `${document.kind.toLowerCase().replace('_', '-')}.${extensions[document.mediaType]}`;
    return fileReply({ name, type: document.mediaType, content });
  }
}
