import { EventStore } from '@kull/event-store';
import { type Instant, idOf } from '@kull/kernel';
import { Injectable } from '@nestjs/common';
import { application } from '../domain/application';
import { intake } from '../domain/intake';
import { choicesFor, type OfferedChoice } from '../domain/offered-choices';
import { type OwnOffer, ownOffer } from '../domain/own-offer';
import { OfferQueries } from './offers.query';

/** Where somebody stands in the order of a quota. */
export interface PlaceInOrder {
  readonly number: number;
  readonly of: number;
}

/** Better in the order of the quota (selection.md 4): priority tier of physicians, then score, then lottery number. */
const PLACE_IN_ORDER = `with competing as (
    select id, row_number() over (order by case when $2 then tier end, total desc, lottery_number collate "C") as number
      from application_v1
     where intake = $1 and status = 'QUALIFIED' and (not $2 or tier is not null)
  )
  select number::integer, (select count(*)::integer from competing) as of from competing where id = $3`;

/** The offers of applicants, for themselves. */
@Injectable()
export class OwnOffers {
  constructor(
    private readonly events: EventStore,
    private readonly offers: OfferQueries,
  ) {}

  /** The offer as it stands then; undefined when there is none of that id. */
  async find(offerId: string, now: Instant): Promise<OwnOffer | undefined> {
    const row = await this.offers.find(offerId);
    if (!row) return undefined;
    const [{ state }, opened] = await Promise.all([
      this.events.load(application, row.application),
      this.events.load(intake, idOf('int', row.intake)),
    ]);
    if (state.status === 'none' || state.status === 'received' || opened.state.status === 'unopened') return undefined;
    return ownOffer(state, opened.state.definition, offerId, now);
  }

  /** The answers that an offer takes while it is open, in the order in which they are shown. */
  async choicesOf(offerId: string): Promise<readonly OfferedChoice[]> {
    const row = await this.offers.find(offerId);
    const { state } = row ? await this.events.load(application, row.application) : { state: application.initial };
    return row && state.status !== 'none' ? choicesFor(row.wishNo, state.submitted.facts.wishes) : [];
  }

  /** The offers that a person has had, the newest first. */
  async ofPerson(personId: string, now: Instant): Promise<readonly OwnOffer[]> {
    const rows = await this.events.query<{ readonly id: string }>(
      'select id from offer_v1 where person = $1 order by reply_by desc, id',
      [personId],
    );
    const found = await Promise.all(rows.map(({ id }) => this.find(id, now)));
    return found.filter((offer) => offer !== undefined);
  }

  /** Where the applicant stands in the order of the quota that the offer is of. */
  async placeInOrder({ offerId, intake: code, quota }: OwnOffer): Promise<PlaceInOrder | undefined> {
    const row = await this.offers.find(offerId);
    const isPhysicians = quota === 'EARMARKED_PHYSICIAN';
    // A place is counted among all who compete; of them nothing but how many there are is told.
    const [place] = await this.events.ofAll.query<PlaceInOrder>(PLACE_IN_ORDER, [code, isPhysicians, row?.application]);
    return place;
  }
}
