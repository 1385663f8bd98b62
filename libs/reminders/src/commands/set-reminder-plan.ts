import { type CommandContext, EventStore, type Outcome } from '@kull/event-store';
import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import {
  type ReminderPlanEvent,
  type ReminderPlanRejection,
  type ReminderPlanSet,
  reminderPlan,
} from '../domain/reminder-plan';

/** Says what is told of one subject in a programme. Whether it is on stays as it was. */
export class SetReminderPlan extends Command<Outcome<ReminderPlanEvent, ReminderPlanRejection>> {
  constructor(
    readonly programmeCode: string,
    readonly data: ReminderPlanSet['data'],
    readonly context: CommandContext,
  ) {
    super();
  }
}

@CommandHandler(SetReminderPlan)
export class SetReminderPlanHandler implements ICommandHandler<SetReminderPlan> {
  constructor(private readonly events: EventStore) {}

  execute({
    programmeCode,
    data,
    context,
  }: SetReminderPlan): Promise<Outcome<ReminderPlanEvent, ReminderPlanRejection>> {
    return this.events.execute(reminderPlan, programmeCode, { type: 'SetReminderPlan', data }, context);
  }
}
