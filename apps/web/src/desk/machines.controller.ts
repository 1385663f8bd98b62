import {
  type DeskClientFault,
  DeskClients,
  type DeskWebhookFault,
  DeskWebhooks,
  webhookTypesIn,
} from '@kull/deliveries';
import { Allow, Caller, FormBody, Problem } from '@kull/http';
import { newUuid, uuidOf } from '@kull/kernel';
import { Body, Get, Param, Post, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { languageOf } from '../kit/language';
import { sendPage, WebPages } from '../kit/web-page';
import { Viewers } from '../viewers';
import { attemptsPage, type MachineResult, machinesPage } from './machines-page';

type Form = Readonly<Record<string, unknown>> | undefined;

interface Asked {
  readonly caller: Caller;
  readonly request: FastifyRequest;
  readonly reply: FastifyReply;
}

const textIn = (form: Form, field: string): string => {
  const value = form?.[field];
  return typeof value === 'string' ? value : '';
};

const UNKNOWN: ReadonlySet<string> = new Set<DeskClientFault | DeskWebhookFault>([
  'MACHINE_CLIENT_UNKNOWN',
  'WEBHOOK_UNKNOWN',
]);

/** A form that is sent once more asks for the same thing once more. */
const onceOf = ({ actor, context }: Caller, form: Form) => {
  const formId = textIn(form, 'skjema');
  return formId === ''
    ? context({ source: 'desk' })
    : context({ commandId: uuidOf('desk', actor, formId), source: 'desk' });
};

/** Machine access, looked after by the organisation itself: of another's programs there are none (I-53). */
@WebPages('levering/maskintilgang')
@Allow('association')
export class MachinesController {
  constructor(
    private readonly clients: DeskClients,
    private readonly webhooks: DeskWebhooks,
    private readonly viewers: Viewers,
  ) {}

  @Get()
  async show(@Caller() caller: Caller, @Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    await this.page({ caller, request, reply });
  }

  @Post('klienter')
  @FormBody()
  async register(
    @Body() body: Form,
    @Caller() caller: Caller,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const done = await this.clients.register(caller.orgNumber ?? '', textIn(body, 'nokler'), onceOf(caller, body));
    const result: MachineResult =
      'fault' in done ? { kind: 'fault', ...done } : { kind: 'registered', clientId: done.client.clientId };
    await this.page({ caller, request, reply }, result);
  }

  @Post('klienter/:id/nokler')
  @FormBody()
  async rotate(
    @Param('id') id: string,
    @Body() body: Form,
    @Caller() caller: Caller,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const keepsOld = textIn(body, 'behold') === 'ja';
    const context = caller.context({ source: 'desk' });
    const done = await this.clients.rotate(caller.orgNumber ?? '', id, textIn(body, 'nokler'), keepsOld, context);
    await this.page({ caller, request, reply }, 'fault' in done ? { kind: 'fault', ...done } : { kind: 'rotated' });
  }

  @Post('klienter/:id/stenging')
  @FormBody()
  async suspend(
    @Param('id') id: string,
    @Caller() caller: Caller,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const done = await this.clients.suspend(caller.orgNumber ?? '', id, caller.context({ source: 'desk' }));
    await this.page({ caller, request, reply }, 'fault' in done ? { kind: 'fault', ...done } : { kind: 'suspended' });
  }

  @Post('webhooker')
  @FormBody()
  async add(
    @Body() body: Form,
    @Caller() caller: Caller,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const url = textIn(body, 'adresse').trim();
    const types = webhookTypesIn((type) => textIn(body, type) === 'ja');
    const done = await this.webhooks.register(caller.orgNumber ?? '', url, types, onceOf(caller, body));
    const asked = { caller, request, reply };
    if ('fault' in done) return this.page(asked, { kind: 'fault', ...done }, url);
    await this.page(asked, { kind: 'secret', secret: done.secret });
  }

  @Get('webhooker/:id')
  async log(
    @Param('id') id: string,
    @Caller() caller: Caller,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    await this.logPage(id, { caller, request, reply });
  }

  @Post('webhooker/:id/test')
  @FormBody()
  async test(
    @Param('id') id: string,
    @Caller() caller: Caller,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const done = await this.webhooks.test(caller.orgNumber ?? '', id, caller.context({ source: 'desk' }));
    const result: MachineResult = 'fault' in done ? { kind: 'fault', ...done } : { kind: 'tested', ...done };
    await this.logPage(id, { caller, request, reply }, result);
  }

  @Post('webhooker/:id/ny-sending')
  @FormBody()
  async resend(
    @Param('id') id: string,
    @Body() body: Form,
    @Caller() caller: Caller,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const context = caller.context({ source: 'desk' });
    const fault = await this.webhooks.resend(caller.orgNumber ?? '', id, textIn(body, 'melding'), context);
    await this.logPage(id, { caller, request, reply }, fault ? { kind: 'fault', fault } : { kind: 'resent' });
  }

  @Post('webhooker/:id/stenging')
  @FormBody()
  async close(
    @Param('id') id: string,
    @Caller() caller: Caller,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const fault = await this.webhooks.close(caller.orgNumber ?? '', id, caller.context({ source: 'desk' }));
    await this.page({ caller, request, reply }, fault ? { kind: 'fault', fault } : { kind: 'closedNow' });
  }

  private async page({ caller, request, reply }: Asked, result?: MachineResult, url?: string): Promise<void> {
    const status = statusOf(result);
    const orgNumber = caller.orgNumber ?? '';
    const [viewer, clients, webhooks] = await Promise.all([
      this.viewers.of(caller),
      this.clients.of(orgNumber),
      this.webhooks.of(orgNumber),
    ]);
    const language = languageOf(request, reply, viewer.language);
    const parts = {
      clients,
      webhooks,
      formId: newUuid(),
      ...(url !== undefined && { url }),
      ...(result && { result }),
    };
    void sendPage(reply.status(status), language, machinesPage(language, viewer.in(language), parts));
  }

  private async logPage(id: string, { caller, request, reply }: Asked, result?: MachineResult): Promise<void> {
    const status = statusOf(result);
    const orgNumber = caller.orgNumber ?? '';
    const [viewer, webhook, attempts] = await Promise.all([
      this.viewers.of(caller),
      this.webhooks.find(orgNumber, id),
      this.webhooks.attempts(orgNumber, id),
    ]);
    if (!webhook) throw Problem.notFound();
    const language = languageOf(request, reply, viewer.language);
    const parts = { webhook, attempts, ...(result && { result }) };
    void sendPage(reply.status(status), language, attemptsPage(language, viewer.in(language), parts));
  }
}

/** Of what is another's, it is not said that it is there. */
const statusOf = (result: MachineResult | undefined): number => {
  if (result?.kind !== 'fault') return 200;
  if (UNKNOWN.has(result.fault)) throw Problem.notFound();
  return 422;
};
