import { type CommandContext, EventStore } from '@kull/event-store';
import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import type { Subject } from '../domain/occasion';
import { reminderChoices } from '../domain/reminder-choices';

/** A person wants letters of these kinds no more, or again. Always accepted. */
export class ChooseReminders extends Command<void> {
  constructor(
    readonly personId: string,
    readonly subjects: readonly Subject[],
    readonly choice: 'decline' | 'accept',
    readonly context: CommandContext,
  ) {
    super();
  }
}

@CommandHandler(ChooseReminders)
export class ChooseRemindersHandler implements ICommandHandler<ChooseReminders> {
  constructor(private readonly events: EventStore) {}

  async execute({ personId, subjects, choice, context }: ChooseReminders): Promise<void> {
    const type = choice === 'decline' ? 'DeclineReminders' : 'AcceptReminders';
    await this.events.execute(reminderChoices, personId, { type, data: { subjects } }, context);
  }
}
