import { ApplicantDeadlines, type OfferToAnswer } from '@kull/admissions/contracts/deadlines';
import { type Instant, localDateInOslo } from '@kull/kernel';
import { Injectable } from '@nestjs/common';
import type { OccasionName } from '../../domain/occasion';
import type { Plan } from '../../domain/plan';
import type { OccasionSource } from '../../occasion-source';
import { dueAmong, instantsSearched, type Matter, standingsAmong } from '../due-times';
import type { OfferFacts } from './texts';

const DAY_MS = 86_400_000;

const matterOf = (offer: OfferToAnswer): Matter => {
  const { offerId, personId, intake, programme, class: classCode, madeAt, replyBy, answerPath } = offer;
  const facts: OfferFacts = { intake, programme: programme.title, classCode, replyBy, answerPath };
  return {
    subject: 'OFFER_REPLY_DEADLINE',
    recipient: { kind: 'person', personId },
    about: offerId,
    version: '1',
    programmeCode: programme.code,
    facts,
    date: localDateInOslo(replyBy),
    endsAt: replyBy,
    // The offer itself says when to answer: nobody is reminded on the day it came.
    notBefore: new Date(Date.parse(madeAt) + DAY_MS).toISOString(),
  };
};

/** Offers that can be answered, by their reply deadline. */
@Injectable()
export class OfferReplyDeadlines implements OccasionSource {
  readonly subject = 'OFFER_REPLY_DEADLINE';

  constructor(private readonly deadlines: ApplicantDeadlines) {}

  async between(plan: Plan, from: Instant, to: Instant) {
    const searched = instantsSearched(plan, from, to);
    if (!searched) return [];
    const offers = await this.deadlines.offers(plan.programmeCode, searched.after, searched.by);
    return dueAmong(plan, offers.map(matterOf), from, to);
  }

  async standing(plan: Plan, names: readonly OccasionName[]) {
    const offers = await this.deadlines.offersNamed(names.map(({ about }) => about));
    const open = offers.filter(({ outcome }) => outcome === undefined);
    return standingsAmong(plan, names, open.map(matterOf), () => 'SETTLED');
  }
}
