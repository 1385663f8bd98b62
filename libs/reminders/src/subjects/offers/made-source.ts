import { ApplicantDeadlines, type OfferToAnswer } from '@kull/admissions/contracts/deadlines';
import type { Recorded } from '@kull/event-store/contracts';
import { Injectable } from '@nestjs/common';
import type { Occasion, OccasionName } from '../../domain/occasion';
import type { Plan } from '../../domain/plan';
import type { EventSource } from '../../event-source';
import type { Standing } from '../../occasion-source';
import { toldAtOnce } from '../told-at-once';
import type { OfferMadeFacts } from './made-texts';

const occasionOf = (plan: Plan, offer: OfferToAnswer): Occasion => {
  const { offerId, intake, programme, madeAt, replyBy, betterWishes, holds } = offer;
  const facts: OfferMadeFacts = {
    intake,
    programme: programme.title,
    classCode: offer.class,
    site: offer.site,
    startsOn: offer.startsOn,
    replyBy,
    answerPath: offer.answerPath,
    betterWishes: betterWishes.join(', '),
    ...(holds !== undefined && { holds }),
  };
  return toldAtOnce(plan, { subject: 'OFFER_MADE', of: offer, about: offerId, at: madeAt, until: replyBy, facts });
};

/** Offers, told when they are made, with the link by which they are answered. */
@Injectable()
export class OffersMade implements EventSource {
  readonly subject = 'OFFER_MADE';

  constructor(private readonly deadlines: ApplicantDeadlines) {}

  /** Nobody knows before the round is run. */
  async between() {
    return [];
  }

  async fromEvent(plan: Plan, { data }: Recorded) {
    const { offerId } = data as { readonly offerId: string };
    const offers = await this.deadlines.offersNamed([offerId]);
    return offers
      .filter(({ programme }) => programme.code === plan.programmeCode)
      .map((offer) => occasionOf(plan, offer));
  }

  async standing(plan: Plan, names: readonly OccasionName[]): Promise<readonly Standing[]> {
    const offers = await this.deadlines.offersNamed(names.map(({ about }) => about));
    const byId = new Map(offers.map((offer) => [offer.offerId, offer] as const));
    return names.map(({ about }) => {
      const offer = byId.get(about);
      return offer && !offer.outcome ? { stands: occasionOf(plan, offer) } : { cancelled: 'SETTLED' };
    });
  }
}
