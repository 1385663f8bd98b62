import { Database, type Fence, type Tx } from '@kull/event-store';
import { Injectable } from '@nestjs/common';
import type { QuarantinedJob } from './work-report';

/** The job is not set aside any more: somebody has taken it up, or it is done. */
export class NotSetAside extends Error {
  override readonly name = 'NotSetAside';
}

const OF = `select id as "outboxId", key, job, payload, quarantined_at as "quarantinedAt", errors, crashes, last_error as "lastError"
    from messaging.outbox
   where done_at is null and cancelled_at is null and quarantined_at is not null and job = $1 and payload ->> $2 = any ($3::text[])
   order by quarantined_at, id`;

/** Its errors and crashes are forgotten, so it has as many tries as a new one; the claim is raised past any late worker. */
const AGAIN = `with again as (
    update messaging.outbox
       set quarantined_at = null, errors = 0, crashes = 0, crashed_at = null, alone = false, lease_until = null,
           enqueued_at = null, due_at = now(), claim = claim + 1
     where id = $1 and quarantined_at is not null and done_at is null and cancelled_at is null
    returning id
  )
  select id, pg_notify('kull_outbox', '') from again`;

/** Jobs that were set aside, for the context whose they are: it tells people what they are about, and takes them up. */
@Injectable()
export class SetAsideWork {
  constructor(private readonly database: Database) {}

  /** Those of one kind whose payload names one of these ids in that field, the oldest first. */
  async of(job: string, field: string, ids: readonly string[]): Promise<readonly QuarantinedJob[]> {
    const rows = await this.database.query<QuarantinedJob & { quarantinedAt: Date }>(OF, [job, field, ids]);
    return rows.map((row) => ({ ...row, quarantinedAt: row.quarantinedAt.toISOString() }));
  }

  /**
   * Takes a job up again in the transaction of the event that says so: given to `execute` as its fence, so that neither
   * stands without the other.
   * @throws NotSetAside from `execute` when somebody was faster
   */
  again(outboxId: string): Fence {
    return {
      hold: async (tx: Tx) => {
        if ((await tx.query(AGAIN, [outboxId])).length === 0) throw new NotSetAside(outboxId);
      },
    };
  }
}
