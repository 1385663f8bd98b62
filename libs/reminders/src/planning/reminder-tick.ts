import { Database, type Tx } from '@kull/event-store';
import { DatabaseClock } from '@kull/http';
import type { Instant } from '@kull/kernel';
import { faultText } from '@kull/messaging';
import { Injectable, Logger } from '@nestjs/common';
import { nextAskingTime } from '../domain/asking-times';
import type { Plan } from '../domain/plan';
import { type PlanRow, planOf } from '../read-models/reminder-plans.query';
import { SubjectRegistry } from '../subject-registry';
import { DueReminders } from './due-reminders';

/** What is to be done now; one statement, and mostly the only one. */
const LOOK = `select clock.service_now($1) as now,
    exists (select from reminders.due
             where batch is null and settled_at is null and send_after <= clock.service_now($1)) as waiting,
    (select coalesce(json_agg(json_build_object('programmeCode', p.programme_code, 'subject', p.subject, 'terms', p.terms,
              'onSince', p.on_since, 'version', p.version, 'position', c.position)), '[]')
       from reminder_plan_v1 p left join reminders.cursor c using (programme_code, subject)
      where p.on_since is not null
        and (c.wake_at is null or c.wake_at <= clock.service_now($1) or c.plan_version <> p.version)) as plans`;

/** Only from where it was read: of two that ask at the same time one moves it. */
const MOVE = `insert into reminders.cursor (programme_code, subject, position, wake_at, plan_version)
  values ($1, $2, $3, $4, $5)
  on conflict (programme_code, subject) do update
    set position = greatest(reminders.cursor.position, excluded.position), wake_at = excluded.wake_at, plan_version = excluded.plan_version
    where reminders.cursor.position is not distinct from $6::timestamptz
  returning position`;

interface AskedPlan extends PlanRow {
  readonly version: number;
  readonly position: string | null;
}

interface Look {
  readonly now: Date;
  readonly waiting: boolean;
  readonly plans: readonly AskedPlan[];
}

/** What one tick did. */
export interface Ticked {
  /** Occasions that fell due and were not known yet, once per channel. */
  readonly planned: number;
  /** Jobs that were handed to the workers. */
  readonly handed: number;
}

/**
 * Asks what has fallen due, and hands what is to be sent to the workers. Any number of processes may do it at any time:
 * what is due is due once, by its key. All times are PostgreSQL's (reliability.md D8, T30, T31).
 */
@Injectable()
export class ReminderTick {
  private readonly log = new Logger('reminders');

  constructor(
    private readonly database: Database,
    private readonly clock: DatabaseClock,
    private readonly due: DueReminders,
    private readonly subjects: SubjectRegistry,
  ) {}

  async tick(): Promise<Ticked> {
    const [look] = await this.database.query<Look>(LOOK, [this.clock.movable]);
    const { now, waiting, plans } = look!;
    let planned = 0;
    for (const asked of plans) planned += await this.askAlone(asked, now.toISOString());
    if (!waiting && planned === 0) return { planned, handed: 0 };
    return { planned, handed: await this.due.handOver() };
  }

  /** A source that fails stops its own plan, loudly; it is asked again with the next tick. */
  private async askAlone(asked: AskedPlan, now: Instant): Promise<number> {
    try {
      return await this.ask(asked, now);
    } catch (fault) {
      const { programmeCode, subject } = asked;
      this.log.error({ message: 'plan not asked', programmeCode, subject, fault: faultText(fault) });
      return 0;
    }
  }

  /** What fell due under one plan since it was last asked, and how far it has been asked, in one transaction. */
  private async ask(asked: AskedPlan, now: Instant): Promise<number> {
    const plan = planOf(asked);
    const subject = this.subjects.find(plan.subject);
    if (!subject) return 0;
    const position = asked.position === null ? undefined : new Date(asked.position).toISOString();
    const since = plan.onSince!;
    const from = position !== undefined && position > since ? position : since;
    const occasions = now > from ? await subject.source.between(plan, from, now) : [];
    const fitting = occasions.filter(({ dueAt }) => dueAt > from && dueAt <= now);
    if (fitting.length < occasions.length) {
      this.log.warn({ message: 'occasions outside of what was asked', subject: plan.subject });
    }
    return this.database.transaction(async (tx) => {
      if (!(await this.move(plan, asked, now > from ? now : from, now, tx))) return 0;
      return this.due.plan(plan, fitting, tx);
    });
  }

  private async move(
    plan: Plan,
    { position, version }: AskedPlan,
    to: Instant,
    now: Instant,
    tx: Tx,
  ): Promise<boolean> {
    const wakeAt = nextAskingTime(plan, now);
    const moved = await tx.query(MOVE, [plan.programmeCode, plan.subject, to, wakeAt, version, position]);
    return moved.length > 0;
  }
}
