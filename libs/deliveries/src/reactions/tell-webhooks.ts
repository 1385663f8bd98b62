import { EventStore } from '@kull/event-store';
import { idOf, systemClock, uuidOf } from '@kull/kernel';
import { type JobContext, JobHandler } from '@kull/messaging';
import { Injectable } from '@nestjs/common';
import { webhook } from '../domain/webhook';
import type { WebhookType } from '../domain/webhook.events';
import { AssociationExportQueries } from '../read-models/association-exports.query';
import { WebhookQueries } from '../read-models/webhooks.query';

interface Told {
  readonly type: WebhookType;
  readonly subject: string;
  readonly eventId: string;
  readonly at: string;
}

/** Owes one message to every address that wants it, of the organisations that the thing was delivered to. */
@Injectable()
@JobHandler('tell-webhooks', { concurrency: 2 })
export class TellWebhooks {
  constructor(
    private readonly events: EventStore,
    private readonly exports: AssociationExportQueries,
    private readonly webhooks: WebhookQueries,
  ) {}

  async handle({ type, subject, eventId, at }: Told, { fence }: JobContext): Promise<void> {
    const of = type === 'export.released' ? { batchId: subject } : { certificateNo: subject };
    const recipients = await this.exports.recipientsOf(of);
    for (const id of await this.webhooks.openOf(recipients)) {
      const data = { messageId: idOf('msg', id, eventId), type, subject, at };
      const context = {
        commandId: uuidOf('owe-webhook-message', id, eventId),
        actor: 'worker',
        occurredAt: systemClock.now(),
        source: 'reaction',
      };
      await this.events.execute(webhook, id, { type: 'OweWebhookMessage', data }, context, { fence });
    }
  }
}
