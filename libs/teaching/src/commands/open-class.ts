import { type CommandContext, EventStore, type Outcome } from '@kull/event-store';
import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { programmeClass } from '../domain/class';
import type { ClassRejection } from '../domain/class.commands';
import type { ClassEvent } from '../domain/class.events';

/** Opens a planned class for students. */
export class OpenClass extends Command<Outcome<ClassEvent, ClassRejection>> {
  constructor(
    readonly classId: string,
    readonly context: CommandContext,
    readonly seenVersion?: number,
  ) {
    super();
  }
}

@CommandHandler(OpenClass)
export class OpenClassHandler implements ICommandHandler<OpenClass> {
  constructor(private readonly events: EventStore) {}

  execute({ classId, context, seenVersion }: OpenClass): Promise<Outcome<ClassEvent, ClassRejection>> {
    return this.events.execute(programmeClass, classId, { type: 'OpenClass', data: {} }, context, { seenVersion });
  }
}
