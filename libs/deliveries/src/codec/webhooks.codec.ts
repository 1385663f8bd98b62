import { defineCodec, leaf } from '@kull/event-store';
import { z } from 'zod';
import { webhookTypes } from '../domain/webhook.events';

/** The stored form of what recipients are told. The address of a machine is no person's; it bears no credentials. */
export const webhooksCodec = defineCodec({
  WebhookRegistered: {
    schemaVersion: 1,
    schema: z.strictObject({
      orgNumber: leaf.code(),
      url: leaf.publicText(),
      types: z.array(z.enum(webhookTypes)).min(1),
    }),
  },
  WebhookMessageOwed: {
    schemaVersion: 1,
    schema: z.strictObject({
      messageId: leaf.id(),
      type: z.enum([...webhookTypes, 'test']),
      subject: leaf.id(),
      at: leaf.instant(),
    }),
  },
  WebhookAttempted: {
    schemaVersion: 1,
    schema: z.strictObject({
      messageId: leaf.id(),
      attempt: leaf.integer(),
      status: leaf.integer().optional(),
      fault: z.enum(['ADDRESS_NOT_ALLOWED', 'NOT_FOUND', 'TIMEOUT', 'TLS', 'NETWORK']).optional(),
      durationMs: leaf.integer(),
      outcome: z.enum(['DELIVERED', 'FAILED', 'GIVEN_UP']),
      nextAttemptAt: leaf.instant().optional(),
    }),
  },
  WebhookResendAsked: {
    schemaVersion: 1,
    schema: z.strictObject({ messageId: leaf.id(), attempt: leaf.integer() }),
  },
  WebhookClosed: { schemaVersion: 1, schema: z.strictObject({ reason: z.enum(['ASKED', 'GONE']) }) },
});
