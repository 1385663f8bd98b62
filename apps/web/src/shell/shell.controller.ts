import { Allow, Caller } from '@kull/http';
import { Get, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { WebPages } from '../kit/web-page';
import { appRoutes } from './app-paths';
import { Shell } from './shell';

/** The addresses of the administrators' application. */
@WebPages()
@Allow('administrator')
export class ShellController {
  constructor(private readonly shell: Shell) {}

  @Get(appRoutes)
  async show(@Caller() caller: Caller, @Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    await this.shell.send(caller, request, reply);
  }
}
