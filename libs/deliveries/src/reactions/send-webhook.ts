import { EventStore } from '@kull/event-store';
import { systemClock, uuidOf } from '@kull/kernel';
import { type JobContext, JobHandler } from '@kull/messaging';
import { Injectable } from '@nestjs/common';
import { webhook } from '../domain/webhook';
import { WebhookPost } from '../webhooks/webhook-post';
import { WebhookSigner } from '../webhooks/webhook-signer';

interface Attempt {
  readonly webhookId: string;
  readonly messageId: string;
  readonly attempt: number;
}

/**
 * Makes one attempt and puts on record what came of it. A worker that dies between the two makes it again: the
 * recipient may get a message twice, under the same `webhook-id`.
 */
@Injectable()
@JobHandler('send-webhook', { concurrency: 4 })
export class SendWebhook {
  constructor(
    private readonly events: EventStore,
    private readonly signer: WebhookSigner,
    private readonly sender: WebhookPost,
  ) {}

  async handle({ webhookId, messageId, attempt }: Attempt, { fence }: JobContext): Promise<void> {
    const { state } = await this.events.load(webhook, webhookId);
    if (state.status !== 'open') return;
    const message = state.messages.get(messageId);
    if (!message?.waiting || message.attempts + 1 !== attempt) return;
    const { type, at, subject } = message;
    const body = JSON.stringify({ type, timestamp: at, data: { id: subject } });
    const startedAt = systemClock.now();
    const outcome = await this.sender.post(state.url, body, {
      'content-type': 'application/json',
      'user-agent': 'Kull',
      ...this.signer.headers(webhookId, messageId, body, new Date(startedAt)),
    });
    const endedAt = systemClock.now();
    const durationMs = Math.max(0, Date.parse(endedAt) - Date.parse(startedAt));
    await this.events.execute(
      webhook,
      webhookId,
      { type: 'RecordWebhookAttempt', data: { messageId, attempt, durationMs, endedAt, ...outcome } },
      {
        commandId: uuidOf('webhook-attempt', messageId, attempt),
        actor: 'worker',
        occurredAt: endedAt,
        source: 'reaction',
      },
      { fence },
    );
  }
}
