import { type CommandContext, EventStore, type Order } from '@kull/event-store';
import { type LocalDate, localDateInOslo, type Uuid, uuidOf } from '@kull/kernel';
import { Injectable } from '@nestjs/common';
import { programmeClass } from './domain/class';

/** The seats that classes keep free of students for their guests. */
@Injectable()
export class MakeUpSeats {
  constructor(private readonly events: EventStore) {}

  /** Gives back those that only gatherings which are over needed; to be done before somebody asks for a place. */
  async release(classId: string, context: CommandContext): Promise<void> {
    const command = { type: 'ReleaseMakeUpSeats', data: { classId, on: localDateInOslo(context.occurredAt) } } as const;
    const commandId = uuidOf('ReleaseMakeUpSeats', classId, context.commandId);
    await this.events.execute(programmeClass, classId, command, { ...context, commandId });
  }

  /** Under which id that order is remembered. */
  cancellationId(classId: string, { commandId }: Pick<CommandContext, 'commandId'>): Uuid {
    return uuidOf('CancelMakeUpsOf', classId, commandId);
  }

  /** The order that takes a student off the gatherings of a class that are still to come. */
  cancellationOf(classId: string, studentNo: string, on: LocalDate, context: CommandContext): Order {
    return {
      decider: programmeClass,
      id: classId,
      command: { type: 'CancelMakeUpsOf', data: { classId, studentNo, on } },
      commandId: this.cancellationId(classId, context),
    };
  }
}
