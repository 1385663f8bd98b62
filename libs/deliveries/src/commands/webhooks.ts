import { type CommandContext, EventStore, type Outcome } from '@kull/event-store';
import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { type WebhookCommand, type WebhookRejection, webhook } from '../domain/webhook';
import type { WebhookEvent } from '../domain/webhook.events';

/** Registers an address, tests it, sends a message there again, or closes it. */
export class ChangeWebhook extends Command<Outcome<WebhookEvent, WebhookRejection>> {
  constructor(
    readonly webhookId: string,
    readonly order: WebhookCommand,
    readonly context: CommandContext,
  ) {
    super();
  }
}

@CommandHandler(ChangeWebhook)
export class ChangeWebhookHandler implements ICommandHandler<ChangeWebhook> {
  constructor(private readonly events: EventStore) {}

  execute({ webhookId, order, context }: ChangeWebhook) {
    return this.events.execute(webhook, webhookId, order, context);
  }
}
