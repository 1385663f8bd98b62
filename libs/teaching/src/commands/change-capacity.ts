import { type CommandContext, EventStore, type Outcome } from '@kull/event-store';
import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { programmeClass } from '../domain/class';
import type { ClassRejection } from '../domain/class.commands';
import type { ClassEvent } from '../domain/class.events';
import { type ProgrammeClass } from '../domain/class.state';
import { cohort } from '../domain/cohort';
import { cohortIdOf } from '../domain/ids';

/** Gives a class more places or fewer: never fewer than are taken, never more than were commissioned (I-21, I-22). */
export class ChangeCapacity extends Command<Outcome<ClassEvent, ClassRejection>> {
  constructor(
    readonly classId: string,
    readonly capacity: number,
    readonly context: CommandContext,
    readonly seenVersion?: number,
  ) {
    super();
  }
}

@CommandHandler(ChangeCapacity)
export class ChangeCapacityHandler implements ICommandHandler<ChangeCapacity> {
  constructor(private readonly events: EventStore) {}

  async execute({ classId, capacity, context, seenVersion }: ChangeCapacity) {
    const { state } = await this.events.load(programmeClass, classId);
    const data = { classId, capacity, commissionedPlaces: await this.commissionedPlaces(state) };
    return this.events.execute(programmeClass, classId, { type: 'ChangeCapacity', data }, context, { seenVersion });
  }

  /** Places are commissioned for the cohort, and only ever raised there. */
  private async commissionedPlaces(state: ProgrammeClass): Promise<number | undefined> {
    if (state.status === 'unplanned' || state.plan.intake === undefined) return undefined;
    const { state: planned } = await this.events.load(cohort, cohortIdOf(state.plan.intake));
    return planned.status === 'unplanned' ? undefined : planned.commissionedPlaces;
  }
}
