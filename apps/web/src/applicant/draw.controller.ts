import { Draws } from '@kull/admissions';
import { Problem, Public } from '@kull/http';
import { Get, Param, Query, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { languageOf } from '../kit/language';
import { sendPage, WebPages } from '../kit/web-page';
import { drawPage } from './draw-page';

/** The statement of the draw (W4): public, and to be repeated by anybody. */
@WebPages('trekning')
@Public()
export class DrawController {
  constructor(private readonly draws: Draws) {}

  @Get(':intake')
  async show(
    @Param('intake') intake: string,
    @Query('soknad') asked: unknown,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const draw = await this.draws.find(intake);
    if (!draw) throw Problem.notFound();
    const language = languageOf(request, reply);
    const applicationNo = typeof asked === 'string' ? asked.trim().slice(0, 64) : '';
    const path = `/trekning/${encodeURIComponent(draw.intake)}`;
    void sendPage(reply, language, drawPage(language, path, draw, applicationNo));
  }
}
