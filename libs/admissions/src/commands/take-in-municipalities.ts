import { type CommandContext, EventStore, type Outcome } from '@kull/event-store';
import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { type IntakeRejection, intake } from '../domain/intake';
import type { IntakeEvent, Municipality } from '../domain/intake.events';

/** Reads the names of the municipalities. They are shown; nothing is decided by them. */
export class TakeInMunicipalities extends Command<Outcome<IntakeEvent, IntakeRejection>> {
  constructor(
    readonly intakeId: string,
    readonly municipalities: readonly Municipality[],
    readonly context: CommandContext,
  ) {
    super();
  }
}

@CommandHandler(TakeInMunicipalities)
export class TakeInMunicipalitiesHandler implements ICommandHandler<TakeInMunicipalities> {
  constructor(private readonly events: EventStore) {}

  execute({ intakeId, municipalities, context }: TakeInMunicipalities) {
    const command = { type: 'TakeInMunicipalities' as const, data: { municipalities } };
    return this.events.execute(intake, intakeId, command, context);
  }
}
