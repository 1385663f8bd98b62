import { Caller, FormBody, languageOfRequest, Public } from '@kull/http';
import { newUuid } from '@kull/kernel';
import { Controller, Get, HttpCode, Inject, Param, Post, Res } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiConsumes, ApiNotFoundResponse, ApiOkResponse, ApiOperation, ApiProduces, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { Addresses } from '../addresses';
import { ChooseReminders } from '../commands/choose-reminders';
import { DECLINE_LINKS, type Declinable, type DeclineLinks } from '../decline-links';
import { type DecliningAnswer, decliningPage } from './declining-page';

const html = { content: { 'text/html': { example: '<!doctype html>…' } } };

/**
 * Where people decline letters, by the address in each of them: no login, no script. Looking changes nothing, for mail
 * programs look ahead; one POST declines, also a mail program's own (RFC 8058). Outside `/api/v1`.
 */
@ApiTags('reminders')
@Controller('avmelding')
@Public()
export class DecliningController {
  constructor(
    private readonly commands: CommandBus,
    private readonly addresses: Addresses,
    @Inject(DECLINE_LINKS) private readonly links: DeclineLinks,
  ) {}

  @Get(':token')
  @ApiOperation({ operationId: 'askToDecline', summary: 'Siden der en mottaker melder seg av påminnelser' })
  @ApiProduces('text/html')
  @ApiOkResponse(html)
  @ApiNotFoundResponse(html)
  ask(@Param('token') token: string, @Res({ passthrough: true }) reply: FastifyReply): Promise<string> {
    const declinable = this.links.read(token);
    return this.page(declinable, declinable ? { shows: 'question', token, ...declinable } : undefined, reply);
  }

  @Post(':token')
  @HttpCode(200)
  @FormBody()
  @ApiConsumes('application/x-www-form-urlencoded', 'multipart/form-data')
  @ApiOperation({ operationId: 'declineReminders', summary: 'Meld av, med ett klikk (RFC 8058)' })
  @ApiProduces('text/html')
  @ApiOkResponse(html)
  @ApiNotFoundResponse(html)
  decline(
    @Param('token') token: string,
    @Caller() caller: Caller,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<string> {
    return this.choose(token, 'decline', caller, reply);
  }

  @Post(':token/angre')
  @HttpCode(200)
  @FormBody()
  @ApiConsumes('application/x-www-form-urlencoded')
  @ApiOperation({ operationId: 'acceptReminders', summary: 'Meld på igjen' })
  @ApiProduces('text/html')
  @ApiOkResponse(html)
  @ApiNotFoundResponse(html)
  accept(
    @Param('token') token: string,
    @Caller() caller: Caller,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<string> {
    return this.choose(token, 'accept', caller, reply);
  }

  private async choose(
    token: string,
    choice: 'decline' | 'accept',
    caller: Caller,
    reply: FastifyReply,
  ): Promise<string> {
    const declinable = this.links.read(token);
    if (!declinable) return this.page(undefined, undefined, reply);
    const { personId, subjects } = declinable;
    const context = { ...caller.context({ commandId: newUuid(), source: 'decline-link' }), actor: personId };
    await this.commands.execute(new ChooseReminders(personId, subjects, choice, context));
    return this.page(declinable, { shows: choice === 'decline' ? 'declined' : 'accepted', token, subjects }, reply);
  }

  private async page(
    declinable: Declinable | undefined,
    answer: DecliningAnswer | undefined,
    reply: FastifyReply,
  ): Promise<string> {
    const addressee = declinable && (await this.addresses.of({ kind: 'person', personId: declinable.personId }));
    const language = addressee?.language ?? languageOfRequest(reply.request);
    reply.header('Content-Type', 'text/html; charset=utf-8').header('Content-Language', language);
    if (!answer) reply.status(404);
    return decliningPage(answer ?? { shows: 'unknown' }, language);
  }
}
