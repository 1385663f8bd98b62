import { type CommandContext, EventStore, type Outcome } from '@kull/event-store';
import { instantInOslo } from '@kull/kernel';
import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { type EnrolmentEvent, type EnrolmentRejection, enrolment, type GrantLeave as Grant } from '../domain/enrolment';
import { enrolmentIdOf } from '../domain/ids';

/** Grants a student leave from a day on; the place is kept. */
export class GrantLeave extends Command<Outcome<EnrolmentEvent, EnrolmentRejection>> {
  constructor(
    readonly classId: string,
    readonly studentNo: string,
    readonly leave: Grant['data'],
    readonly context: CommandContext,
  ) {
    super();
  }
}

@CommandHandler(GrantLeave)
export class GrantLeaveHandler implements ICommandHandler<GrantLeave> {
  constructor(private readonly events: EventStore) {}

  execute({ classId, studentNo, leave, context }: GrantLeave): Promise<Outcome<EnrolmentEvent, EnrolmentRejection>> {
    const command = { type: 'GrantLeave', data: leave } as const;
    const occurredAt = instantInOslo(leave.from);
    return this.events.execute(enrolment, enrolmentIdOf(classId, studentNo), command, { ...context, occurredAt });
  }
}
