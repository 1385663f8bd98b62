import { type CommandContext, Database, EventStore, type Tx } from '@kull/event-store';
import { Injectable } from '@nestjs/common';
import { work } from './resumed-work';
import type { QuarantinedJob } from './work-report';

/** A job that workers gave up on, and what is known of why. */
export interface SetAsideJob {
  /** Of the outbox. */
  readonly id: string;
  readonly job: string;
  /** What it is about: ids only. */
  readonly payload: Readonly<Record<string, string | number>>;
  readonly setAsideAt: string;
  readonly attempts: number;
  /** Class and code of the last error. */
  readonly fault: string;
}

/** Which of them. Of one kind, and those whose payload names one of these ids in that field. */
interface Which {
  readonly job: string;
  readonly field: string;
  readonly ids: readonly string[];
}

/** The job is not set aside any more: somebody has taken it up, or it is done. */
class NotSetAside extends Error {
  override readonly name = 'NotSetAside';
}

const SET_ASIDE = 'done_at is null and cancelled_at is null and quarantined_at is not null';
const JOBS = `select id as "outboxId", key, job, payload, quarantined_at as "quarantinedAt", errors, crashes, last_error as "lastError"
    from messaging.outbox where ${SET_ASIDE}`;
const OF = `${JOBS} and job = $1 and payload ->> $2 = any ($3::text[]) order by quarantined_at, id`;
const OLDEST = `${JOBS} order by quarantined_at, id limit $1`;
const ONE = `${JOBS} and id = $1`;

/** Its errors and crashes are forgotten, so it has as many tries as a new one; the claim is raised past any late worker. */
const AGAIN = `with again as (
    update messaging.outbox
       set quarantined_at = null, errors = 0, crashes = 0, crashed_at = null, alone = false, lease_until = null,
           enqueued_at = null, due_at = now(), claim = claim + 1
     where id = $1 and ${SET_ASIDE}
    returning id
  )
  select id, pg_notify('kull_outbox', '') from again`;

/** As long as a code may be; what is cut off is only the end of an unusual code. */
const FAULT_LENGTH = 64;

type Row = QuarantinedJob & { readonly quarantinedAt: string | Date };

const jobOf = ({ outboxId, job, payload, quarantinedAt, errors, crashes, lastError }: Row): SetAsideJob => ({
  id: outboxId,
  job,
  payload,
  setAsideAt: new Date(quarantinedAt).toISOString(),
  attempts: errors + crashes,
  fault: (lastError ?? 'Unknown').slice(0, FAULT_LENGTH),
});

/** Jobs that were set aside: what they are about, why, and once more. */
@Injectable()
export class SetAsideWork {
  constructor(
    private readonly database: Database,
    private readonly events: EventStore,
  ) {}

  /** Those of one kind about something, the oldest first. */
  async of({ job, field, ids }: Which): Promise<readonly SetAsideJob[]> {
    return (await this.database.query<Row>(OF, [job, field, ids])).map(jobOf);
  }

  /** Of every kind, the oldest first. */
  async oldest(limit: number): Promise<readonly SetAsideJob[]> {
    return (await this.database.query<Row>(OLDEST, [limit])).map(jobOf);
  }

  /**
   * Makes a job due now, with as many tries as a new one, in the transaction of the event that says who wanted it. False
   * when it is not set aside (any more): then nothing is written.
   */
  async takeUp(id: string, context: CommandContext): Promise<boolean> {
    const [row] = await this.database.query<Row>(ONE, [id]);
    if (!row) return false;
    const hold = async (tx: Tx): Promise<void> => {
      if ((await tx.query(AGAIN, [id])).length === 0) throw new NotSetAside(id);
    };
    const { payload: _, ...data } = jobOf(row);
    try {
      await this.events.execute(work, id, { type: 'ResumeWork', data }, context, { fence: { hold } });
      return true;
    } catch (fault) {
      if (fault instanceof NotSetAside) return false;
      throw fault;
    }
  }
}
