import { type CommandContext, EventStore, type Outcome } from '@kull/event-store';
import { type Rejection, uuidOf } from '@kull/kernel';
import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import type { Answer } from '../domain/answers';
import { application } from '../domain/application';
import type { ApplicationRejection } from '../domain/application.commands';
import type { ApplicationEvent } from '../domain/application.events';
import { OfferQueries } from '../read-models/offers.query';

export type AnswerOfferRejection = ApplicationRejection | Rejection<'OFFER_UNKNOWN'>;

/** One answer to one offer. A late one is kept, refused, and said to be late (I-10). */
export class AnswerOffer extends Command<Outcome<ApplicationEvent, AnswerOfferRejection>> {
  constructor(
    readonly offerId: string,
    readonly answer: Answer,
    readonly context: CommandContext,
    readonly seenVersion?: number,
  ) {
    super();
  }
}

@CommandHandler(AnswerOffer)
export class AnswerOfferHandler implements ICommandHandler<AnswerOffer> {
  constructor(
    private readonly events: EventStore,
    private readonly offers: OfferQueries,
  ) {}

  async execute({
    offerId,
    answer,
    context,
    seenVersion,
  }: AnswerOffer): Promise<Outcome<ApplicationEvent, AnswerOfferRejection>> {
    const offer = await this.offers.find(offerId);
    if (!offer) return { rejected: { code: 'OFFER_UNKNOWN' } };
    const data = { round: offer.round, ...answer };
    const given = { ...context, occurredAt: answer.answeredAt };
    const command = { type: 'AnswerOffer' as const, data };
    const outcome = await this.events.execute(application, offer.application, command, given, { seenVersion });
    if ('rejected' in outcome && outcome.rejected.code === 'ANSWER_TOO_LATE') {
      const commandId = uuidOf('RefuseLateAnswer', context.commandId);
      const late = { type: 'RefuseLateAnswer' as const, data };
      await this.events.execute(application, offer.application, late, { ...given, commandId });
    }
    return outcome;
  }
}
