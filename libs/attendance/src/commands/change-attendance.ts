import { type CommandContext, EventStore, type Outcome } from '@kull/event-store';
import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import type { ChangeReason, StatedAttendance } from '../domain/mark';
import { register } from '../domain/register';
import type { RegisterRejection } from '../domain/register.commands';
import type { RegisterEvent } from '../domain/register.events';
import { SessionRegisters, type SessionRejection } from '../session-registers';

export type RegisterOutcome = Outcome<RegisterEvent, RegisterRejection | SessionRejection>;

/** What somebody says of one student's attendance, and why: a class of reasons, and what they wrote. */
export interface SaidOfAttendance extends StatedAttendance {
  readonly studentNo: string;
  readonly reasonClass: ChangeReason;
  readonly reason?: string;
}

/** Changes one student's attendance by hand, in a register that credits have not been judged on (I-30, I-31). */
export class ChangeAttendance extends Command<RegisterOutcome> {
  constructor(
    readonly classId: string,
    readonly session: string,
    readonly said: SaidOfAttendance,
    readonly context: CommandContext,
  ) {
    super();
  }
}

@CommandHandler(ChangeAttendance)
export class ChangeAttendanceHandler implements ICommandHandler<ChangeAttendance> {
  constructor(
    private readonly events: EventStore,
    private readonly registers: SessionRegisters,
  ) {}

  async execute({ classId, session, said: { reason, ...said }, context }: ChangeAttendance): Promise<RegisterOutcome> {
    const found = await this.registers.of(classId, session, context);
    if ('rejected' in found) return found;
    const { commandId: correctionId, actor: correctedBy, occurredAt: now } = context;
    const data = { ...said, correctionId, correctedBy, now, judged: found.judged };
    const sealed = await this.registers.sealed(found, said.studentNo, reason);
    return this.events.execute(register, found.id, { type: 'ChangeAttendance', data }, { ...context, reason: sealed });
  }
}
