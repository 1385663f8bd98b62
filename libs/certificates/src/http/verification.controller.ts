import { FormBody, Public } from '@kull/http';
import { Clock } from '@kull/kernel';
import { Body, Controller, Get, Header, HttpCode, Param, Post, Query, Req, Res } from '@nestjs/common';
import { ApiConsumes, ApiExcludeEndpoint, ApiOkResponse, ApiOperation, ApiProduces, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { VerificationQueries, type VerificationReport } from '../read-models/verification.query';
import { LookupLimits } from './lookup-limits';
import { type Manner, mannerOf, replied, unlessTooMany } from './public-replies';
import {
  type NameAnswer,
  NameForm,
  PageQuestion,
  TypedNumber,
  VerificationQuestion,
  verificationExample,
} from './verification.dto';
import { type AskedOnPage, emptyVerificationPage, verificationPage } from './verification-page';
import { verificationScript } from './verification-script';
import { verificationStyle } from './verification-style';

const example = { 'application/json': { example: verificationExample }, 'text/html': { example: '<!doctype html>…' } };

/** The public register of certificates: `/v/{number}`, as a page or as JSON. Outside `/api/v1`, for it is printed on paper. */
@ApiTags('verification')
@Controller('v')
@Public()
export class VerificationController {
  constructor(
    private readonly register: VerificationQueries,
    private readonly clock: Clock,
    private readonly limits: LookupLimits,
  ) {}

  @Get()
  @ApiExcludeEndpoint()
  @Header('Content-Type', 'text/html; charset=utf-8')
  empty(
    @Query() { lang }: PageQuestion,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): string {
    const { language } = mannerOf(lang, request);
    return replied(reply, { language }, '', () => emptyVerificationPage(language));
  }

  @Get('style.css')
  @ApiExcludeEndpoint()
  @Header('Content-Type', 'text/css; charset=utf-8')
  @Header('Cache-Control', 'public, max-age=300')
  style(): string {
    return verificationStyle;
  }

  @Get('check.js')
  @ApiExcludeEndpoint()
  @Header('Content-Type', 'text/javascript; charset=utf-8')
  @Header('Cache-Control', 'public, max-age=300')
  script(): string {
    return verificationScript;
  }

  @Get('check')
  @ApiOperation({ operationId: 'verifyTypedNumber', summary: 'Det samme for et nummer som er skrevet inn' })
  @ApiProduces('text/html', 'application/json')
  @ApiOkResponse({ content: example })
  verifyTyped(
    @Query() { no, lang, k, ...asked }: TypedNumber,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<string | VerificationReport> {
    return this.answered(no, { ...asked, holderKey: k }, mannerOf(lang, request), request, reply);
  }

  @Get(':number')
  @ApiOperation({
    operationId: 'verifyCertificate',
    summary: 'Gyldig, erstattet, trukket tilbake, endret eller aldri utstedt',
  })
  @ApiProduces('text/html', 'application/json')
  @ApiOkResponse({ content: example })
  verify(
    @Param('number') number: string,
    @Query() { lang, k, ...asked }: VerificationQuestion,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<string | VerificationReport> {
    return this.answered(number, { ...asked, holderKey: k }, mannerOf(lang, request), request, reply);
  }

  @Post(':number/name')
  @HttpCode(200)
  @FormBody()
  @ApiConsumes('application/x-www-form-urlencoded')
  @ApiOperation({
    operationId: 'askForHolder',
    summary: 'Om kursbeviset tilhører en med dette navnet og denne fødselsdagen: ja eller nei',
  })
  @ApiProduces('text/html', 'application/json')
  @ApiOkResponse({
    content: { 'application/json': { example: { matches: true } }, 'text/html': { example: '<!doctype html>…' } },
  })
  askForHolder(
    @Param('number') number: string,
    @Body() { lang, ...question }: NameForm,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<string | NameAnswer> {
    const manner = mannerOf(lang, request);
    return unlessTooMany<NameAnswer>(reply, manner, async () => {
      await this.limits.admit(request);
      await this.limits.admitStranger(request);
      await this.limits.admitName(request);
      const { known, matches } = await this.register.isHeldBy(number, question);
      if (!known) await this.limits.noteUnknown(request);
      const report = await this.register.verify(number, {});
      return replied(reply, manner, { matches }, () =>
        verificationPage(report, manner.language, this.clock.now(), { nameMatches: matches }),
      );
    });
  }

  private answered(
    number: string,
    asked: AskedOnPage,
    manner: Manner,
    request: FastifyRequest,
    reply: FastifyReply,
  ): Promise<string | VerificationReport> {
    return unlessTooMany<VerificationReport>(reply, manner, async () => {
      await this.limits.admit(request);
      const report = await this.register.verify(number, asked);
      if (report.facts?.name === undefined) await this.limits.admitStranger(request);
      const isUnknown = report.verification.answer === 'NEVER_ISSUED';
      if (isUnknown) await this.limits.noteUnknown(request);
      reply.status(isUnknown ? 404 : 200);
      return replied(reply, manner, report, () =>
        verificationPage(report, manner.language, this.clock.now(), { asked }),
      );
    });
  }
}
