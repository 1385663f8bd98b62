import { type CommandContext, EventStore, type Outcome } from '@kull/event-store';
import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { programmeClass } from '../domain/class';
import type { ClassEvent } from '../domain/class.events';
import { type MakeUpRejection, makeUpCancellationOf } from '../domain/make-up-options';
import { MakeUpWishes } from '../make-up-wishes';
import type { MakeUpWanted } from './arrange-make-up';

/** Gives a seat back that was arranged at a gathering of another class. */
export class CancelMakeUp extends Command<Outcome<ClassEvent, MakeUpRejection>> {
  constructor(
    readonly arranged: MakeUpWanted,
    readonly context: CommandContext,
  ) {
    super();
  }
}

@CommandHandler(CancelMakeUp)
export class CancelMakeUpHandler implements ICommandHandler<CancelMakeUp> {
  constructor(
    private readonly events: EventStore,
    private readonly wishes: MakeUpWishes,
  ) {}

  async execute({ arranged, context }: CancelMakeUp): Promise<Outcome<ClassEvent, MakeUpRejection>> {
    const { inClassId } = arranged;
    const wish = await this.wishes.of(arranged, context.occurredAt);
    const { state } = await this.events.load(programmeClass, inClassId);
    const order = makeUpCancellationOf(wish, { classId: inClassId, state });
    if ('rejected' in order) return order;
    return this.events.execute(programmeClass, inClassId, order, context);
  }
}
