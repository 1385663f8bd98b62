import { createZodDto } from 'nestjs-zod';
import { z } from 'zod';
import { webhookTypes } from '../domain/webhook.events';
import type { WebhookAttemptRecord, WebhookRecord } from '../read-models/webhooks.query';

export class RegisterWebhookBody extends createZodDto(
  z.strictObject({
    url: z.url().max(300),
    types: z
      .array(z.enum(webhookTypes))
      .min(1)
      .default([...webhookTypes]),
    /** For the organiser's own people, who register for others. */
    orgNumber: z
      .string()
      .regex(/^\d{9}$/)
      .optional(),
  }),
) {}

export class ResendBody extends createZodDto(z.strictObject({ messageId: z.string().min(1).max(64) })) {}

const view = z.strictObject({
  id: z.string(),
  orgNumber: z.string(),
  url: z.string(),
  types: z.array(z.string()),
  registeredAt: z.string(),
  closedAt: z.string().nullable(),
  closedBecause: z.enum(['ASKED', 'GONE']).nullable(),
  publicKey: z.string(),
});
const attempt = z.strictObject({
  messageId: z.string(),
  type: z.string(),
  subject: z.string(),
  attempt: z.int(),
  status: z.int().nullable(),
  fault: z.string().nullable(),
  durationMs: z.int(),
  outcome: z.string(),
  at: z.string(),
  nextAttemptAt: z.string().nullable(),
});

export class WebhookView extends createZodDto(view) {}
export class RegisteredWebhook extends createZodDto(z.strictObject({ ...view.shape, secret: z.string() })) {}
export class WebhookPage extends createZodDto(
  z.strictObject({ data: z.array(view), nextCursor: z.string().nullable() }),
) {}
export class WebhookAttemptPage extends createZodDto(
  z.strictObject({ data: z.array(attempt), nextCursor: z.string().nullable() }),
) {}
export class OwedMessage extends createZodDto(z.strictObject({ messageId: z.string() })) {}

export type WebhookAttemptView = z.infer<typeof attempt>;

export const webhookView = (record: WebhookRecord, publicKey: string): WebhookView => ({
  ...record,
  types: [...record.types],
  publicKey,
});

export const attemptView = ({ position: _, ...rest }: WebhookAttemptRecord): WebhookAttemptView => rest;

export const webhookExample: WebhookView = {
  id: 'whk_01jx8m2v7k3q5n9r4t6w8y0z2b',
  orgNumber: '960474341',
  url: 'https://kurs.example.no/kull',
  types: [...webhookTypes],
  registeredAt: '2026-07-01T08:00:00.000Z',
  closedAt: null,
  closedBecause: null,
  publicKey: 'whpk_11qYAYKxCrfVS/7TyWQHOg7hcvPapiMlrwIaaPcHURo=',
};
export const attemptExample: WebhookAttemptView = {
  messageId: 'msg_01jx8m2v7k3q5n9r4t6w8y0z2b',
  type: 'export.released',
  subject: '5f2c8a1e-7b3d-5c4e-9f60-1a2b3c4d5e6f',
  attempt: 1,
  status: 503,
  fault: null,
  durationMs: 88,
  outcome: 'FAILED',
  at: '2026-07-08T04:00:01.000Z',
  nextAttemptAt: '2026-07-08T04:00:06.000Z',
};
