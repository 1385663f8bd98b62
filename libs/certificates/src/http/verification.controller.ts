import { Public } from '@kull/http';
import { Clock } from '@kull/kernel';
import { Controller, Get, Header, Headers, Param, Query, Res } from '@nestjs/common';
import { ApiExcludeEndpoint, ApiOkResponse, ApiOperation, ApiProduces, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { createZodDto } from 'nestjs-zod';
import { z } from 'zod';
import type { Question } from '../domain/verification';
import { VerificationQueries, type VerificationReport } from '../read-models/verification.query';
import { verificationPage } from './verification-page';
import { verificationStyle } from './verification-style';
import { type PageLanguage, pageLanguage } from './verification-texts';

const question = z.object({
  version: z.coerce.number().int().min(1).max(10_000).optional(),
  sha256: z
    .union([z.literal(''), z.string().regex(/^[0-9a-fA-F]{64}$/)])
    .optional()
    .transform((text) => text || undefined),
  lang: z.string().max(10).optional(),
});

class VerificationQuestion extends createZodDto(question) {}
class TypedNumber extends createZodDto(question.extend({ no: z.string().max(40).default('') })) {}

const example: VerificationReport = {
  number: '7Q4K-9M2X-T',
  verification: { answer: 'VALID', version: 2, issuedAt: '2026-07-01T07:00:00.000Z' },
  facts: {
    maskedName: 'K*** T***',
    courseTitle: 'Nettbasert lederutdanning for allmennleger',
    organiserName: 'Handelshøyskolen BI',
    organiserOrgNumber: '971228865',
    approvalId: 'LF-TEST-0001',
    coursePoints: 60,
    completionDate: '2026-06-19',
  },
};

/** The public register of certificates: `/v/{number}`, as a page or as JSON. Outside `/api/v1`, for it is printed on paper. */
@ApiTags('verification')
@Controller('v')
@Public()
export class VerificationController {
  constructor(
    private readonly register: VerificationQueries,
    private readonly clock: Clock,
  ) {}

  @Get('style.css')
  @ApiExcludeEndpoint()
  @Header('Content-Type', 'text/css; charset=utf-8')
  @Header('Cache-Control', 'public, max-age=300')
  style(): string {
    return verificationStyle;
  }

  @Get('check')
  @ApiOperation({ operationId: 'verifyTypedNumber', summary: 'Det samme for et nummer som er skrevet inn' })
  @ApiProduces('text/html', 'application/json')
  @ApiOkResponse({ content: { 'application/json': { example }, 'text/html': { example: '<!doctype html>…' } } })
  verifyTyped(
    @Query() { no, lang, ...asked }: TypedNumber,
    @Headers('accept') accept: string | undefined,
    @Headers('accept-language') language: string | undefined,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<string | VerificationReport> {
    return this.answered(no, asked, { accept, language: pageLanguage(lang, language) }, reply);
  }

  @Get(':number')
  @ApiOperation({
    operationId: 'verifyCertificate',
    summary: 'Gyldig, erstattet, trukket tilbake, endret eller aldri utstedt',
  })
  @ApiProduces('text/html', 'application/json')
  @ApiOkResponse({ content: { 'application/json': { example }, 'text/html': { example: '<!doctype html>…' } } })
  verify(
    @Param('number') number: string,
    @Query() { lang, ...asked }: VerificationQuestion,
    @Headers('accept') accept: string | undefined,
    @Headers('accept-language') language: string | undefined,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<string | VerificationReport> {
    return this.answered(number, asked, { accept, language: pageLanguage(lang, language) }, reply);
  }

  private async answered(
    number: string,
    asked: Question,
    { accept = '', language }: { readonly accept?: string; readonly language: PageLanguage },
    reply: FastifyReply,
  ): Promise<string | VerificationReport> {
    const report = await this.register.verify(number, asked);
    reply.status(report.verification.answer === 'NEVER_ISSUED' ? 404 : 200).header('Vary', 'Accept, Accept-Language');
    if (accept.includes('application/json') && !accept.includes('text/html')) return report;
    reply.header('Content-Type', 'text/html; charset=utf-8').header('Content-Language', language);
    return verificationPage(report, language, this.clock.now());
  }
}
