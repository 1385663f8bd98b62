import { type CommandContext, EventStore, type Outcome } from '@kull/event-store';
import { type HprEntry, HprRegister, People } from '@kull/people';
import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { type IntakeRejection, intake } from '../domain/intake';
import type { IntakeEvent } from '../domain/intake.events';
import { closingDay } from '../domain/intake-definition';
import { bestLast } from '../domain/verified-physician';
import { IntakeAccess } from './intake-access';

/** Reads the register of health personnel that the intake's physicians are looked up in; it replaces the one before. */
export class TakeInHprRegister extends Command<Outcome<IntakeEvent, IntakeRejection>> {
  constructor(
    readonly intakeId: string,
    readonly entries: readonly HprEntry[],
    readonly context: CommandContext,
  ) {
    super();
  }
}

@CommandHandler(TakeInHprRegister)
export class TakeInHprRegisterHandler implements ICommandHandler<TakeInHprRegister> {
  constructor(
    private readonly events: EventStore,
    private readonly intakes: IntakeAccess,
    private readonly register: HprRegister,
    private readonly people: People,
  ) {}

  async execute({ intakeId, entries, context }: TakeInHprRegister) {
    const inOrder = [...entries].sort((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1));
    const data = { entries: entries.length, fingerprint: this.people.fingerprint(inOrder) };
    const outcome = await this.events.execute(intake, intakeId, { type: 'TakeInHprRegister', data }, context);
    // Loaded after it was accepted, and again when it was known: a death in between must not leave the old one.
    if ('accepted' in outcome) {
      const { definition } = (await this.intakes.find(intakeId))!;
      await this.register.load(intakeId, bestLast(inOrder, closingDay(definition)));
    }
    return outcome;
  }
}
