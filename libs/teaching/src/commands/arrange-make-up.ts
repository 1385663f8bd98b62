import { type CommandContext, EventStore, type Outcome } from '@kull/event-store';
import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { programmeClass } from '../domain/class';
import type { ClassEvent } from '../domain/class.events';
import { type MakeUpRejection, makeUpOf } from '../domain/make-up-options';
import { MakeUpSeats } from '../make-up-seats';
import { MakeUpWishes } from '../make-up-wishes';

/** Who makes up for which gathering, and in which class. */
export interface MakeUpWanted {
  readonly classId: string;
  readonly studentNo: string;
  readonly gathering: number;
  readonly inClassId: string;
}

/** Gives a student a seat at the same gathering of another class (W16). */
export class ArrangeMakeUp extends Command<Outcome<ClassEvent, MakeUpRejection>> {
  constructor(
    readonly wanted: MakeUpWanted,
    readonly context: CommandContext,
  ) {
    super();
  }
}

@CommandHandler(ArrangeMakeUp)
export class ArrangeMakeUpHandler implements ICommandHandler<ArrangeMakeUp> {
  constructor(
    private readonly events: EventStore,
    private readonly wishes: MakeUpWishes,
    private readonly seats: MakeUpSeats,
  ) {}

  async execute({ wanted, context }: ArrangeMakeUp): Promise<Outcome<ClassEvent, MakeUpRejection>> {
    const wish = await this.wishes.of(wanted, context.occurredAt);
    const { state } = await this.events.load(programmeClass, wanted.inClassId);
    const order = makeUpOf(wish, { classId: wanted.inClassId, state });
    if ('rejected' in order) return order;
    await this.seats.release(wanted.inClassId, context);
    return this.events.execute(programmeClass, wanted.inClassId, order, context);
  }
}
