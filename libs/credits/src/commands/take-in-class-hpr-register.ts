import { type CommandContext, EventStore } from '@kull/event-store';
import { type HprEntry, HprRegister, People } from '@kull/people';
import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { classHprRegister } from '../domain/class-hpr-register';

/** Reads the register of health personnel that a class's numbers are looked up in; it replaces the one before. */
export class TakeInClassHprRegister extends Command<void> {
  constructor(
    readonly classId: string,
    readonly entries: readonly HprEntry[],
    readonly context: CommandContext,
  ) {
    super();
  }
}

@CommandHandler(TakeInClassHprRegister)
export class TakeInClassHprRegisterHandler implements ICommandHandler<TakeInClassHprRegister> {
  constructor(
    private readonly events: EventStore,
    private readonly people: People,
    private readonly register: HprRegister,
  ) {}

  async execute({ classId, entries, context }: TakeInClassHprRegister): Promise<void> {
    // Loaded before it is told: whoever is judged because of the event is judged by these lines.
    await this.register.load(classId, entries);
    const data = { classId, entries: entries.length, fingerprint: this.people.fingerprint(entries) };
    await this.events.execute(classHprRegister, classId, { type: 'TakeInClassHprRegister', data }, context);
  }
}
