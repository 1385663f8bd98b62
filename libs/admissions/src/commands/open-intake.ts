import { type CommandContext, EventStore, type Outcome } from '@kull/event-store';
import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { type IntakeRejection, intake } from '../domain/intake';
import type { IntakeEvent } from '../domain/intake.events';
import type { IntakeDefinition } from '../domain/intake-definition';
import { intakeId } from './ids';

/** Opens an intake by its definition. The same definition again changes nothing. */
export class OpenIntake extends Command<Outcome<IntakeEvent, IntakeRejection>> {
  constructor(
    readonly definition: IntakeDefinition,
    readonly context: CommandContext,
  ) {
    super();
  }
}

@CommandHandler(OpenIntake)
export class OpenIntakeHandler implements ICommandHandler<OpenIntake> {
  constructor(private readonly events: EventStore) {}

  execute({ definition, context }: OpenIntake) {
    const command = { type: 'OpenIntake' as const, data: definition };
    return this.events.execute(intake, intakeId(definition.intake), command, context);
  }
}
