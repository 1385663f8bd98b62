import { Database, Wakeup } from '@kull/event-store';
import { Logger } from '@nestjs/common';
import { faultText } from './fault-text';
import { Loop } from './loop';
import type { Delivery, JobQueue } from './queue/job-queue';

const BATCH = 1_000;
/** At most so often is looked for what the queue lost (reliability.md 6: every ≤ 5 s, which is the slow poll). */
const REDRIVE_EVERY_MS = 4_500;
const LOST_AFTER_SECONDS = 1;
/** While the queue has work, only so many of what it seems to have lost are offered to it again. */
const REDRIVE_WHILE_BUSY = 200;

const OPEN = 'done_at is null and cancelled_at is null and quarantined_at is null';

/** What is due, what seems lost, and when the next one is due, in one statement. */
const TAKE = `with due as (
    select id from messaging.outbox
     where enqueued_at is null and ${OPEN} and due_at <= now() and job = any ($1)
     order by due_at limit $2 for update skip locked
  ), lost as (
    select id from messaging.outbox
     where enqueued_at < now() - make_interval(secs => $4) and ${OPEN} and job = any ($1)
       and (lease_until is null or lease_until < now())
     order by enqueued_at limit $3 for update skip locked
  ), taken as (
    update messaging.outbox o set enqueued_at = now()
      from (select id, false as lost from due union all select id, true from lost) t where o.id = t.id
    returning o.id, o.job, o.claim, t.lost
  )
  select id as "outboxId", job, claim, lost, null::float8 as "nextDueMs" from taken
  union all
  select null, null, null, null, extract(epoch from min(due_at) - now()) * 1000 from messaging.outbox
   where enqueued_at is null and ${OPEN} and due_at > now()`;

const GIVE_BACK = `update messaging.outbox set enqueued_at = null
  where id = any ($1::uuid[]) and ${OPEN} and lease_until is null`;

interface Taken extends Delivery {
  readonly lost: boolean | null;
  readonly nextDueMs: number | null;
}

/**
 * Puts what is due on the queue, and again what the queue lost. Any number of relays may run: each row goes through one
 * of them. Due times are compared by the database's clock (reliability.md D8).
 */
export class Relay {
  private readonly log = new Logger('relay');
  private readonly loop: Loop;
  private readonly wakeup: Wakeup;
  private lookedForLostAt = Number.NEGATIVE_INFINITY;

  constructor(
    private readonly database: Database,
    private readonly queue: JobQueue,
    private readonly jobs: readonly string[],
  ) {
    this.loop = new Loop(
      () => this.pass(),
      (fault) => this.log.warn({ message: 'nothing put on the queue', fault: faultText(fault) }),
    );
    this.wakeup = new Wakeup(database, 'kull_outbox', () => this.loop.wake());
  }

  start(): Promise<void> {
    return this.wakeup.start();
  }

  async stop(): Promise<void> {
    await this.wakeup.stop();
    await this.loop.stop();
  }

  /** A job of this process wants to run again, later. */
  wake(): void {
    this.loop.wake();
  }

  private async pass(): Promise<void> {
    let lostToTake = 0;
    if (performance.now() - this.lookedForLostAt >= REDRIVE_EVERY_MS) {
      this.lookedForLostAt = performance.now();
      lostToTake = REDRIVE_WHILE_BUSY;
    }
    for (;;) {
      const rows = await this.database.query<Taken>(TAKE, [this.jobs, BATCH, lostToTake, LOST_AFTER_SECONDS]);
      const taken = rows.filter(({ outboxId }) => outboxId);
      await this.hand(taken);
      const lost = taken.filter((row) => row.lost).length;
      // Most of these only wait for their turn behind others: no cause for alarm.
      if (lost > 0) this.log.log({ message: 'offered to the queue again', count: lost });
      const lostAndMore = lost > 0 && lost === lostToTake;
      const due = taken.length - lost;
      if (due < BATCH && !lostAndMore) {
        const nextDueMs = rows.find((row) => row.nextDueMs !== null)?.nextDueMs;
        if (nextDueMs != null && nextDueMs < REDRIVE_EVERY_MS) this.loop.wakeIn(nextDueMs + 1);
        return;
      }
      // An empty queue with so much to do has lost it all.
      const hasLostAll = lostAndMore && (await this.queue.waiting()) <= lost;
      if (hasLostAll) this.log.warn({ message: 'the queue has lost its jobs; all are put on it again' });
      lostToTake = hasLostAll ? BATCH : 0;
    }
  }

  private async hand(taken: readonly Taken[]): Promise<void> {
    if (taken.length === 0) return;
    try {
      await this.queue.add(taken);
    } catch (fault) {
      await this.database.query(GIVE_BACK, [taken.map(({ outboxId }) => outboxId)]);
      throw fault;
    }
  }
}
