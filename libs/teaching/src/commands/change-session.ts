import { type CommandContext, EventStore, type Outcome } from '@kull/event-store';
import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { programmeClass } from '../domain/class';
import type { ClassRejection } from '../domain/class.commands';
import type { ClassEvent } from '../domain/class.events';
import type { SessionChange } from '../domain/session-change';

/** Adds, moves or calls off one session of a gathering. */
export class ChangeSession extends Command<Outcome<ClassEvent, ClassRejection>> {
  constructor(
    readonly classId: string,
    readonly number: number,
    readonly change: SessionChange,
    readonly context: CommandContext,
    readonly seenVersion?: number,
  ) {
    super();
  }
}

@CommandHandler(ChangeSession)
export class ChangeSessionHandler implements ICommandHandler<ChangeSession> {
  constructor(private readonly events: EventStore) {}

  execute({ classId, number, change, context, seenVersion }: ChangeSession) {
    const data = { classId, number, change, at: context.occurredAt };
    return this.events.execute(programmeClass, classId, { type: 'ChangeSession', data }, context, { seenVersion });
  }
}
