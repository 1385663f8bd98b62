import type { Instant } from '@kull/kernel';
import { createZodDto } from 'nestjs-zod';
import { z } from 'zod';
import { closedBecause, SHARE_DAYS } from '../domain/share';
import type { ShareRecord } from '../read-models/certificate-shares.query';
import type { VerificationReport } from '../read-models/verification.query';
import { verificationExample } from './verification.dto';

export class ShareBody extends createZodDto(
  z.strictObject({
    expiresInDays: z.union(SHARE_DAYS.map((days) => z.literal(days))),
    maxOpens: z.int().min(1).max(1000).optional(),
    /** For whom: a name, or where it is sent. Kept under the holder's key. */
    recipient: z.string().trim().min(1).max(200).optional(),
  }),
) {}

const share = z.strictObject({
  id: z.string(),
  certificateNo: z.string(),
  state: z.enum(['OPEN', 'EXPIRED', 'USED_UP', 'REVOKED']),
  sharedAt: z.string(),
  expiresAt: z.string(),
  maxOpens: z.int().nullable(),
  opens: z.int(),
  lastOpenedAt: z.string().nullable(),
  revokedAt: z.string().nullable(),
  recipient: z.string().nullable(),
});

export class ShareView extends createZodDto(share) {}
export class ShareList extends createZodDto(z.strictObject({ data: z.array(share) })) {}
export class MadeShareView extends createZodDto(
  z.strictObject({ id: z.string(), url: z.string(), expiresAt: z.string() }),
) {}

/** The form by which a link is opened; `visit` is of the page that it was shown on, and counts once. */
export class OpenForm extends createZodDto(
  z.object({ lang: z.string().max(10).optional(), visit: z.string().max(200).optional() }).default({}),
) {}

/** A certificate as a link shows it: the facts with the full name, what it verifies as now, and where its PDF is. */
export interface SharedView extends VerificationReport {
  readonly document: string;
  readonly expiresAt: Instant;
}

const states = {
  SHARE_EXPIRED: 'EXPIRED',
  SHARE_USED_UP: 'USED_UP',
  SHARE_REVOKED: 'REVOKED',
  SHARE_UNKNOWN: 'OPEN',
} as const;

export const shareView = (record: ShareRecord, recipient: string | undefined, now: Instant): ShareView => {
  const closed = closedBecause(record, now);
  return {
    id: record.id,
    certificateNo: record.number,
    state: closed ? states[closed] : 'OPEN',
    sharedAt: record.sharedAt,
    expiresAt: record.expiresAt,
    maxOpens: record.maxOpens ?? null,
    opens: record.opens,
    lastOpenedAt: record.lastOpenedAt,
    revokedAt: record.revokedAt,
    recipient: recipient ?? null,
  };
};

export const madeShareExample: MadeShareView = {
  id: 'shr_01jx8m2v7k3q5n9r4t6w8y0z2b',
  url: 'https://kull.example.no/b/3q2-7wABAgMEBQYHCAkKCwwNDg8QERIT',
  expiresAt: '2026-07-09T21:59:59.000Z',
};

export const shareExample: ShareView = {
  id: madeShareExample.id,
  certificateNo: '7Q4K-9M2X-T',
  state: 'OPEN',
  sharedAt: '2026-07-02T08:00:00.000Z',
  expiresAt: madeShareExample.expiresAt,
  maxOpens: 5,
  opens: 1,
  lastOpenedAt: '2026-07-03T09:12:00.000Z',
  revokedAt: null,
  recipient: 'Fastlegekontoret',
};

const { maskedName: _, ...facts } = verificationExample.facts!;

export const sharedExample: SharedView = {
  ...verificationExample,
  facts: { ...facts, name: 'Kari Testesen Prøve' },
  document: '/b/3q2-7wABAgMEBQYHCAkKCwwNDg8QERIT/mczf3k2o.oV1…/7Q4K-9M2X-T-v2.pdf',
  expiresAt: madeShareExample.expiresAt,
};
