import { Problem, Public } from '@kull/http';
import { Controller, Get, Param, Req, Res, type StreamableFile } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { STYLE_FILE, style } from './style';
import { zippedReply } from './zipped-file';

/** The style sheet of the pages. */
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
    return zippedReply(style, request, reply);
  }
}
