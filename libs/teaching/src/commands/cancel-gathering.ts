import { type CommandContext, EventStore, type Outcome } from '@kull/event-store';
import { localDateInOslo } from '@kull/kernel';
import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import type { CallOffReason } from '../domain/call-off-reason';
import { programmeClass } from '../domain/class';
import type { ClassRejection } from '../domain/class.commands';
import type { ClassEvent } from '../domain/class.events';

/** Takes a gathering that has not begun off the timetable, for a reason. It can be scheduled again. */
export class CancelGathering extends Command<Outcome<ClassEvent, ClassRejection>> {
  constructor(
    readonly classId: string,
    readonly number: number,
    readonly reasonClass: CallOffReason,
    readonly context: CommandContext,
    readonly seenVersion?: number,
  ) {
    super();
  }
}

@CommandHandler(CancelGathering)
export class CancelGatheringHandler implements ICommandHandler<CancelGathering> {
  constructor(private readonly events: EventStore) {}

  execute({ classId, number, reasonClass, context, seenVersion }: CancelGathering) {
    const data = { classId, number, reasonClass, on: localDateInOslo(context.occurredAt) };
    return this.events.execute(programmeClass, classId, { type: 'CancelGathering', data }, context, { seenVersion });
  }
}
