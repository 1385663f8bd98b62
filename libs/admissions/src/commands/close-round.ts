import { type CommandContext, EventStore, type Order } from '@kull/event-store';
import { uuidOf } from '@kull/kernel';
import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { application } from '../domain/application';
import type { IntakeRejection } from '../domain/intake';
import { roundOf } from '../domain/intake-definition';
import { type RoundRejection, round } from '../domain/round';
import { OfferQueries, type OfferRow } from '../read-models/offers.query';
import { roundId } from './ids';
import { IntakeAccess } from './intake-access';
import type { Result, RoundUnknown } from './result';

export type CloseRoundRejection = IntakeRejection | RoundRejection | RoundUnknown;

/** Ends a round: offers that nobody answered in time lapse, as of the round's replyBy (selection.md 5). */
export class CloseRound extends Command<Result<{ readonly lapsed: number }, CloseRoundRejection>> {
  constructor(
    readonly intakeId: string,
    readonly round: number,
    readonly context: CommandContext,
  ) {
    super();
  }
}

@CommandHandler(CloseRound)
export class CloseRoundHandler implements ICommandHandler<CloseRound> {
  constructor(
    private readonly intakes: IntakeAccess,
    private readonly offers: OfferQueries,
    private readonly events: EventStore,
  ) {}

  async execute({
    intakeId,
    round: number,
    context,
  }: CloseRound): Promise<Result<{ readonly lapsed: number }, CloseRoundRejection>> {
    const opened = await this.intakes.find(intakeId);
    if (!opened) return { rejected: { code: 'INTAKE_UNKNOWN' } };
    const { definition } = opened;
    const planned = roundOf(definition, number);
    if (!planned) return { rejected: { code: 'ROUND_UNKNOWN' } };
    const open = (await this.offers.ofRound(definition.intake, number)).filter(({ outcome }) => outcome === null);
    const id = roundId(definition.intake, number);
    const outcome = await this.events.executeTogether(
      [
        {
          decider: round,
          id,
          command: { type: 'CloseRound', data: { intake: definition.intake, round: number } },
          commandId: uuidOf('CloseRound', id),
        },
        ...open.map(lapseOrder),
      ],
      { ...context, occurredAt: planned.replyBy, source: 'round' },
    );
    if ('rejected' in outcome) return { rejected: outcome.rejected as CloseRoundRejection };
    const after = await this.offers.ofRound(definition.intake, number);
    return { done: { lapsed: after.filter(({ outcome }) => outcome === 'LAPSED').length } };
  }
}

const lapseOrder = ({ id, application: applicationId, round: number }: OfferRow): Order => ({
  decider: application,
  id: applicationId,
  command: { type: 'LapseOffer', data: { round: number } },
  commandId: uuidOf('LapseOffer', id),
});
