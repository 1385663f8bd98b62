import { fold, isRejected } from '@kull/kernel';
import { given } from '@kull/kernel/given';
import { pauses, type RecordWebhookAttempt, webhook } from './webhook';
import type { WebhookEvent } from './webhook.events';

const at = '2026-07-08T06:00:00.000Z';
const registered: WebhookEvent = {
  type: 'WebhookRegistered',
  data: { orgNumber: '960474341', url: 'https://lf.example/kull', types: ['export.released'] },
};
const message = { messageId: 'msg_1', type: 'export.released', subject: 'batch-1', at } as const;
const owed: WebhookEvent = { type: 'WebhookMessageOwed', data: message };
const owe = { type: 'OweWebhookMessage', data: message } as const;
const attempt = (n: number, status?: number): RecordWebhookAttempt => ({
  type: 'RecordWebhookAttempt',
  data: { messageId: 'msg_1', attempt: n, ...(status && { status }), durationMs: 5, endedAt: at },
});
const common = { messageId: 'msg_1', attempt: 1, durationMs: 5 };
const delivered: WebhookEvent = { type: 'WebhookAttempted', data: { ...common, status: 204, outcome: 'DELIVERED' } };
const closed = (reason: 'ASKED' | 'GONE'): WebhookEvent => ({ type: 'WebhookClosed', data: { reason } });

describe('a message of a webhook', () => {
  it('is owed once, where it is wanted and the address is open', () => {
    given(webhook)(registered).when(owe).then(owed);
    given(webhook)(registered, owed).when(owe).thenNothing();
    given(webhook)(registered)
      .when({ type: 'OweWebhookMessage', data: { ...message, type: 'certificate.revoked' } })
      .thenNothing();
    given(webhook)(registered, closed('ASKED')).when(owe).thenNothing();
    given(webhook)().when(owe).rejectedAs({ code: 'WEBHOOK_UNKNOWN' });
  });

  it('is delivered by any answer of 2xx, and each attempt counts once', () => {
    given(webhook)(registered, owed).when(attempt(1, 204)).then(delivered);
    given(webhook)(registered, owed, delivered).when(attempt(1, 204)).thenNothing();
    given(webhook)(registered, owed, delivered).when(attempt(2, 204)).thenNothing();
    given(webhook)(registered, owed).when(attempt(2, 204)).thenNothing();
  });

  it('is tried again after 5 seconds, a redirection being no answer', () => {
    given(webhook)(registered, owed)
      .when(attempt(1, 302))
      .then({
        type: 'WebhookAttempted',
        data: { ...common, status: 302, outcome: 'FAILED', nextAttemptAt: '2026-07-08T06:00:05.000Z' },
      });
  });

  it('closes the address that says it is gone', () => {
    const gone: WebhookEvent = { type: 'WebhookAttempted', data: { ...common, status: 410, outcome: 'GIVEN_UP' } };
    given(webhook)(registered, owed).when(attempt(1, 410)).then(gone, closed('GONE'));
  });

  it('is given up after three days, and sent again when somebody asks', () => {
    let history: WebhookEvent[] = [registered, owed];
    let tries = 0;
    for (let last = ''; last !== 'GIVEN_UP'; tries++) {
      const decision = webhook.decide(fold(webhook, history), attempt(tries + 1, 503));
      if (isRejected(decision)) throw new Error(decision.rejected.code);
      history = [...history, ...decision.events];
      const event = decision.events[0]!;
      last = event.type === 'WebhookAttempted' ? event.data.outcome : '';
    }
    expect(tries).toBe(pauses.length + 1);
    expect(pauses.reduce((sum, pause) => sum + pause, 0) / 86_400_000).toBeCloseTo(3.1, 0);
    const resend = { type: 'ResendWebhookMessage', data: { messageId: 'msg_1' } } as const;
    const asked: WebhookEvent = { type: 'WebhookResendAsked', data: { messageId: 'msg_1', attempt: tries + 1 } };
    given(webhook)(...history)
      .when(resend)
      .then(asked);
    given(webhook)(...history, asked)
      .when(resend)
      .rejectedAs({ code: 'WEBHOOK_MESSAGE_WAITING' });
    given(webhook)(...history, closed('ASKED'))
      .when(resend)
      .rejectedAs({ code: 'WEBHOOK_CLOSED' });
    given(webhook)(registered).when(resend).rejectedAs({ code: 'WEBHOOK_MESSAGE_UNKNOWN' });
  });
});
