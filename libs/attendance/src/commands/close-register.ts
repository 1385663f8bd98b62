import { type CommandContext, EventStore } from '@kull/event-store';
import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { register } from '../domain/register';
import { SessionRegisters } from '../session-registers';
import type { RegisterOutcome } from './change-attendance';

/** Locks the register of a session that is over: who is not marked was absent. */
export class CloseRegister extends Command<RegisterOutcome> {
  constructor(
    readonly classId: string,
    readonly session: string,
    readonly context: CommandContext,
  ) {
    super();
  }
}

@CommandHandler(CloseRegister)
export class CloseRegisterHandler implements ICommandHandler<CloseRegister> {
  constructor(
    private readonly events: EventStore,
    private readonly registers: SessionRegisters,
  ) {}

  async execute({ classId, session, context }: CloseRegister): Promise<RegisterOutcome> {
    const found = await this.registers.of(classId, session, context);
    if ('rejected' in found) return found;
    const data = { now: context.occurredAt };
    return this.events.execute(register, found.id, { type: 'CloseRegister', data }, context);
  }
}
