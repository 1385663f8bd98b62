import { Allow, AsOfQuery, asOfIn, Caller } from '@kull/http';
import { Controller, Get, Param, ParseIntPipe, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { createZodDto } from 'nestjs-zod';
import { z } from 'zod';
import { IntakeAccess } from '../commands/intake-access';
import { scoreText } from '../domain/assessments';
import { classOfWish } from '../domain/field';
import type { IntakeDefinition } from '../domain/intake-definition';
import { roundOf } from '../domain/intake-definition';
import type { FreePlaces } from '../domain/next-round';
import { type Quota, quotas } from '../domain/quota';
import type { Released, ReleaseRefused } from '../domain/release';
import { OfferQueries, type OfferRow } from '../read-models/offers.query';
import { type RoundSending, RoundSendingQueries } from '../read-models/round-sendings.query';
import { type NextRoundNow, RoundQueries } from '../read-models/rounds.query';
import { StandingQueries } from '../read-models/standings.query';
import { ApplicantNames } from './applicants';
import { intakeUnknown, roundUnknown } from './problems';
import { type WaitingView, waitingView } from './waiting.view';

class WaitingListDto extends createZodDto(
  z.strictObject({ ...AsOfQuery.schema.shape, class: z.string().optional(), quota: z.enum(quotas).optional() }),
) {}

/** An offer that the next round would make. */
export interface NextOffer {
  readonly applicationId: string;
  readonly applicationNo: string;
  readonly name: string | null;
  readonly class: string;
  readonly quota: Quota;
  readonly wishNo: number;
  readonly tier: 1 | 2 | null;
  readonly score: string;
  /** The class where the applicant has a place, kept until the new one is accepted. */
  readonly holds: string | null;
}

/** The next round as it stands now; null when all have been made. */
export interface NextRoundView {
  readonly next: {
    readonly round: number;
    readonly of: number;
    readonly offersAt: string;
    readonly replyBy: string;
    readonly previousIsClosed: boolean;
    /** Offers of the round before that are not answered; they count as used places. */
    readonly openOffers: number;
    readonly release: { readonly released: readonly Released[]; readonly refused: readonly ReleaseRefused[] } | null;
    readonly free: readonly FreePlaces[];
    readonly offers: readonly NextOffer[];
    /** Whether it sends itself at `offersAt`, or could not; null: somebody sends it. */
    readonly sending: RoundSending | null;
  } | null;
}

/** An offer of a round, for the office to see and to answer on behalf of the applicant. */
export interface RoundOfferView {
  readonly id: string;
  readonly applicationId: string;
  readonly applicationNo: string;
  readonly name: string | null;
  readonly class: string;
  readonly quota: Quota;
  readonly wishNo: number;
  readonly outcome: OfferRow['outcome'];
  readonly keepWaiting: boolean;
  readonly answeredAt: string | null;
  /** Classes wished more, which the applicant may go on waiting for. */
  readonly better: readonly string[];
  readonly holds: string | null;
}

/** What the office looks at between rounds (ux.md A5). */
@ApiTags('rounds')
@Controller('intakes/:id')
@Allow('administrator')
export class NextRoundController {
  constructor(
    private readonly intakes: IntakeAccess,
    private readonly rounds: RoundQueries,
    private readonly sendings: RoundSendingQueries,
    private readonly offers: OfferQueries,
    private readonly standings: StandingQueries,
    private readonly names: ApplicantNames,
  ) {}

  @Get('next-round')
  @ApiOperation({
    operationId: 'previewNextRound',
    summary: 'Neste runde slik det står nå: ledige plasser, frigivelse og tilbud; lagrer ingenting',
  })
  @ApiOkResponse({ example: { next: null } })
  async next(@Param('id') id: string, @Caller() caller: Caller): Promise<NextRoundView> {
    const definition = await this.definition(id);
    const now = await this.rounds.next(definition);
    if (!now) return { next: null };
    const sending = await this.sendings.of(definition.intake, now.round);
    const { round, offersAt, replyBy } = roundOf(definition, now.round)!;
    return {
      next: {
        round,
        of: definition.rounds.length,
        offersAt,
        replyBy,
        previousIsClosed: now.previousIsClosed,
        openOffers: now.openOffers,
        release: now.next.release ?? null,
        free: now.next.free,
        offers: await this.nextOffers(caller, definition, now),
        sending: sending ?? null,
      },
    };
  }

  @Get('rounds/:round/offers')
  @ApiOperation({ operationId: 'listRoundOffers', summary: 'Tilbudene i en runde og hva som ble svart' })
  @ApiOkResponse({ example: { data: [] } })
  async roundOffers(
    @Param('id') id: string,
    @Param('round', ParseIntPipe) round: number,
    @Caller() caller: Caller,
  ): Promise<{ readonly data: readonly RoundOfferView[] }> {
    const definition = await this.definition(id);
    if (!roundOf(definition, round)) throw roundUnknown();
    const [offers, { competitors, standing }] = await Promise.all([
      this.offers.ofRound(definition.intake, round),
      this.standings.of(definition),
    ]);
    const names = await this.names.of(
      caller,
      'listRoundOffers',
      offers.map(({ person }) => person),
    );
    const index = new Map(competitors.map(({ applicationNo }, a) => [applicationNo, a]));
    return {
      data: offers.map((offer) => {
        const a = index.get(offer.applicationNo)!;
        const { wishes } = competitors[a]!;
        return {
          id: offer.id,
          applicationId: offer.application,
          applicationNo: offer.applicationNo,
          name: names.get(offer.person) ?? null,
          class: offer.class,
          quota: offer.quota,
          wishNo: offer.wishNo,
          outcome: offer.outcome,
          keepWaiting: offer.keepWaiting,
          answeredAt: offer.answeredAt,
          better: wishes.slice(0, offer.wishNo - 1),
          holds: wishes[standing.heldWish[a]! - 1] ?? null,
        };
      }),
    };
  }

  @Get('waiting-lists')
  @ApiOperation({
    operationId: 'listWaitingLists',
    summary:
      'Ventelistene etter siste avsluttede runde, nå, på en dag (validOn) eller slik de var kjent (knownAt), med grunnen til hvert steg oppover',
  })
  @ApiOkResponse({ example: { data: [] } })
  async waiting(
    @Param('id') id: string,
    @Query() { class: code, quota, ...asOf }: WaitingListDto,
    @Caller() caller: Caller,
  ): Promise<{ readonly data: readonly WaitingView[] }> {
    const definition = await this.definition(id);
    const then = asOfIn(asOf);
    const { lines, competitors } = await this.rounds.waiting(
      definition,
      then && (await this.intakes.closedRounds(definition, then)),
    );
    const asked = lines.filter((line) => (!code || line.class === code) && (!quota || line.quota === quota));
    const names = await this.names.of(
      caller,
      'listWaitingLists',
      asked.map(({ competitor }) => competitors[competitor]!.person),
    );
    return { data: asked.map((line) => waitingView(line, competitors[line.competitor]!, names)) };
  }

  private async definition(id: string): Promise<IntakeDefinition> {
    const opened = await this.intakes.find(id);
    if (!opened) throw intakeUnknown();
    return opened.definition;
  }

  private async nextOffers(
    caller: Caller,
    definition: IntakeDefinition,
    { next: { offers, field }, competitors }: NextRoundNow,
  ): Promise<readonly NextOffer[]> {
    const names = await this.names.of(
      caller,
      'previewNextRound',
      offers.map(({ competitor }) => competitors[competitor]!.person),
    );
    const { standing } = await this.standings.of(definition);
    return offers.map(({ competitor, wishNo, quota }) => {
      const { id, applicationNo, person, tier, score, wishes } = competitors[competitor]!;
      return {
        applicationId: id,
        applicationNo,
        name: names.get(person) ?? null,
        class: field.classes[classOfWish(field, competitor, wishNo)]!,
        quota,
        wishNo,
        tier: tier ?? null,
        score: scoreText(score),
        holds: wishes[standing.heldWish[competitor]! - 1] ?? null,
      };
    });
  }
}
