import { type CommandContext, EventStore, type Outcome } from '@kull/event-store';
import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { programmeClass } from '../domain/class';
import type { ClassRejection } from '../domain/class.commands';
import type { ClassEvent } from '../domain/class.events';
import type { ClassPlan } from '../domain/class-plan';
import { classIdOf } from '../domain/ids';

/** Plans a class under its code. The same plan again changes nothing. */
export class PlanClass extends Command<Outcome<ClassEvent, ClassRejection>> {
  constructor(
    readonly plan: ClassPlan,
    readonly context: CommandContext,
  ) {
    super();
  }
}

@CommandHandler(PlanClass)
export class PlanClassHandler implements ICommandHandler<PlanClass> {
  constructor(private readonly events: EventStore) {}

  execute({ plan, context }: PlanClass): Promise<Outcome<ClassEvent, ClassRejection>> {
    return this.events.execute(programmeClass, classIdOf(plan), { type: 'PlanClass', data: plan }, context);
  }
}
