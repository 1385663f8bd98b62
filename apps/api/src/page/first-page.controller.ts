import { Allow, Caller } from '@kull/http';
import { Get, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { languageOf } from '../../../web/src/kit/language';
import { WebPages } from '../../../web/src/kit/web-page';
import { StudentHome } from '../../../web/src/student/home/student-home';
import { Viewers } from '../../../web/src/viewers';
import { Overviews } from '../overview/overviews';
import { firstPage } from './first-page';

/** The first page: the overview for whoever administers, the own page for everybody else. */
@WebPages()
@Allow('administrator', 'student', 'association')
export class FirstPageController {
  constructor(
    private readonly overviews: Overviews,
    private readonly viewers: Viewers,
    private readonly home: StudentHome,
  ) {}

  @Get('/')
  async first(@Caller() caller: Caller, @Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    if (!caller.roles.includes('administrator')) {
      if (caller.roles.includes('student')) await this.home.show(caller, request, reply);
      else await reply.redirect('/levering', 303);
      return;
    }
    const viewer = (await this.viewers.of(caller)).in(languageOf(request, reply));
    void reply
      .header('Content-Type', 'text/html; charset=utf-8')
      .send(firstPage(await this.overviews.get(), viewer.name));
  }
}
