import { type CommandContext, EventStore, type Order } from '@kull/event-store';
import { isSame, uuidOf } from '@kull/kernel';
import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { type AnswerRecord, type AnswersToOffer, readAnswers } from '../domain/answer-rows';
import type { Answer } from '../domain/answers';
import { application } from '../domain/application';
import { type IntakeRejection } from '../domain/intake';
import { roundOf } from '../domain/intake-definition';
import { OfferQueries, type OfferRow } from '../read-models/offers.query';
import { IntakeAccess } from './intake-access';
import type { Result, RoundUnknown } from './result';

/** What came of the rows of one round in a file of answers; rows of other rounds are not counted. */
export interface AnswerImport {
  readonly accepted: number;
  readonly declined: number;
  readonly late: number;
  readonly passedOver: number;
}

/** Takes in the answers of a round, each as given at its own time (selection.md 5). */
export class TakeInAnswers extends Command<Result<AnswerImport, IntakeRejection | RoundUnknown>> {
  constructor(
    readonly intakeId: string,
    readonly round: number,
    readonly records: readonly AnswerRecord[],
    readonly context: CommandContext,
  ) {
    super();
  }
}

const answerOrder = (type: 'AnswerOffer' | 'RefuseLateAnswer', offer: OfferRow, answer: Answer): Order => ({
  decider: application,
  id: offer.application,
  command: { type, data: { round: offer.round, ...answer } },
  commandId: uuidOf(type, offer.id, answer.answeredAt, answer.answer, String(answer.keepWaiting)),
  occurredAt: answer.answeredAt,
});

const isSettledBy = ({ outcome, keepWaiting, answeredAt }: OfferRow, answer: Answer): boolean =>
  outcome === (answer.answer === 'ACCEPT' ? 'ACCEPTED' : 'DECLINED') &&
  keepWaiting === answer.keepWaiting &&
  answeredAt === answer.answeredAt;

@CommandHandler(TakeInAnswers)
export class TakeInAnswersHandler implements ICommandHandler<TakeInAnswers> {
  constructor(
    private readonly intakes: IntakeAccess,
    private readonly offers: OfferQueries,
    private readonly events: EventStore,
  ) {}

  async execute({
    intakeId,
    round,
    records,
    context,
  }: TakeInAnswers): Promise<Result<AnswerImport, IntakeRejection | RoundUnknown>> {
    const opened = await this.intakes.find(intakeId);
    if (!opened) return { rejected: { code: 'INTAKE_UNKNOWN' } };
    const { intake } = opened.definition;
    if (!roundOf(opened.definition, round)) return { rejected: { code: 'ROUND_UNKNOWN' } };
    const { answers, passedOver } = readAnswers(records, round, await this.offers.ofRound(intake, round));
    const known = await this.offers.lateAnswers(intake, round);
    await this.events.executeEach(
      answers.flatMap((one) => newsIn(one, known.get(one.offer.id) ?? [])),
      { ...context, source: 'answer-import' },
    );
    return { done: countOutcomes(answers, await this.offers.ofRound(intake, round), passedOver) };
  }
}

/** Orders for what the log does not know yet. */
const newsIn = ({ offer, counts, late }: AnswersToOffer<OfferRow>, known: readonly Answer[]): readonly Order[] => [
  ...(counts && !isSettledBy(offer, counts) ? [answerOrder('AnswerOffer', offer, counts)] : []),
  ...late
    .filter((answer) => !known.some((other) => isSame(other, answer)))
    .map((answer) => answerOrder('RefuseLateAnswer', offer, answer)),
];

/** Counted by what stands now: an answer that another one had settled before is passed over. */
const countOutcomes = (
  answers: readonly AnswersToOffer<OfferRow>[],
  after: readonly OfferRow[],
  passedOver: number,
): AnswerImport => {
  const standing = new Map(after.map((offer) => [offer.id, offer]));
  const counts = { accepted: 0, declined: 0, late: 0, passedOver };
  for (const { offer, counts: answer, late } of answers) {
    counts.late += late.length;
    if (!answer) continue;
    if (!isSettledBy(standing.get(offer.id)!, answer)) counts.passedOver++;
    else if (answer.answer === 'ACCEPT') counts.accepted++;
    else counts.declined++;
  }
  return counts;
};
