import { type CommandContext, EventStore, type Outcome } from '@kull/event-store';
import { localDateInOslo } from '@kull/kernel';
import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { programmeClass } from '../domain/class';
import type { ClassRejection } from '../domain/class.commands';
import type { ClassEvent } from '../domain/class.events';
import type { Gathering } from '../domain/gathering';

/** Moves a gathering that has not begun to other days or rooms. */
export class RescheduleGathering extends Command<Outcome<ClassEvent, ClassRejection>> {
  constructor(
    readonly classId: string,
    readonly gathering: Gathering,
    readonly context: CommandContext,
    readonly seenVersion?: number,
  ) {
    super();
  }
}

@CommandHandler(RescheduleGathering)
export class RescheduleGatheringHandler implements ICommandHandler<RescheduleGathering> {
  constructor(private readonly events: EventStore) {}

  execute({ classId, gathering, context, seenVersion }: RescheduleGathering) {
    const data = { classId, gathering, on: localDateInOslo(context.occurredAt) };
    const command = { type: 'RescheduleGathering', data } as const;
    return this.events.execute(programmeClass, classId, command, context, { seenVersion });
  }
}
