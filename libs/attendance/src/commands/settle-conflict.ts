import { type CommandContext, EventStore } from '@kull/event-store';
import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { register } from '../domain/register';
import { SessionRegisters } from '../session-registers';
import type { RegisterOutcome, SaidOfAttendance } from './change-attendance';

/** Says what is right about marks that disagree. `marks`: those that the person has seen. */
export class SettleConflict extends Command<RegisterOutcome> {
  constructor(
    readonly classId: string,
    readonly session: string,
    readonly said: SaidOfAttendance & { readonly marks: readonly string[] },
    readonly context: CommandContext,
  ) {
    super();
  }
}

@CommandHandler(SettleConflict)
export class SettleConflictHandler implements ICommandHandler<SettleConflict> {
  constructor(
    private readonly events: EventStore,
    private readonly registers: SessionRegisters,
  ) {}

  async execute({ classId, session, said: { reason, ...said }, context }: SettleConflict): Promise<RegisterOutcome> {
    const found = await this.registers.of(classId, session, context);
    if ('rejected' in found) return found;
    const { commandId: settlementId, actor: settledBy, occurredAt: now } = context;
    const data = { ...said, settlementId, settledBy, now, judged: found.judged };
    const sealed = await this.registers.sealed(found, said.studentNo, reason);
    return this.events.execute(register, found.id, { type: 'SettleConflict', data }, { ...context, reason: sealed });
  }
}
