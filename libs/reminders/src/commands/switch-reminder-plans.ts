import { type CommandContext, EventStore, type Outcome } from '@kull/event-store';
import { DatabaseClock } from '@kull/http';
import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import type { Subject } from '../domain/occasion';
import { type ReminderPlanEvent, type ReminderPlanRejection, reminderPlan } from '../domain/reminder-plan';

/** Switches plans of a programme on from now, or off. */
export class SwitchReminderPlans extends Command<Outcome<ReminderPlanEvent, ReminderPlanRejection>> {
  constructor(
    readonly programmeCode: string,
    readonly subjects: readonly Subject[],
    readonly on: boolean,
    readonly context: CommandContext,
  ) {
    super();
  }
}

@CommandHandler(SwitchReminderPlans)
export class SwitchReminderPlansHandler implements ICommandHandler<SwitchReminderPlans> {
  constructor(
    private readonly events: EventStore,
    private readonly clock: DatabaseClock,
  ) {}

  /** `now` is PostgreSQL's: what falls due is compared with it. */
  async execute({
    programmeCode,
    subjects,
    on,
    context,
  }: SwitchReminderPlans): Promise<Outcome<ReminderPlanEvent, ReminderPlanRejection>> {
    const data = { subjects, on, at: await this.clock.now() };
    return this.events.execute(reminderPlan, programmeCode, { type: 'SwitchReminderPlans', data }, context);
  }
}
