import type { DomainEvent, Instant } from '@kull/kernel';

/** What a recipient can be told of, and `test`, which it asks for itself. */
export const webhookTypes = ['export.released', 'certificate.corrected', 'certificate.revoked'] as const;
export type WebhookType = (typeof webhookTypes)[number];
export type MessageType = WebhookType | 'test';

/** What is told: that something is new, not what. The recipient fetches it by its id. */
export interface WebhookMessage {
  readonly messageId: string;
  readonly type: MessageType;
  /** Id of the delivery, number of the certificate; of a test, the webhook itself. */
  readonly subject: string;
  readonly at: Instant;
}

/** An address of the recipient that is told what is new. */
export type WebhookRegistered = DomainEvent<
  'WebhookRegistered',
  { readonly orgNumber: string; readonly url: string; readonly types: readonly WebhookType[] }
>;
export type WebhookMessageOwed = DomainEvent<'WebhookMessageOwed', WebhookMessage>;

/** - `ADDRESS_NOT_ALLOWED`: the name led to an address inside a network. No connection was made. */
export type AttemptFault = 'ADDRESS_NOT_ALLOWED' | 'NOT_FOUND' | 'TIMEOUT' | 'TLS' | 'NETWORK';

export type WebhookAttempted = DomainEvent<
  'WebhookAttempted',
  {
    readonly messageId: string;
    /** 1, 2, 3 … of the message. */
    readonly attempt: number;
    /** What the recipient answered; absent when there was no answer. */
    readonly status?: number;
    readonly fault?: AttemptFault;
    readonly durationMs: number;
    readonly outcome: 'DELIVERED' | 'FAILED' | 'GIVEN_UP';
    /** Of a failed one. By the clock of the machine. */
    readonly nextAttemptAt?: Instant;
  }
>;
/** Somebody wants it sent once more; its attempts begin anew. */
export type WebhookResendAsked = DomainEvent<
  'WebhookResendAsked',
  { readonly messageId: string; readonly attempt: number }
>;
/** Nothing goes there any more. `GONE`: the recipient answered 410. */
export type WebhookClosed = DomainEvent<'WebhookClosed', { readonly reason: 'ASKED' | 'GONE' }>;

export type WebhookEvent =
  | WebhookRegistered
  | WebhookMessageOwed
  | WebhookAttempted
  | WebhookResendAsked
  | WebhookClosed;
