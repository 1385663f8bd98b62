import { Problem, Public } from '@kull/http';
import { Controller, Get, Param, Req, Res, StreamableFile } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { STYLE_FILE, style } from './style';

/** The style sheet of the pages, zipped once. */
@ApiExcludeController()
@Controller('assets/stil')
@Public()
export class StyleController {
  @Get(':file')
  get(
    @Param('file') file: string,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): StreamableFile {
    if (file !== STYLE_FILE) throw Problem.notFound();
    const isZipped = /\bgzip\b/.test(String(request.headers['accept-encoding'] ?? ''));
    reply.header('Cache-Control', 'public, max-age=31536000, immutable').header('Vary', 'Accept-Encoding');
    if (isZipped) reply.header('Content-Encoding', 'gzip');
    const bytes = isZipped ? style.zipped : style.bytes;
    return new StreamableFile(bytes, { type: 'text/css; charset=utf-8', length: bytes.length });
  }
}
