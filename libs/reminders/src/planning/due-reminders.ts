import { Database, type Fence, type Tx } from '@kull/event-store';
import { DatabaseClock } from '@kull/http';
import { type Instant, uuidOf } from '@kull/kernel';
import { oweWork } from '@kull/messaging';
import { Injectable } from '@nestjs/common';
import { type Occasion, recipientKey } from '../domain/occasion';
import type { Plan } from '../domain/plan';
import { sendAfter } from '../domain/quiet-hours';
import type { PlannedReminder } from '../domain/reminder.events';
import { reminderIdOf } from '../domain/reminder-id';

/** A reminder that was handed to a worker. */
export interface HandedReminder {
  readonly id: string;
  readonly planned: PlannedReminder;
}

/** What a worker leaves behind: over, or to be handed over again later. */
export type Left = { readonly id: string } & ({ readonly settled: true } | { readonly sendAfter: Instant });

/** So many go to one recipient in one letter. */
const MOST_IN_A_BATCH = 40;
const MOST_AT_ONCE = 2_000;

const PLAN = `insert into reminders.due (id, programme_code, subject, about, step, version, recipient, channel, due_at, valid_until, send_after)
  select * from jsonb_to_recordset($1::jsonb) as d (id text, programme_code text, subject text, about text, step text,
    version text, recipient text, channel text, due_at timestamptz, valid_until timestamptz, send_after timestamptz)
  on conflict (id) do nothing returning id`;

const TAKE = `select id, recipient, channel, handovers from reminders.due
   where batch is null and settled_at is null and send_after <= clock.service_now($1)
   order by send_after, id limit $2 for update skip locked`;

const HAND = `update reminders.due d set batch = n.batch, handovers = d.handovers + 1
  from unnest($1::text[], $2::uuid[]) as n (id, batch) where d.id = n.id`;

const IN_BATCH = `select id, programme_code, subject, about, step, version, recipient, channel, due_at, valid_until
  from reminders.due where batch = $1 and settled_at is null order by due_at, id`;

const LEAVE = `update reminders.due d set
    settled_at = case when n.send_after is null then clock.service_now($4) end,
    batch = case when n.send_after is null then d.batch end,
    send_after = coalesce(n.send_after, d.send_after)
  from unnest($1::text[], $2::timestamptz[]) as n (id, send_after) where d.id = n.id and d.batch = $3 and d.settled_at is null`;

const AGAIN = `update reminders.due set batch = null, settled_at = null, send_after = $2
  where id = $1 and settled_at is not null`;

interface DueRow extends Omit<PlannedReminder, 'programmeCode' | 'dueAt' | 'validUntil'> {
  readonly id: string;
  readonly programme_code: string;
  readonly due_at: Date;
  readonly valid_until: Date;
}

const handedOf = ({ id, programme_code, due_at, valid_until, ...rest }: DueRow): HandedReminder => ({
  id,
  planned: {
    ...rest,
    programmeCode: programme_code,
    dueAt: due_at.toISOString(),
    validUntil: valid_until.toISOString(),
  },
});

/** What has fallen due and waits for its time, and what was handed to the workers. PostgreSQL remembers. */
@Injectable()
export class DueReminders {
  constructor(
    private readonly database: Database,
    private readonly clock: DatabaseClock,
  ) {}

  /** Each occasion once per channel of the plan, whoever says it how often. Answers how many were new. */
  async plan(plan: Plan, occasions: readonly Occasion[], tx: Tx = this.database): Promise<number> {
    if (occasions.length === 0) return 0;
    const rows = occasions.flatMap((occasion) => plan.channels.map((channel) => rowOf(plan, occasion, channel)));
    return (await tx.query(PLAN, [JSON.stringify(rows)])).length;
  }

  /** Hands everything whose time has come to the outbox, one job per recipient and channel. Answers how many jobs. */
  async handOver(): Promise<number> {
    let jobs = 0;
    for (;;) {
      const { taken, batches } = await this.database.transaction((tx) => this.handSome(tx));
      jobs += batches;
      if (taken < MOST_AT_ONCE) return jobs;
    }
  }

  async inBatch(batch: string): Promise<readonly HandedReminder[]> {
    return (await this.database.query<DueRow>(IN_BATCH, [batch])).map(handedOf);
  }

  /** Only for whoever still has the job. */
  async leave(batch: string, left: readonly Left[], fence: Fence): Promise<void> {
    await this.database.transaction(async (tx) => {
      await fence.hold(tx);
      await tx.query(LEAVE, [
        left.map(({ id }) => id),
        left.map((one) => ('sendAfter' in one ? one.sendAfter : null)),
        batch,
        this.clock.movable,
      ]);
    });
  }

  /** Somebody decided that it is sent once more. */
  async sendAgain(id: string, at: Instant): Promise<void> {
    await this.database.query(AGAIN, [id, at]);
  }

  private async handSome(tx: Tx): Promise<{ readonly taken: number; readonly batches: number }> {
    const rows = await tx.query<{ id: string; recipient: string; channel: string; handovers: number }>(TAKE, [
      this.clock.movable,
      MOST_AT_ONCE,
    ]);
    const batches = new Map<string, { readonly batch: string; readonly ids: readonly string[] }>();
    for (const group of groupsOf(rows)) {
      // Handed over again, it is another job.
      const batch = uuidOf('send-reminders', ...group.map(({ id, handovers }) => `${id}.${handovers}`));
      batches.set(batch, { batch, ids: group.map(({ id }) => id) });
    }
    const handed = [...batches.values()].flatMap(({ batch, ids }) => ids.map((id) => ({ id, batch })));
    if (handed.length > 0) {
      await tx.query(HAND, [handed.map(({ id }) => id), handed.map(({ batch }) => batch)]);
      const intents = [...batches.keys()].map((batch) => ({
        key: `send-reminders.${batch}`,
        job: 'send-reminders',
        payload: { batch },
      }));
      await oweWork(intents, 'reminders', tx);
    }
    return { taken: rows.length, batches: batches.size };
  }
}

const rowOf = (plan: Plan, occasion: Occasion, channel: Plan['channels'][number]) => ({
  id: reminderIdOf(occasion, channel),
  programme_code: plan.programmeCode,
  subject: occasion.subject,
  about: occasion.about,
  step: occasion.step,
  version: occasion.version,
  recipient: recipientKey(occasion.recipient),
  channel,
  due_at: occasion.dueAt,
  valid_until: occasion.validUntil,
  send_after: sendAfter(occasion, { channel, collected: plan.collected }),
});

/** Text messages go one by one; letters for one recipient go together. */
const groupsOf = <R extends { readonly id: string; readonly recipient: string; readonly channel: string }>(
  rows: readonly R[],
): readonly (readonly R[])[] => {
  const together = new Map<string, R[]>();
  for (const row of rows) {
    const key = row.channel === 'MAIL' ? row.recipient : row.id;
    together.set(key, [...(together.get(key) ?? []), row]);
  }
  return [...together.values()].flatMap((group) =>
    Array.from({ length: Math.ceil(group.length / MOST_IN_A_BATCH) }, (_, i) =>
      group.slice(i * MOST_IN_A_BATCH, (i + 1) * MOST_IN_A_BATCH),
    ),
  );
};
