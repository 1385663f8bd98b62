import {
  Allow,
  answer,
  Caller,
  Created,
  decodeCursor,
  fieldForbidden,
  listQuery,
  NeedsScope,
  type Page,
  Problem,
  type ProblemsFor,
  pageOf,
  said,
} from '@kull/http';
import { idOf } from '@kull/kernel';
import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiAcceptedResponse, ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { createZodDto } from 'nestjs-zod';
import { ChangeWebhook } from '../commands/webhooks';
import type { WebhookRejection } from '../domain/webhook';
import { WebhookQueries, type WebhookRecord } from '../read-models/webhooks.query';
import { WebhookPost } from '../webhooks/webhook-post';
import { WebhookSigner } from '../webhooks/webhook-signer';
import { recipientOf } from './association-pages';
import {
  attemptExample,
  attemptView,
  OwedMessage,
  RegisteredWebhook,
  RegisterWebhookBody,
  ResendBody,
  WebhookAttemptPage,
  type WebhookAttemptView,
  WebhookPage,
  WebhookView,
  webhookExample,
  webhookView,
} from './webhooks.dto';

class WebhookListQuery extends createZodDto(listQuery) {}

const problems = {
  WEBHOOK_UNKNOWN: {
    status: 404,
    title: said('Webhooken finnes ikke', 'Webhooken finst ikkje', 'The webhook is not there'),
  },
  WEBHOOK_CLOSED: {
    status: 409,
    title: said('Webhooken er stengt', 'Webhooken er stengd', 'The webhook is closed'),
    detail: said('Registrer den på nytt.', 'Registrer han på nytt.', 'Register it again.'),
  },
  WEBHOOK_MESSAGE_UNKNOWN: {
    status: 404,
    title: said('Meldingen finnes ikke', 'Meldinga finst ikkje', 'The message is not there'),
  },
  WEBHOOK_MESSAGE_WAITING: {
    status: 409,
    title: said('Meldingen er underveis', 'Meldinga er undervegs', 'The message is on its way'),
    detail: said(
      'Den prøves igjen av seg selv. Forsøkene viser når.',
      'Ho blir prøvd igjen av seg sjølv. Forsøka viser når.',
      'It is tried again by itself. The attempts show when.',
    ),
  },
} as const satisfies ProblemsFor<WebhookRejection>;

const addressNotAllowed = (): Problem =>
  new Problem({
    status: 422,
    code: 'WEBHOOK_ADDRESS_NOT_ALLOWED',
    title: said('Adressen kan ikke brukes', 'Adressa kan ikkje brukast', 'The address cannot be used'),
    detail: said(
      'Bruk https og et navn som fører til en åpen adresse på Internett, uten brukernavn i adressen.',
      'Bruk https og eit namn som fører til ei open adresse på Internett, utan brukarnamn i adressa.',
      'Use https and a name that leads to a public address on the Internet, with no user name in the address.',
    ),
  });

const organisationMissing = (): Problem =>
  Problem.invalid([
    {
      pointer: '/orgNumber',
      code: 'INVALID_TYPE',
      detail: said(
        'Si hvilken mottaker adressen hører til',
        'Sei kva mottakar adressa høyrer til',
        'Say which recipient the address belongs to',
      ),
    },
  ]);

/** Where recipients are told that something is new (Standard Webhooks; ux.md L8). */
@ApiTags('webhooks')
@Controller('webhooks')
@Allow('administrator', 'association')
@NeedsScope('bi:kull/webhooks.write')
export class WebhooksController {
  constructor(
    private readonly webhooks: WebhookQueries,
    private readonly signer: WebhookSigner,
    private readonly sender: WebhookPost,
    private readonly commands: CommandBus,
  ) {}

  @Post()
  @ApiOperation({ operationId: 'registerWebhook', summary: 'Si hvor det skal meldes fra om nytt' })
  @ApiCreatedResponse({
    type: RegisteredWebhook,
    description: '`secret` vises bare her',
    example: { ...webhookExample, secret: 'whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw' },
  })
  async register(
    @Body() { url, types, orgNumber }: RegisterWebhookBody,
    @Caller() caller: Caller,
  ): Promise<Created<RegisteredWebhook>> {
    const own = recipientOf(caller);
    if (own !== undefined && orgNumber !== undefined && orgNumber !== own) throw fieldForbidden('/orgNumber');
    const owner = own ?? orgNumber;
    if (owner === undefined) throw organisationMissing();
    if (!(await this.sender.mayGoTo(url))) throw addressNotAllowed();
    const context = caller.context();
    const id = idOf('whk', context.commandId);
    const data = { orgNumber: owner, url, types: [...new Set(types)] };
    answer(await this.commands.execute(new ChangeWebhook(id, { type: 'RegisterWebhook', data }, context)), problems);
    const shown = this.shown(await this.found(id, caller));
    return new Created('/api/v1/webhooks', { ...shown, secret: this.signer.secretOf(id) });
  }

  @Get()
  @ApiOperation({ operationId: 'listWebhooks', summary: 'Adressene det meldes fra til' })
  @ApiOkResponse({ type: WebhookPage, example: { data: [webhookExample], nextCursor: null } })
  async list(@Query() query: WebhookListQuery, @Caller() caller: Caller): Promise<Page<WebhookView>> {
    const [after = ''] = decodeCursor(query.cursor) ?? [];
    const found = await this.webhooks.page(recipientOf(caller), String(after), query.limit + 1);
    return pageOf(
      found.map((record) => this.shown(record)),
      query,
      ({ id }) => [id],
    );
  }

  @Get(':id/attempts')
  @ApiOperation({ operationId: 'listWebhookAttempts', summary: 'Forsøkene på å melde fra, de nyeste først' })
  @ApiOkResponse({ type: WebhookAttemptPage, example: { data: [attemptExample], nextCursor: null } })
  async attempts(
    @Param('id') id: string,
    @Query() query: WebhookListQuery,
    @Caller() caller: Caller,
  ): Promise<Page<WebhookAttemptView>> {
    await this.found(id, caller);
    const [before] = decodeCursor(query.cursor) ?? [];
    const found = await this.webhooks.attempts(id, before === undefined ? undefined : Number(before), query.limit + 1);
    const page = pageOf(found, query, ({ position }) => [position]);
    return { data: page.data.map(attemptView), nextCursor: page.nextCursor };
  }

  @Post(':id/test-events')
  @HttpCode(202)
  @ApiOperation({ operationId: 'sendTestEvent', summary: 'Send en testhendelse' })
  @ApiAcceptedResponse({ type: OwedMessage, example: { messageId: attemptExample.messageId } })
  async test(@Param('id') id: string, @Caller() caller: Caller): Promise<OwedMessage> {
    await this.found(id, caller);
    const context = caller.context();
    const messageId = idOf('msg', id, context.commandId);
    const data = { messageId, type: 'test', subject: id, at: context.occurredAt } as const;
    answer(await this.commands.execute(new ChangeWebhook(id, { type: 'OweWebhookMessage', data }, context)), problems);
    return { messageId };
  }

  @Post(':id/resends')
  @HttpCode(202)
  @ApiOperation({ operationId: 'resendWebhookMessage', summary: 'Send en melding på nytt' })
  @ApiAcceptedResponse({ type: OwedMessage, example: { messageId: attemptExample.messageId } })
  async resend(
    @Param('id') id: string,
    @Body() { messageId }: ResendBody,
    @Caller() caller: Caller,
  ): Promise<OwedMessage> {
    await this.found(id, caller);
    const order = { type: 'ResendWebhookMessage', data: { messageId } } as const;
    answer(await this.commands.execute(new ChangeWebhook(id, order, caller.context())), problems);
    return { messageId };
  }

  @Post(':id/closings')
  @HttpCode(200)
  @ApiOperation({ operationId: 'closeWebhook', summary: 'Slutt å melde fra dit' })
  @ApiOkResponse({
    type: WebhookView,
    example: { ...webhookExample, closedAt: '2027-01-10T09:00:00.000Z', closedBecause: 'ASKED' },
  })
  async close(@Param('id') id: string, @Caller() caller: Caller): Promise<WebhookView> {
    await this.found(id, caller);
    const order = { type: 'CloseWebhook', data: {} } as const;
    answer(await this.commands.execute(new ChangeWebhook(id, order, caller.context())), problems);
    return this.shown(await this.found(id, caller));
  }

  private shown(record: WebhookRecord): WebhookView {
    return webhookView(record, this.signer.publicKey);
  }

  /** The webhook, if it is the caller's; otherwise it is as if there were none. */
  private async found(id: string, caller: Caller): Promise<WebhookRecord> {
    const found = await this.webhooks.find(id, recipientOf(caller));
    if (!found) throw new Problem({ code: 'WEBHOOK_UNKNOWN', ...problems.WEBHOOK_UNKNOWN });
    return found;
  }
}
