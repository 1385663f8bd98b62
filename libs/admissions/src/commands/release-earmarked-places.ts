import { type CommandContext, EventStore, type Fence } from '@kull/event-store';
import { type Rejection, uuidOf } from '@kull/kernel';
import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { type IntakeRejection, intake, isRanked, type OpenedIntake } from '../domain/intake';
import { type IntakeRound, roundOf } from '../domain/intake-definition';
import { releaseEarmarked } from '../domain/release';
import { type RoundRejection, type RoundRelease, round } from '../domain/round';
import { StandingQueries } from '../read-models/standings.query';
import { roundId } from './ids';
import { IntakeAccess } from './intake-access';
import type { Result, RoundUnknown } from './result';

export type ReleaseRejection = IntakeRejection | RoundRejection | RoundUnknown;

/**
 * Releases free earmarked places before the round that the intake names for it (selection.md 5). Before any other round,
 * and after the round's offers, it answers what has been released and changes nothing.
 */
export class ReleaseEarmarkedPlaces extends Command<Result<RoundRelease, ReleaseRejection>> {
  constructor(
    readonly intakeId: string,
    readonly round: number,
    readonly context: CommandContext,
    readonly fence?: Fence,
  ) {
    super();
  }
}

@CommandHandler(ReleaseEarmarkedPlaces)
export class ReleaseEarmarkedPlacesHandler implements ICommandHandler<ReleaseEarmarkedPlaces> {
  constructor(
    private readonly intakes: IntakeAccess,
    private readonly standings: StandingQueries,
    private readonly events: EventStore,
  ) {}

  async execute({
    intakeId,
    round: number,
    context,
    fence,
  }: ReleaseEarmarkedPlaces): Promise<Result<RoundRelease, ReleaseRejection>> {
    const opened = await this.intakes.find(intakeId);
    if (!opened) return { rejected: { code: 'INTAKE_UNKNOWN' } };
    const { definition } = opened;
    const planned = roundOf(definition, number);
    if (!planned) return { rejected: { code: 'ROUND_UNKNOWN' } };
    const before = await this.intakes.round(definition.intake, number);
    if (before.status === 'planned' && number === definition.releaseEarmarkedBeforeRound) {
      const refused = await this.release(intakeId, opened, planned, context, fence);
      if (refused) return { rejected: refused };
    }
    const { released, refused } = await this.intakes.round(definition.intake, number);
    return { done: { released, refused } };
  }

  private async release(
    intakeId: string,
    opened: OpenedIntake,
    { round: number, offersAt }: IntakeRound,
    context: CommandContext,
    fence: Fence | undefined,
  ): Promise<IntakeRejection | RoundRejection | undefined> {
    const { definition } = opened;
    if (opened.status === 'open' && !isRanked(opened)) return { code: 'NOT_RANKED' };
    if (!(await this.intakes.previousIsClosed(definition.intake, number))) return { code: 'PREVIOUS_ROUND_OPEN' };
    const { field, standing } = await this.standings.of(definition);
    const { released, refused } = releaseEarmarked(field, standing);
    const earmarked = new Map(definition.classes.map((one) => [one.code, one.earmarkedPhysicianPlaces]));
    const id = roundId(definition.intake, number);
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
            type: 'ReleaseEarmarkedPlaces',
            data: {
              intake: definition.intake,
              round: number,
              released: released.map((places) => ({ ...places, earmarked: earmarked.get(places.class)! })),
              refused,
            },
          },
          commandId: uuidOf('ReleaseEarmarkedPlaces', id),
        },
      ],
      { ...context, occurredAt: offersAt, source: 'round' },
      { ...(fence && { fence }) },
    );
    return 'rejected' in outcome ? (outcome.rejected as Rejection as IntakeRejection | RoundRejection) : undefined;
  }
}
