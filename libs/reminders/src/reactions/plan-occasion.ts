import { EventStore } from '@kull/event-store';
import { DatabaseClock } from '@kull/http';
import { JobHandler } from '@kull/messaging';
import { Injectable } from '@nestjs/common';
import type { Subject } from '../domain/occasion';
import { hearsEvents } from '../event-source';
import { DueReminders } from '../planning/due-reminders';
import { ReminderPlanQueries } from '../read-models/reminder-plans.query';
import { SubjectRegistry } from '../subject-registry';

/** What an event makes to be told at once; nothing of what lies before the plan, or is no news any more (D11). */
@Injectable()
@JobHandler('plan-occasion', { concurrency: 2 })
export class PlanOccasion {
  constructor(
    private readonly events: EventStore,
    private readonly clock: DatabaseClock,
    private readonly plans: ReminderPlanQueries,
    private readonly subjects: SubjectRegistry,
    private readonly due: DueReminders,
  ) {}

  async handle(payload: {
    readonly subject: Subject;
    readonly stream: string;
    readonly version: number;
  }): Promise<void> {
    const source = this.subjects.find(payload.subject)?.source;
    const plans = await this.plans.on({ subject: payload.subject });
    if (!source || !hearsEvents(source) || plans.length === 0) return;
    const event = (await this.events.readStream(payload.stream)).find(({ version }) => version === payload.version);
    if (!event) throw new Error(`${payload.stream} has no version ${payload.version}`);
    const now = await this.clock.now();
    for (const plan of plans) {
      const occasions = await source.fromEvent(plan, event);
      const news = occasions.filter(({ dueAt, validUntil }) => dueAt >= plan.onSince! && validUntil > now);
      await this.due.plan(plan, news);
    }
    await this.due.handOver();
  }
}
