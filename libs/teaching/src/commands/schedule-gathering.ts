import { type CommandContext, EventStore, type Outcome } from '@kull/event-store';
import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { programmeClass } from '../domain/class';
import type { ClassRejection } from '../domain/class.commands';
import type { ClassEvent } from '../domain/class.events';
import type { Gathering } from '../domain/gathering';

/** Puts a gathering of the class on the timetable. */
export class ScheduleGathering extends Command<Outcome<ClassEvent, ClassRejection>> {
  constructor(
    readonly classId: string,
    readonly gathering: Gathering,
    readonly context: CommandContext,
    readonly seenVersion?: number,
  ) {
    super();
  }
}

@CommandHandler(ScheduleGathering)
export class ScheduleGatheringHandler implements ICommandHandler<ScheduleGathering> {
  constructor(private readonly events: EventStore) {}

  execute({ classId, gathering, context, seenVersion }: ScheduleGathering) {
    const command = { type: 'ScheduleGathering', data: { classId, gathering } } as const;
    return this.events.execute(programmeClass, classId, command, context, { seenVersion });
  }
}
