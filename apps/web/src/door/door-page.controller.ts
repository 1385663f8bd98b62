import { Allow, Caller } from '@kull/http';
import { Get, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { WebPages } from '../kit/web-page';
import { Shell } from '../shell/shell';
import { MANIFEST } from './door-app.controller';

/** The application at the door (ux.md E4): one page for all its addresses, and the only one that may use the camera. */
@WebPages('oppmote')
@Allow('administrator', 'coordinator', 'teacher')
export class DoorPageController {
  constructor(private readonly shell: Shell) {}

  @Get(['', '*'])
  async show(@Caller() caller: Caller, @Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    void reply.header('Permissions-Policy', 'camera=(self), geolocation=(), microphone=()');
    await this.shell.send(caller, request, reply, { app: 'app/door/main.tsx', manifest: MANIFEST });
  }
}
