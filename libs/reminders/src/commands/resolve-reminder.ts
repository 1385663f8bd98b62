import { type CommandContext, EventStore, type Outcome } from '@kull/event-store';
import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { type ReminderRejection, reminder } from '../domain/reminder';
import type { ReminderEvent, Resolution } from '../domain/reminder.events';

/** Says what became of a reminder that nobody knew about, or decides that it is sent again. */
export class ResolveReminder extends Command<Outcome<ReminderEvent, ReminderRejection>> {
  constructor(
    readonly reminderId: string,
    readonly resolution: Resolution,
    readonly context: CommandContext,
  ) {
    super();
  }
}

@CommandHandler(ResolveReminder)
export class ResolveReminderHandler implements ICommandHandler<ResolveReminder> {
  constructor(private readonly events: EventStore) {}

  execute({ reminderId, resolution, context }: ResolveReminder): Promise<Outcome<ReminderEvent, ReminderRejection>> {
    const data = { resolution, at: context.occurredAt };
    return this.events.execute(reminder, reminderId, { type: 'ResolveReminder', data }, context);
  }
}
