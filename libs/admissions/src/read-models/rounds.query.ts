import { EventStore } from '@kull/event-store';
import { Injectable } from '@nestjs/common';
import type { IntakeDefinition } from '../domain/intake-definition';
import { type NextRound, nextRound } from '../domain/next-round';
import { placesAtFirst } from '../domain/places-at-first';
import { type RoundSoFar, roundsSoFar } from '../domain/rounds-so-far';
import { standingAtFirst } from '../domain/standing';
import { type ClosedRound, type WaitingLine, waitingMoves } from '../domain/waiting-moves';
import { OfferQueries, type OfferRow } from './offers.query';
import { type CompetitorRow, type IntakeStanding, StandingQueries } from './standings.query';

/** A round whose offers have been made. */
export interface MadeRound {
  readonly round: number;
  readonly isClosed: boolean;
  readonly offers: readonly OfferRow[];
}

/** The rounds of an intake so far, and where all stand now. */
export interface RoundsNow extends IntakeStanding {
  readonly made: readonly MadeRound[];
  readonly rounds: readonly RoundSoFar[];
}

/** The next round as it stands now; `competitors` of its field: the first ones are those of the intake. */
export interface NextRoundNow {
  readonly round: number;
  readonly next: NextRound;
  readonly competitors: readonly CompetitorRow[];
  readonly openOffers: number;
  readonly previousIsClosed: boolean;
}

/** Questions about the rounds of an intake that need all who compete. */
@Injectable()
export class RoundQueries {
  constructor(
    private readonly events: EventStore,
    private readonly standings: StandingQueries,
    private readonly offers: OfferQueries,
  ) {}

  async soFar(definition: IntakeDefinition): Promise<RoundsNow> {
    const [standing, made] = await Promise.all([this.standings.of(definition), this.made(definition.intake)]);
    const { field } = standing;
    const atFirst = standingAtFirst(field, placesAtFirst(definition));
    const rounds = roundsSoFar(field, atFirst, made, definition.releaseEarmarkedBeforeRound);
    return { ...standing, made, rounds };
  }

  /** Undefined when all rounds have been made. */
  async next(definition: IntakeDefinition): Promise<NextRoundNow | undefined> {
    const [{ field, standing, competitors }, made] = await Promise.all([
      this.standings.of(definition),
      this.made(definition.intake),
    ]);
    const planned = definition.rounds[made.length];
    if (!planned) return undefined;
    const index = new Map(competitors.map(({ applicationNo }, a) => [applicationNo, a]));
    const open = made
      .flatMap(({ offers }) => offers.filter(({ outcome }) => outcome === null))
      .map(({ applicationNo, wishNo, quota }) => ({ competitor: index.get(applicationNo)!, wishNo, quota }));
    const { round } = planned;
    return {
      round,
      next: nextRound(field, standing, open, round === definition.releaseEarmarkedBeforeRound),
      competitors,
      openOffers: open.length,
      previousIsClosed: made.every(({ isClosed }) => isClosed),
    };
  }

  /** The waiting lists after the last closed round, or the last of those given, with how everybody came up. */
  async waiting(
    definition: IntakeDefinition,
    among?: ReadonlySet<number>,
  ): Promise<{ readonly lines: readonly WaitingLine[]; readonly competitors: readonly CompetitorRow[] }> {
    const { field, competitors, made, rounds } = await this.soFar(definition);
    const index = new Map(competitors.map(({ applicationNo }, a) => [applicationNo, a]));
    const closed = made.flatMap(({ round, isClosed, offers }, i): ClosedRound[] => {
      const after = rounds[i]?.after;
      if (!isClosed || !after || among?.has(round) === false) return [];
      const settled = offers.map(({ applicationNo, outcome, answeredAt }) => ({
        competitor: index.get(applicationNo)!,
        outcome: outcome!,
        answeredAt,
      }));
      return [{ round, after, settled }];
    });
    return { lines: waitingMoves(field, closed), competitors };
  }

  private async made(intake: string): Promise<readonly MadeRound[]> {
    const [rounds, offers] = await Promise.all([
      this.events.query<{ readonly round: number; readonly status: string }>(
        'select round, status from round_v1 where intake = $1 order by round',
        [intake],
      ),
      this.offers.ofIntake(intake),
    ]);
    return rounds.map(({ round, status }) => ({
      round,
      isClosed: status === 'closed',
      offers: offers.filter((offer) => offer.round === round),
    }));
  }
}
