import { Allow, Caller } from '@kull/http';
import { Get, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { WebPages } from '../../../web/src/kit/web-page';
import { Shell } from '../../../web/src/shell/shell';
import { StudentHome } from '../../../web/src/student/home/student-home';

/** The first page: the application for whoever administers, the own page for everybody else. */
@WebPages()
@Allow('administrator', 'student', 'association')
export class FirstPageController {
  constructor(
    private readonly shell: Shell,
    private readonly home: StudentHome,
  ) {}

  @Get('/')
  async first(@Caller() caller: Caller, @Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    if (!caller.roles.includes('administrator')) {
      if (caller.roles.includes('student')) await this.home.show(caller, request, reply);
      else await reply.redirect('/levering', 303);
      return;
    }
    await this.shell.send(caller, request, reply);
  }
}
