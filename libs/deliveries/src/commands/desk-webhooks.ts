import { setTimeout as pause } from 'node:timers/promises';
import type { CommandContext } from '@kull/event-store';
import { idOf } from '@kull/kernel';
import { Injectable } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import type { WebhookCommand, WebhookRejection } from '../domain/webhook';
import { type WebhookType, webhookTypes } from '../domain/webhook.events';
import { type WebhookAttemptRecord, WebhookQueries, type WebhookRecord } from '../read-models/webhooks.query';
import { WebhookPost } from '../webhooks/webhook-post';
import { WebhookSigner } from '../webhooks/webhook-signer';
import { ChangeWebhook } from './webhooks';

/** - `NO_TYPES`: nothing was chosen to be told of. */
export type DeskWebhookFault = WebhookRejection['code'] | 'WEBHOOK_ADDRESS_NOT_ALLOWED' | 'NO_TYPES';

/** So long a test waits for the answer; it comes to the log of attempts whenever it comes. */
const ANSWER_WITHIN = { tries: 15, eachMs: 200 };
const ATTEMPTS_SHOWN = 50;
const WEBHOOKS = 100;

/** Where one organisation is told what is new, for its own desk (ux.md L8). Of another's there is nothing (I-53). */
@Injectable()
export class DeskWebhooks {
  constructor(
    private readonly webhooks: WebhookQueries,
    private readonly sender: WebhookPost,
    private readonly signer: WebhookSigner,
    private readonly commands: CommandBus,
  ) {}

  of(orgNumber: string): Promise<readonly WebhookRecord[]> {
    return this.webhooks.page(orgNumber, '', WEBHOOKS);
  }

  find(orgNumber: string, id: string): Promise<WebhookRecord | undefined> {
    return this.webhooks.find(id, orgNumber);
  }

  /** Its attempts, the newest first. */
  async attempts(orgNumber: string, id: string): Promise<readonly WebhookAttemptRecord[]> {
    return (await this.find(orgNumber, id)) ? this.webhooks.attempts(id, undefined, ATTEMPTS_SHOWN) : [];
  }

  /** The secret is told this once. The same context again: the same webhook. */
  async register(
    orgNumber: string,
    url: string,
    types: readonly WebhookType[],
    context: CommandContext,
  ): Promise<{ readonly id: string; readonly secret: string } | { readonly fault: DeskWebhookFault }> {
    if (types.length === 0) return { fault: 'NO_TYPES' };
    if (!URL.canParse(url) || url.length > 300 || !(await this.sender.mayGoTo(url)))
      return { fault: 'WEBHOOK_ADDRESS_NOT_ALLOWED' };
    const id = idOf('whk', context.commandId);
    const fault = await this.change(id, { type: 'RegisterWebhook', data: { orgNumber, url, types } }, context);
    return fault ? { fault } : { id, secret: this.signer.secretOf(id) };
  }

  /** Sends a test and waits a little for the answer; undefined: it has not come yet. */
  async test(
    orgNumber: string,
    id: string,
    context: CommandContext,
  ): Promise<{ readonly answer?: WebhookAttemptRecord } | { readonly fault: DeskWebhookFault }> {
    if (!(await this.find(orgNumber, id))) return { fault: 'WEBHOOK_UNKNOWN' };
    const messageId = idOf('msg', id, context.commandId);
    const data = { messageId, type: 'test', subject: id, at: context.occurredAt } as const;
    const fault = await this.change(id, { type: 'OweWebhookMessage', data }, context);
    if (fault) return { fault };
    for (let tried = 0; tried < ANSWER_WITHIN.tries; tried++) {
      const answer = (await this.webhooks.attempts(id, undefined, 10)).find((one) => one.messageId === messageId);
      if (answer) return { answer };
      await pause(ANSWER_WITHIN.eachMs);
    }
    return {};
  }

  resend(orgNumber: string, id: string, messageId: string, context: CommandContext) {
    return this.changeOwn(orgNumber, id, { type: 'ResendWebhookMessage', data: { messageId } }, context);
  }

  close(orgNumber: string, id: string, context: CommandContext) {
    return this.changeOwn(orgNumber, id, { type: 'CloseWebhook', data: {} }, context);
  }

  private async changeOwn(
    orgNumber: string,
    id: string,
    order: WebhookCommand,
    context: CommandContext,
  ): Promise<WebhookRejection['code'] | undefined> {
    return (await this.find(orgNumber, id)) ? this.change(id, order, context) : 'WEBHOOK_UNKNOWN';
  }

  private async change(
    id: string,
    order: WebhookCommand,
    context: CommandContext,
  ): Promise<WebhookRejection['code'] | undefined> {
    const outcome = await this.commands.execute(new ChangeWebhook(id, order, context));
    // No version is named, so none can differ.
    return 'rejected' in outcome ? (outcome.rejected as WebhookRejection).code : undefined;
  }
}

/** Which of the events that can be told of are chosen. */
export const webhookTypesIn = (isChosen: (type: WebhookType) => boolean): readonly WebhookType[] =>
  webhookTypes.filter(isChosen);
