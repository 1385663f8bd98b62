import { Problem, Public } from '@kull/http';
import { Controller, Get, Header, Ip, Param, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { type OpenedLetter, Outbox, styleHashes } from './outbox';
import { letterPage, outboxPage, shownLetter } from './outbox-pages';

const LOOPBACK = /^(127\.\d+\.\d+\.\d+|::1|::ffff:127\.\d+\.\d+\.\d+)$/;

const FRAMED_BY_US = "frame-ancestors 'self'; base-uri 'none'; form-action 'none'";

/**
 * The mail of a development machine (ux.md 4). There only where a sink's folder is set, which production refuses, and
 * only for the machine itself: it shows names.
 */
@ApiExcludeController()
@Controller('utboks')
@Public()
export class OutboxController {
  constructor(private readonly outbox: Outbox) {}

  @Get()
  @Header('Content-Type', 'text/html; charset=utf-8')
  async list(@Ip() caller: string): Promise<string> {
    this.refuseOthers(caller);
    return outboxPage(await this.outbox.newest());
  }

  @Get(':id')
  async letter(@Param('id') id: string, @Ip() caller: string, @Res({ passthrough: true }) reply: FastifyReply) {
    const letter = await this.found(id, caller);
    reply.header('Content-Type', 'text/html; charset=utf-8');
    reply.header('Content-Security-Policy', `${reply.getHeader('content-security-policy')}; frame-src 'self'`);
    return letterPage(letter);
  }

  /** For the frame of the page above: no script, no request, no style but its own. */
  @Get(':id/html')
  async shown(@Param('id') id: string, @Ip() caller: string, @Res({ passthrough: true }) reply: FastifyReply) {
    const { html } = await this.found(id, caller);
    if (html === undefined) throw Problem.notFound();
    const styles = styleHashes(html).join(' ') || "'none'";
    const sandbox = 'sandbox allow-popups allow-popups-to-escape-sandbox';
    reply.header('Content-Type', 'text/html; charset=utf-8');
    reply.header('Content-Security-Policy', `default-src 'none'; style-src ${styles}; ${sandbox}; ${FRAMED_BY_US}`);
    reply.header('X-Frame-Options', 'SAMEORIGIN');
    return shownLetter(html);
  }

  private async found(id: string, caller: string): Promise<OpenedLetter> {
    this.refuseOthers(caller);
    const letter = await this.outbox.open(id);
    if (letter === undefined) throw Problem.notFound();
    return letter;
  }

  private refuseOthers(caller: string): void {
    if (!this.outbox.isThere || !LOOPBACK.test(caller)) throw Problem.notFound();
  }
}
