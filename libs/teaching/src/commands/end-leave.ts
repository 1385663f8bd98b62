import { type CommandContext, EventStore, type Outcome } from '@kull/event-store';
import { instantInOslo, type LocalDate } from '@kull/kernel';
import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { type EnrolmentEvent, type EnrolmentRejection, enrolment } from '../domain/enrolment';
import { enrolmentIdOf } from '../domain/ids';

/** Ends the leave that a student is on that day: from then on the student is back. */
export class EndLeave extends Command<Outcome<EnrolmentEvent, EnrolmentRejection>> {
  constructor(
    readonly classId: string,
    readonly studentNo: string,
    readonly on: LocalDate,
    readonly context: CommandContext,
  ) {
    super();
  }
}

@CommandHandler(EndLeave)
export class EndLeaveHandler implements ICommandHandler<EndLeave> {
  constructor(private readonly events: EventStore) {}

  execute({ classId, studentNo, on, context }: EndLeave): Promise<Outcome<EnrolmentEvent, EnrolmentRejection>> {
    const command = { type: 'EndLeave', data: { on } } as const;
    const occurredAt = instantInOslo(on);
    return this.events.execute(enrolment, enrolmentIdOf(classId, studentNo), command, { ...context, occurredAt });
  }
}
