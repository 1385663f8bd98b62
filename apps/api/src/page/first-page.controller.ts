import { Allow, Caller } from '@kull/http';
import { Get, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { WebPages } from '../../../web/src/kit/web-page';
import { Shell } from '../../../web/src/shell/shell';
import { StudentHome } from '../../../web/src/student/home/student-home';

/** Where everybody begins who has no first page of their own; of several roles the first decides. */
const beginsAt = {
  association: '/levering',
  coordinator: '/klasser',
  grader: '/poeng',
  assessor: '/vurdering',
  auditor: '/logg',
  teacher: '/oppmote',
} as const;
const others = Object.keys(beginsAt) as (keyof typeof beginsAt)[];

/** The first page: the application for whoever administers, the own page for everybody else. */
@WebPages()
@Allow('administrator', 'student', ...others)
export class FirstPageController {
  constructor(
    private readonly shell: Shell,
    private readonly home: StudentHome,
  ) {}

  @Get('/')
  async first(@Caller() caller: Caller, @Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    const { roles } = caller;
    if (roles.includes('administrator')) await this.shell.send(caller, request, reply);
    else if (roles.includes('student')) await this.home.show(caller, request, reply);
    else await reply.redirect(beginsAt[others.find((role) => roles.includes(role))!], 303);
  }
}
