import { OwnCertificates, type OwnFile, SHARE_DAYS } from '@kull/certificates';
import { Allow, Caller, FormBody, fileReply, Problem, said } from '@kull/http';
import { newUuid, uuidOf } from '@kull/kernel';
import { Body, Get, HttpCode, Param, Post, Req, Res, type StreamableFile } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { languageOf } from '../../kit/language';
import { sendPage, WebPages } from '../../kit/web-page';
import { Viewers } from '../../viewers';
import { whosePage } from '../whose-page';
import { certificatesPage } from './certificates-page';
import { madeLinkPage } from './made-link-page';

interface LinkWanted {
  readonly dager?: string;
  readonly til?: string;
  readonly skjema?: string;
}

const MAX_RECIPIENT = 200;

/** A student's own certificates: the file, the badge, and links that show them. */
@WebPages('kursbevis')
@Allow('student')
export class CertificatesPageController {
  constructor(
    private readonly certificates: OwnCertificates,
    private readonly viewers: Viewers,
  ) {}

  @Get()
  async list(@Caller() caller: Caller, @Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    const [viewer, certificates] = await Promise.all([
      this.viewers.of(caller),
      this.certificates.of(whosePage(caller)),
    ]);
    const language = languageOf(request, reply, viewer.language);
    void sendPage(reply, language, certificatesPage(language, viewer.in(language), certificates, newUuid()));
  }

  @Get(':no/pdf')
  async pdf(@Param('no') no: string, @Caller() caller: Caller): Promise<StreamableFile> {
    return fileOf(await this.certificates.document(whosePage(caller), no));
  }

  @Get(':no/open-badge')
  async openBadge(@Param('no') no: string, @Caller() caller: Caller): Promise<StreamableFile> {
    return fileOf(await this.certificates.openBadge(whosePage(caller), no));
  }

  @Post(':no/lenker')
  @HttpCode(201)
  @FormBody()
  async share(
    @Param('no') no: string,
    @Body() { dager, til = '', skjema = '' }: LinkWanted,
    @Caller() caller: Caller,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const personId = whosePage(caller);
    const days = SHARE_DAYS.find((one) => String(one) === dager);
    if (days === undefined)
      throw Problem.invalid([
        {
          code: 'DAYS_INVALID',
          detail: said('Velg 7, 30 eller 180 dager', 'Vel 7, 30 eller 180 dagar', 'Choose 7, 30 or 180 days'),
        },
      ]);
    const recipient = til.trim().slice(0, MAX_RECIPIENT);
    // A form sent twice is one link.
    const context = caller.context({ commandId: uuidOf('OwnShare', personId, no, skjema) });
    const wish = { days, ...(recipient !== '' && { recipient }) };
    const made = await this.certificates.share(personId, no, wish, context);
    if (!made) throw Problem.notFound();
    const viewer = await this.viewers.of(caller);
    const language = languageOf(request, reply, viewer.language);
    void sendPage(reply.status(201), language, madeLinkPage(language, viewer.in(language), made));
  }

  @Post(':no/lenker/:id/ut-av-bruk')
  @FormBody()
  async revoke(
    @Param('no') no: string,
    @Param('id') id: string,
    @Caller() caller: Caller,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    if (!(await this.certificates.revokeShare(whosePage(caller), no, id, caller.context()))) throw Problem.notFound();
    await reply.redirect('/kursbevis', 303);
  }
}

/** Another's is no other than one that there is not. */
const fileOf = (file: OwnFile | undefined): StreamableFile => {
  if (!file) throw Problem.notFound();
  return fileReply(file);
};
