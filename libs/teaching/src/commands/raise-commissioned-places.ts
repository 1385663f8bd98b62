import { type CommandContext, EventStore, type Outcome } from '@kull/event-store';
import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { type CohortEvent, type CohortRejection, cohort } from '../domain/cohort';

/** More places are commissioned for a cohort (I-22). */
export class RaiseCommissionedPlaces extends Command<Outcome<CohortEvent, CohortRejection>> {
  constructor(
    readonly cohortId: string,
    readonly places: number,
    readonly context: CommandContext,
  ) {
    super();
  }
}

@CommandHandler(RaiseCommissionedPlaces)
export class RaiseCommissionedPlacesHandler implements ICommandHandler<RaiseCommissionedPlaces> {
  constructor(private readonly events: EventStore) {}

  execute({ cohortId, places, context }: RaiseCommissionedPlaces) {
    const command = { type: 'RaiseCommissionedPlaces', data: { places } } as const;
    return this.events.execute(cohort, cohortId, command, context);
  }
}
