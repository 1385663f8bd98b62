import { Caller, FormBody, fileReply, Problem, Public } from '@kull/http';
import { Clock, uuidOf } from '@kull/kernel';
import { Body, Controller, Get, Param, Post, Query, Req, Res, type StreamableFile } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiConsumes, ApiExcludeEndpoint, ApiOkResponse, ApiOperation, ApiProduces, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { OpenShare } from '../commands/open-share';
import { DocumentStore } from '../contracts';
import { closedBecause, type ShareRejection } from '../domain/share';
import { CertificateQueries } from '../read-models/certificate.query';
import { CertificateShares, type ShareRecord } from '../read-models/certificate-shares.query';
import { documentName } from '../read-models/certificates-file';
import { VerificationQueries } from '../read-models/verification.query';
import { ShareTokens, shareTokenHash } from '../share-tokens';
import { LookupLimits } from './lookup-limits';
import { shareProblems } from './problems';
import { type Manner, mannerOf, replied, unlessTooMany, wantsJson } from './public-replies';
import { OpenForm, type SharedView, sharedExample } from './share.dto';
import { closedSharePage, goneSharePage, sharedPage } from './share-page';
import { PageQuestion } from './verification.dto';

interface Closed {
  readonly state: 'OPEN';
  readonly expiresAt: string;
  readonly opensLeft: number | null;
}

/** Behind a link to a certificate: whoever knows it may look. Outside `/api/v1`, for it is sent to people. */
@ApiTags('verification')
@Controller('b/:token')
@Public()
export class SharedController {
  constructor(
    private readonly shares: CertificateShares,
    private readonly certificates: CertificateQueries,
    private readonly register: VerificationQueries,
    private readonly documents: DocumentStore,
    private readonly tokens: ShareTokens,
    private readonly commands: CommandBus,
    private readonly limits: LookupLimits,
    private readonly clock: Clock,
  ) {}

  @Get()
  @ApiExcludeEndpoint()
  look(
    @Param('token') token: string,
    @Query() { lang }: PageQuestion,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<string | Closed> {
    const manner = mannerOf(lang, request);
    return unlessTooMany<Closed>(reply, manner, async () => {
      const share = await this.find(token, request);
      const now = this.clock.now();
      const closed = share ? closedBecause(share, now) : 'SHARE_UNKNOWN';
      if (!share || closed) return this.gone(reply, manner, closed ?? 'SHARE_UNKNOWN');
      const opensLeft = share.maxOpens === undefined ? null : share.maxOpens - share.opens;
      return replied(reply, manner, { state: 'OPEN', expiresAt: share.expiresAt, opensLeft }, () =>
        closedSharePage(manner.language, { token, visit: this.tokens.visitOf(share.id, now) }, share),
      );
    });
  }

  @Post()
  @FormBody()
  @ApiConsumes('application/x-www-form-urlencoded')
  @ApiOperation({
    operationId: 'openShare',
    summary: 'Åpne en lenke til et kursbevis: telles, og leder (303) til det som vises i en halv time',
  })
  open(
    @Param('token') token: string,
    @Body() { lang, visit }: OpenForm,
    @Caller() caller: Caller,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<string> {
    const manner = mannerOf(lang, request);
    return unlessTooMany<string>(reply, manner, async () => {
      const share = await this.find(token, request);
      if (!share) return this.gone(reply, manner, 'SHARE_UNKNOWN');
      const visited = visit === undefined ? undefined : this.tokens.visitIn(share.id, visit, this.clock.now());
      const commandId = visited === undefined ? undefined : uuidOf('OpenShare', share.id, visited);
      const context = caller.context({ commandId });
      const outcome = await this.commands.execute(new OpenShare(share.id, context));
      if ('rejected' in outcome) return this.gone(reply, manner, outcome.rejected.code as ShareRejection['code']);
      const ticket = this.tokens.ticketOf(share.id, context.occurredAt);
      reply.status(303).header('Location', `/b/${token}/${ticket}${lang ? `?lang=${manner.language}` : ''}`);
      return '';
    });
  }

  @Get(':ticket')
  @ApiOperation({
    operationId: 'getSharedCertificate',
    summary: 'Kursbeviset bak en åpnet lenke, og om det gjelder nå',
  })
  @ApiProduces('text/html', 'application/json')
  @ApiOkResponse({
    content: { 'application/json': { example: sharedExample }, 'text/html': { example: '<!doctype html>…' } },
  })
  show(
    @Param('token') token: string,
    @Param('ticket') ticket: string,
    @Query() { lang }: PageQuestion,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<string | SharedView> {
    const manner = mannerOf(lang, request);
    return unlessTooMany<SharedView>(reply, manner, async () => {
      const share = await this.opened(token, ticket, request);
      if (share === 'ticket-ran-out') return this.toDoor(reply, token);
      if ('code' in share) return this.gone(reply, manner, share.code);
      const view = await this.viewOf(share, `/b/${token}/${ticket}`);
      return replied(reply, manner, view, () => sharedPage(manner.language, view, this.clock.now()));
    });
  }

  @Get(':ticket/:file')
  @ApiOperation({ operationId: 'getSharedDocument', summary: 'PDF-en bak en åpnet lenke, de bytene som ble utstedt' })
  @ApiProduces('application/pdf')
  @ApiOkResponse({ schema: { type: 'string', format: 'binary' } })
  document(
    @Param('token') token: string,
    @Param('ticket') ticket: string,
    @Param('file') file: string,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<string | StreamableFile> {
    const manner = mannerOf(undefined, request);
    return unlessTooMany<StreamableFile>(reply, manner, async () => {
      const share = await this.opened(token, ticket, request);
      if (share === 'ticket-ran-out') return this.toDoor(reply, token);
      if ('code' in share) return this.gone(reply, manner, share.code);
      const { name, sha256 } = await this.documentOf(share);
      if (name !== file) throw Problem.notFound();
      const { bytes, contentType } = await this.documents.read(sha256);
      return fileReply({ name, type: contentType, content: bytes });
    });
  }

  /** @throws TooManyQuestions */
  private async find(token: string, request: FastifyRequest): Promise<ShareRecord | undefined> {
    await this.limits.admit(request);
    const found = await this.shares.byTokenHash(shareTokenHash(token));
    if (!found) await this.limits.noteUnknown(request);
    return found;
  }

  /** The link, when it was opened a while ago and neither revoked nor run out since. */
  private async opened(
    token: string,
    ticket: string,
    request: FastifyRequest,
  ): Promise<ShareRecord | ShareRejection | 'ticket-ran-out'> {
    const share = await this.find(token, request);
    if (!share) return { code: 'SHARE_UNKNOWN' };
    const now = this.clock.now();
    const code = closedBecause(share, now);
    const isTicket = this.tokens.isTicket(share.id, ticket, now);
    // Whoever has the last open may look at what it opened.
    if (isTicket && (code === undefined || code === 'SHARE_USED_UP')) return share;
    return code ? { code } : 'ticket-ran-out';
  }

  /** Where the link can be opened once more. */
  private toDoor(reply: FastifyReply, token: string): string {
    reply.status(303).header('Location', `/b/${token}`);
    return '';
  }

  private async viewOf(share: ShareRecord, at: string): Promise<SharedView> {
    const report = await this.register.verifyShared(share.number);
    const { name } = await this.documentOf(share);
    return { ...report, document: `${at}/${name}`, expiresAt: share.expiresAt };
  }

  private async documentOf({ number }: ShareRecord): Promise<{ readonly name: string; readonly sha256: string }> {
    const { versions } = (await this.certificates.find(number))!;
    const { version, sha256 } = versions.findLast((one) => one.sha256 !== undefined)!;
    return { name: documentName(number, version), sha256: sha256! };
  }

  private gone(reply: FastifyReply, manner: Manner, code: ShareRejection['code']): string {
    const { status, title } = shareProblems[code];
    if (wantsJson(manner)) throw new Problem({ status, code, title });
    reply.status(status);
    return replied(reply, manner, '', () => goneSharePage(manner.language, code));
  }
}
