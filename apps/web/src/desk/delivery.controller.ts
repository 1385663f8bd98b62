import {
  AcknowledgeAtDesk,
  DeskLines,
  DeskQueries,
  type DeskReceipt,
  ExportDownloadQueries,
  receiptRowsIn,
} from '@kull/deliveries';
import { Allow, Caller, FormBody, Problem, said, type Upload, UploadBody } from '@kull/http';
import { Body, Get, Param, Post, Query, Req, Res } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { ActorNames } from '../actor-names';
import { languageOf } from '../kit/language';
import { sendPage, WebPages } from '../kit/web-page';
import { Viewers } from '../viewers';
import { deliveryPage, type ReceiptResult } from './delivery-page';
import { deliveryAt } from './delivery-parts';
import { answersOf, givenIn, refusalIn } from './receipt-answer';

type Form = Readonly<Record<string, unknown>> | undefined;

/** Of the downloads of a delivery, so many are shown; the API has them all. */
const DOWNLOADS_SHOWN = 50;

interface Asked {
  readonly id: string;
  readonly caller: Caller;
  readonly request: FastifyRequest;
  readonly reply: FastifyReply;
}

/** One delivery at the association's desk, and the receipts for it. Of another organisation's there is none (I-53). */
@WebPages('levering/:id')
@Allow('association')
export class DeliveryController {
  constructor(
    private readonly deliveries: DeskQueries,
    private readonly lines: DeskLines,
    private readonly downloads: ExportDownloadQueries,
    private readonly commands: CommandBus,
    private readonly names: ActorNames,
    private readonly viewers: Viewers,
  ) {}

  @Get()
  async show(
    @Param('id') id: string,
    @Query('kvittert') taken: unknown,
    @Caller() caller: Caller,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const isSent = typeof taken === 'string' && /^\d{1,5}$/.test(taken);
    await this.page({ id, caller, request, reply }, isSent ? { kind: 'sent', taken: Number(taken) } : undefined);
  }

  @Post('kvittering')
  @FormBody()
  async answer(
    @Param('id') id: string,
    @Body() body: Form,
    @Caller() caller: Caller,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const asked = { id, caller, request, reply };
    const lines = await this.lines.of(id, caller.orgNumber ?? '');
    const given = givenIn(body ?? {}, lines.length);
    const said = answersOf(given, lines);
    if ('fault' in said) return this.page(asked, { kind: 'wrong', given, fault: said.fault });
    await this.send(asked, said);
  }

  @Post('avvisning')
  @FormBody()
  async refuse(
    @Param('id') id: string,
    @Body() body: Form,
    @Caller() caller: Caller,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const refused = refusalIn(body ?? {});
    if (!refused)
      throw Problem.invalid([
        { pointer: '/kode', code: 'CODE_INVALID', detail: said('Velg en kode', 'Vel ein kode', 'Choose a code') },
      ]);
    await this.send({ id, caller, request, reply }, { refused });
  }

  @Post('kvitteringsfil')
  @UploadBody()
  async sendFile(
    @Param('id') id: string,
    @Body() body: Upload | undefined,
    @Caller() caller: Caller,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const asked = { id, caller, request, reply };
    const file = body?.fil;
    if (typeof file !== 'object' || file.bytes.length === 0) return this.page(asked, { kind: 'no-file' });
    const rows = await receiptRowsIn(file.bytes);
    if (!rows) return this.page(asked, { kind: 'unusable-file' });
    const { taken, unchanged, rejected: refused } = await this.acknowledge(asked, { rows });
    await this.page(asked, { kind: 'file', taken, unchanged, refused });
  }

  /** Leads back to the delivery: loading the page again sends nothing again. */
  private async send(asked: Asked, receipt: DeskReceipt): Promise<void> {
    const { taken } = await this.acknowledge(asked, receipt);
    void asked.reply.redirect(`${deliveryAt(asked.id)}?kvittert=${taken}`, 303);
  }

  private async acknowledge({ id, caller }: Asked, receipt: DeskReceipt) {
    const context = caller.context({ source: 'desk' });
    const outcome = await this.commands.execute(new AcknowledgeAtDesk(id, caller.orgNumber ?? '', receipt, context));
    if ('rejected' in outcome) throw Problem.notFound();
    return outcome.acknowledged;
  }

  private async page({ id, caller, request, reply }: Asked, result?: ReceiptResult): Promise<void> {
    const recipient = caller.orgNumber ?? '';
    const delivery = await this.deliveries.find(id, recipient);
    if (!delivery) throw Problem.notFound();
    const [viewer, lines, receiptsSent, downloads] = await Promise.all([
      this.viewers.of(caller),
      this.lines.of(id, recipient),
      this.deliveries.receiptsSent(id, recipient),
      this.downloads.page(id, undefined, DOWNLOADS_SHOWN),
    ]);
    const nameOf = await this.names.of([...receiptsSent, ...downloads].map(({ by }) => by));
    const language = languageOf(request, reply, viewer.language);
    const isWrong = result?.kind === 'wrong' || result?.kind === 'no-file' || result?.kind === 'unusable-file';
    const parts = { delivery, lines, receiptsSent, downloads, nameOf, ...(result && { result }) };
    void sendPage(reply.status(isWrong ? 422 : 200), language, deliveryPage(language, viewer.in(language), parts));
  }
}
