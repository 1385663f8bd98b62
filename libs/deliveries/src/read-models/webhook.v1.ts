import type { ReadModel, Recorded, Tx } from '@kull/event-store';
import type { WebhookAttempted, WebhookClosed, WebhookMessageOwed, WebhookRegistered } from '../domain/webhook.events';

type WebhookFact =
  | Recorded<WebhookRegistered>
  | Recorded<WebhookMessageOwed>
  | Recorded<WebhookAttempted>
  | Recorded<WebhookClosed>;

const ofType = <Type extends WebhookFact['type']>(facts: readonly WebhookFact[], type: Type) =>
  facts.filter((fact): fact is Extract<WebhookFact, { readonly type: Type }> => fact.type === type);

const idOf = ({ stream }: WebhookFact): string => stream.slice('webhook-'.length);

const rows = (values: readonly object[]): readonly [string] => [JSON.stringify(values)];

const apply = async (page: readonly Recorded[], tx: Tx): Promise<void> => {
  const facts = page as readonly WebhookFact[];
  await tx.query(
    `insert into webhook_v1 (webhook_id, org_number, url, types, registered_at)
     select webhook_id, org_number, url, array(select jsonb_array_elements_text(types)), at
       from jsonb_to_recordset($1::jsonb) as r (webhook_id text, org_number text, url text, types jsonb, at timestamptz)`,
    rows(
      ofType(facts, 'WebhookRegistered').map((fact) => ({
        webhook_id: idOf(fact),
        org_number: fact.data.orgNumber,
        url: fact.data.url,
        types: fact.data.types,
        at: fact.occurredAt,
      })),
    ),
  );
  await tx.query(
    `insert into webhook_message_v1 (message_id, webhook_id, type, subject, at)
     select message_id, webhook_id, type, subject, at
       from jsonb_to_recordset($1::jsonb) as r (message_id text, webhook_id text, type text, subject text, at timestamptz)`,
    rows(
      ofType(facts, 'WebhookMessageOwed').map((fact) => ({
        message_id: fact.data.messageId,
        webhook_id: idOf(fact),
        type: fact.data.type,
        subject: fact.data.subject,
        at: fact.data.at,
      })),
    ),
  );
  await tx.query(
    `insert into webhook_attempt_v1 (webhook_id, position, message_id, attempt, status, fault, duration_ms, outcome, at, next_at)
     select webhook_id, position, message_id, attempt, status, fault, duration_ms, outcome, at, next_at
       from jsonb_to_recordset($1::jsonb) as r
         (webhook_id text, position bigint, message_id text, attempt integer, status integer, fault text,
          duration_ms integer, outcome text, at timestamptz, next_at timestamptz)`,
    rows(
      ofType(facts, 'WebhookAttempted').map((fact) => ({
        webhook_id: idOf(fact),
        position: fact.position,
        message_id: fact.data.messageId,
        attempt: fact.data.attempt,
        status: fact.data.status,
        fault: fact.data.fault,
        duration_ms: fact.data.durationMs,
        outcome: fact.data.outcome,
        at: fact.occurredAt,
        next_at: fact.data.nextAttemptAt,
      })),
    ),
  );
  await tx.query(
    `update webhook_v1 w set closed_at = r.at, closed_because = r.reason
       from jsonb_to_recordset($1::jsonb) as r (webhook_id text, at timestamptz, reason text)
      where w.webhook_id = r.webhook_id`,
    rows(
      ofType(facts, 'WebhookClosed').map((fact) => ({
        webhook_id: idOf(fact),
        at: fact.occurredAt,
        reason: fact.data.reason,
      })),
    ),
  );
};

/** The addresses that are told what is new, and each time that they were told. */
export const webhookReadModel: ReadModel = {
  name: 'webhook',
  version: 1,
  mode: 'inline',
  handles: ['WebhookRegistered', 'WebhookMessageOwed', 'WebhookAttempted', 'WebhookClosed'],
  tables: ['webhook_v1', 'webhook_message_v1', 'webhook_attempt_v1'],
  whose: {
    webhook_v1: { staff: 'of the machines of the association' },
    webhook_message_v1: { staff: 'of the machines of the association' },
    webhook_attempt_v1: { staff: 'of the machines of the association' },
  },
  create: `
    create table webhook_v1 (
      webhook_id     text primary key,
      org_number     text not null,
      url            text not null,
      types          text[] not null,
      registered_at  timestamptz not null,
      closed_at      timestamptz,
      closed_because text
    );
    create index webhook_v1_org on webhook_v1 (org_number, webhook_id);
    create table webhook_message_v1 (
      message_id text primary key,
      webhook_id text not null,
      type       text not null,
      subject    text not null,
      at         timestamptz not null
    );
    create table webhook_attempt_v1 (
      webhook_id  text not null,
      position    bigint not null,
      message_id  text not null,
      attempt     integer not null,
      status      integer,
      fault       text,
      duration_ms integer not null,
      outcome     text not null,
      at          timestamptz not null,
      next_at     timestamptz,
      primary key (webhook_id, position)
    );`,
  apply,
};
