import { type CommandContext, EventStore, type Fence, type Order } from '@kull/event-store';
import { uuidOf } from '@kull/kernel';
import { Command, CommandBus, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { allocateRound, type RoundOffer } from '../domain/allocation';
import { application } from '../domain/application';
import type { ApplicationRejection } from '../domain/application.commands';
import { classOfWish } from '../domain/field';
import { type IntakeRejection, intake } from '../domain/intake';
import { type IntakeDefinition, type IntakeRound, roundOf } from '../domain/intake-definition';
import { type RoundRejection, round } from '../domain/round';
import { quotaIndex } from '../domain/standing';
import { type IntakeStanding, StandingQueries } from '../read-models/standings.query';
import { offerId, roundId } from './ids';
import { IntakeAccess } from './intake-access';
import { ReleaseEarmarkedPlaces } from './release-earmarked-places';
import type { Result, RoundUnknown } from './result';

export type MakeOffersRejection = IntakeRejection | RoundRejection | RoundUnknown | ApplicationRejection;

/** Of a round that sends itself: refused when that is not approved, and held by the worker's claim. */
interface SentBySelf {
  readonly isBySelf: true;
  readonly fence: Fence;
}

/** Makes all offers of a round at once (selection.md 5); with the first one the ranking stands. Once per round. */
export class MakeRoundOffers extends Command<Result<{ readonly offers: number }, MakeOffersRejection>> {
  constructor(
    readonly intakeId: string,
    readonly round: number,
    readonly context: CommandContext,
    readonly self?: SentBySelf,
  ) {
    super();
  }
}

@CommandHandler(MakeRoundOffers)
export class MakeRoundOffersHandler implements ICommandHandler<MakeRoundOffers> {
  constructor(
    private readonly intakes: IntakeAccess,
    private readonly standings: StandingQueries,
    private readonly events: EventStore,
    private readonly commands: CommandBus,
  ) {}

  async execute(command: MakeRoundOffers): Promise<Result<{ readonly offers: number }, MakeOffersRejection>> {
    const { intakeId, round: number, context, self } = command;
    // Earmarked places are released before the offers, also when nobody asked for it.
    const release = await this.commands.execute(new ReleaseEarmarkedPlaces(intakeId, number, context, self?.fence));
    if ('rejected' in release) return release;
    const { definition } = (await this.intakes.find(intakeId))!;
    const before = await this.intakes.round(definition.intake, number);
    if (before.status !== 'planned') return { done: { offers: before.offers } };
    return this.make(intakeId, definition, roundOf(definition, number)!, command);
  }

  private async make(
    intakeId: string,
    definition: IntakeDefinition,
    planned: IntakeRound,
    { context, self }: MakeRoundOffers,
  ): Promise<Result<{ readonly offers: number }, MakeOffersRejection>> {
    const previousIsClosed = await this.intakes.previousIsClosed(definition.intake, planned.round);
    const standing = await this.standings.of(definition);
    const { offers } = allocateRound(standing.field, standing.standing);
    const id = roundId(definition.intake, planned.round);
    const outcome = await this.events.executeTogether(
      [
        {
          decider: intake,
          id: intakeId,
          command: { type: 'ApproveRanking', data: {} },
          commandId: uuidOf('ApproveRanking', intakeId),
        },
        {
          decider: round,
          id,
          command: {
            type: 'MakeRoundOffers',
            data: {
              intake: definition.intake,
              round: planned.round,
              offers: offers.length,
              previousIsClosed,
              ...(self && { isBySelf: true }),
            },
          },
          commandId: uuidOf('MakeRoundOffers', id),
        },
        ...offers.map((offer) => orderFor(offer, definition, planned, standing)),
      ],
      { ...context, occurredAt: planned.offersAt, source: 'round' },
      { ...(self && { fence: self.fence }) },
    );
    if ('rejected' in outcome) return { rejected: outcome.rejected as MakeOffersRejection };
    return { done: { offers: offers.length } };
  }
}

const orderFor = (
  { competitor, wishNo, quota }: RoundOffer,
  definition: IntakeDefinition,
  { round: number, replyBy }: IntakeRound,
  { competitors, field }: IntakeStanding,
): Order => {
  const { id, applicationNo, person, municipality } = competitors[competitor]!;
  const wished = definition.classes[classOfWish(field, competitor, wishNo)]!;
  const earmarked = wished.earmarkedPhysicianPlaces;
  const offer = offerId(definition.intake, number, applicationNo);
  return {
    decider: application,
    id,
    command: {
      type: 'MakeOffer',
      data: {
        intake: definition.intake,
        applicationNo,
        personId: person,
        offerId: offer,
        round: number,
        class: wished.code,
        quota,
        wishNo,
        municipality,
        quotaPlaces: quotaIndex(quota) === 0 ? earmarked : wished.capacity - earmarked,
        maxPerMunicipality: definition.maxPerMunicipalityPerClass,
        replyBy,
      },
    },
    commandId: uuidOf('MakeOffer', offer),
  };
};
