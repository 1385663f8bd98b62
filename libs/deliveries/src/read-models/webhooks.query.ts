import { EventStore } from '@kull/event-store';
import type { Instant } from '@kull/kernel';
import { Injectable } from '@nestjs/common';

/** An address that is told what is new. */
export interface WebhookRecord {
  readonly id: string;
  readonly orgNumber: string;
  readonly url: string;
  readonly types: readonly string[];
  readonly registeredAt: Instant;
  readonly closedAt: Instant | null;
  readonly closedBecause: 'ASKED' | 'GONE' | null;
}

/** One time that it was told, or was to be. */
export interface WebhookAttemptRecord {
  readonly position: number;
  readonly messageId: string;
  readonly type: string;
  readonly subject: string;
  readonly attempt: number;
  readonly status: number | null;
  readonly fault: string | null;
  readonly durationMs: number;
  readonly outcome: string;
  readonly at: Instant;
  readonly nextAttemptAt: Instant | null;
}

type WebhookRow = Omit<WebhookRecord, 'registeredAt' | 'closedAt'> & {
  readonly registeredAt: Date;
  readonly closedAt: Date | null;
};
type AttemptRow = Omit<WebhookAttemptRecord, 'at' | 'nextAttemptAt'> & {
  readonly at: Date;
  readonly nextAttemptAt: Date | null;
};

const WEBHOOK = `select webhook_id as id, org_number as "orgNumber", url, types, registered_at as "registeredAt",
    closed_at as "closedAt", closed_because as "closedBecause"
  from webhook_v1 where ($1::text is null or org_number = $1)`;

const recordOf = (row: WebhookRow): WebhookRecord => ({
  ...row,
  registeredAt: row.registeredAt.toISOString(),
  closedAt: row.closedAt?.toISOString() ?? null,
});

/** Looks up webhooks; `orgNumber` absent asks for everybody's. */
@Injectable()
export class WebhookQueries {
  constructor(private readonly events: EventStore) {}

  async find(id: string, orgNumber?: string): Promise<WebhookRecord | undefined> {
    const [row] = await this.events.query<WebhookRow>(`${WEBHOOK} and webhook_id = $2`, [orgNumber ?? null, id]);
    return row && recordOf(row);
  }

  async page(orgNumber: string | undefined, after: string, limit: number): Promise<WebhookRecord[]> {
    const rows = await this.events.query<WebhookRow>(`${WEBHOOK} and webhook_id > $2 order by webhook_id limit $3`, [
      orgNumber ?? null,
      after,
      limit,
    ]);
    return rows.map(recordOf);
  }

  /** The open webhooks of these organisations. */
  async openOf(orgNumbers: readonly string[]): Promise<string[]> {
    const rows = await this.events.query<{ id: string }>(
      'select webhook_id as id from webhook_v1 where org_number = any($1) and closed_at is null order by webhook_id',
      [orgNumbers],
    );
    return rows.map(({ id }) => id);
  }

  /** The attempts before a position, the newest first. */
  async attempts(id: string, before: number | undefined, limit: number): Promise<WebhookAttemptRecord[]> {
    const rows = await this.events.query<AttemptRow>(
      `select a.position::float8 as position, a.message_id as "messageId", m.type, m.subject, a.attempt, a.status, a.fault,
              a.duration_ms as "durationMs", a.outcome, a.at, a.next_at as "nextAttemptAt"
         from webhook_attempt_v1 a join webhook_message_v1 m using (message_id)
        where a.webhook_id = $1 and ($2::bigint is null or a.position < $2)
        order by a.position desc limit $3`,
      [id, before ?? null, limit],
    );
    return rows.map((row) => ({
      ...row,
      at: row.at.toISOString(),
      nextAttemptAt: row.nextAttemptAt?.toISOString() ?? null,
    }));
  }
}
