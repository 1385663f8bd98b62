import { Allow, Caller } from '@kull/http';
import { Get, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { WebPages } from '../kit/web-page';
import { appRoutes } from './app-paths';
import { Shell } from './shell';

/** The addresses of the application of the staff. */
@WebPages()
export class ShellController {
  constructor(private readonly shell: Shell) {}

  @Get(appRoutes.office)
  @Allow('administrator')
  async office(@Caller() caller: Caller, @Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    await this.shell.send(caller, request, reply);
  }

  @Get(appRoutes.classes)
  @Allow('administrator', 'coordinator')
  async classes(@Caller() caller: Caller, @Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    await this.shell.send(caller, request, reply);
  }

  @Get(appRoutes.credits)
  @Allow('administrator', 'coordinator', 'grader')
  async credits(@Caller() caller: Caller, @Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    await this.shell.send(caller, request, reply);
  }

  @Get(appRoutes.assessing)
  @Allow('assessor')
  async assessing(@Caller() caller: Caller, @Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    await this.shell.send(caller, request, reply);
  }

  @Get(appRoutes.watching)
  @Allow('administrator', 'auditor')
  async watching(@Caller() caller: Caller, @Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    await this.shell.send(caller, request, reply);
  }
}
