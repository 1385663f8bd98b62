import type { Recorded } from '@kull/event-store';
import type { Instant } from '@kull/kernel';
import type { Reaction } from '@kull/messaging';
import type { WebhookAttempted, WebhookMessageOwed, WebhookResendAsked } from '../domain/webhook.events';

type Due = Recorded<WebhookMessageOwed> | Recorded<WebhookAttempted> | Recorded<WebhookResendAsked>;

/** Which attempt has to be made next, and not before when. */
const nextOf = (event: Due): { readonly attempt: number; readonly dueAt?: Instant } | undefined => {
  switch (event.type) {
    case 'WebhookMessageOwed':
      return { attempt: 1 };
    case 'WebhookResendAsked':
      return { attempt: (event as Recorded<WebhookResendAsked>).data.attempt };
    case 'WebhookAttempted': {
      const { attempt, nextAttemptAt } = (event as Recorded<WebhookAttempted>).data;
      return nextAttemptAt === undefined ? undefined : { attempt: attempt + 1, dueAt: nextAttemptAt };
    }
  }
};

/** When a message is owed, failed or is asked for again, it is sent. */
export const sendWebhookWhenMessageIsDue: Reaction = {
  name: 'send-webhook-when-message-is-due',
  startsAt: 'beginning',
  handles: ['WebhookMessageOwed', 'WebhookAttempted', 'WebhookResendAsked'],
  jobs: ['send-webhook'],
  react: (event) => {
    const due = event as Due;
    const next = nextOf(due);
    if (!next) return [];
    const { messageId } = due.data;
    return [
      {
        key: `send-webhook.${messageId}.${next.attempt}`,
        job: 'send-webhook',
        payload: { webhookId: event.stream.slice('webhook-'.length), messageId, attempt: next.attempt },
        ...(next.dueAt !== undefined && { dueAt: next.dueAt }),
      },
    ];
  },
};
