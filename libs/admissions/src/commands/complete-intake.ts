import { type CommandContext, EventStore, type Order } from '@kull/event-store';
import { deadlineInWeeks, type Instant, type LocalDate, localDateInOslo, type Rejection, uuidOf } from '@kull/kernel';
import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { settledAsRecorded } from '../domain/answers';
import { appeal, knownLater } from '../domain/appeal';
import { application } from '../domain/application';
import type { ApplicationDecision } from '../domain/application-decision';
import { decideApplications, replayRounds } from '../domain/completion';
import { type IntakeRejection, intake } from '../domain/intake';
import type { CompletionCounts } from '../domain/intake.events';
import { appealWeeks, type IntakeDefinition } from '../domain/intake-definition';
import { placesAtFirst } from '../domain/places-at-first';
import { standingAtFirst } from '../domain/standing';
import { ApplicationQueries, type JudgedRow } from '../read-models/applications.query';
import { OfferQueries } from '../read-models/offers.query';
import { StandingQueries } from '../read-models/standings.query';
import { appealId } from './ids';
import { IntakeAccess } from './intake-access';
import type { Result } from './result';

export type CompleteIntakeRejection = IntakeRejection | Rejection<'ROUNDS_NOT_CLOSED'>;

/** Ends an intake after its last round: waiting lists, and a decision for every application (selection.md 6). */
export class CompleteIntake extends Command<Result<CompletionCounts, CompleteIntakeRejection>> {
  constructor(
    readonly intakeId: string,
    readonly context: CommandContext,
  ) {
    super();
  }
}

/** So many decisions are written in one transaction. */
const DECISIONS_AT_A_TIME = 2_000;

@CommandHandler(CompleteIntake)
export class CompleteIntakeHandler implements ICommandHandler<CompleteIntake> {
  constructor(
    private readonly intakes: IntakeAccess,
    private readonly applications: ApplicationQueries,
    private readonly offers: OfferQueries,
    private readonly standings: StandingQueries,
    private readonly events: EventStore,
  ) {}

  async execute({ intakeId, context }: CompleteIntake): Promise<Result<CompletionCounts, CompleteIntakeRejection>> {
    const opened = await this.intakes.find(intakeId);
    if (!opened) return { rejected: { code: 'INTAKE_UNKNOWN' } };
    const { definition, completion } = opened;
    if (completion) return { done: completion };
    const last = definition.rounds.at(-1)!;
    const { status } = await this.intakes.round(definition.intake, last.round);
    if (status !== 'closed') return { rejected: { code: 'ROUNDS_NOT_CLOSED' } };

    const judged = await this.applications.judged(definition.intake);
    const decisions = await this.decide(definition, judged);
    const ending = { ...context, occurredAt: last.replyBy, source: 'completion' };
    const knownOn = knownLater(localDateInOslo(last.replyBy), localDateInOslo(context.occurredAt));
    const orders = decisions.flatMap((decision, i) =>
      ordersFor(
        decision,
        judged[i]!,
        definition,
        knownOn === undefined ? undefined : { on: knownOn, at: context.occurredAt },
      ),
    );
    for (let from = 0; from < orders.length; from += DECISIONS_AT_A_TIME) {
      const outcome = await this.events.executeTogether(orders.slice(from, from + DECISIONS_AT_A_TIME), ending);
      if ('rejected' in outcome) throw new Error(`a decision was refused: ${outcome.rejected.code}`);
    }
    const done = {
      placesHeld: decisions.filter(({ place }) => place).length,
      waiting: decisions.reduce((sum, { waiting }) => sum + waiting.length, 0),
      decisions: decisions.length,
    };
    const completed = { type: 'CompleteIntake' as const, data: done };
    const commandId = uuidOf('CompleteIntake', intakeId);
    const outcome = await this.events.execute(intake, intakeId, completed, { ...ending, commandId });
    return 'rejected' in outcome ? { rejected: outcome.rejected as IntakeRejection } : { done };
  }

  /** Goes through all rounds once more with the answers as they were given, which leads to the same offers. */
  private async decide(
    definition: IntakeDefinition,
    judged: readonly JudgedRow[],
  ): Promise<readonly ApplicationDecision[]> {
    const { field } = await this.standings.of(definition);
    const recorded = await this.offers.ofIntake(definition.intake);
    const gone = replayRounds(
      field,
      standingAtFirst(field, placesAtFirst(definition)),
      definition.rounds.length,
      definition.releaseEarmarkedBeforeRound,
      (round, { offers }) =>
        settledAsRecorded(
          field,
          offers,
          recorded.filter((offer) => offer.round === round),
        ),
    );
    return decideApplications(judged, field, gone);
  }
}

/** The decision, and that it is known from a later day, when it is. */
const ordersFor = (
  { waiting, ...decision }: ApplicationDecision,
  { id, person }: JudgedRow,
  { intake: code, ruleSet, rounds }: IntakeDefinition,
  knownFrom: { readonly on: LocalDate; readonly at: Instant } | undefined,
): readonly Order[] => {
  const availableOn = localDateInOslo(rounds.at(-1)!.replyBy);
  const appealBy = deadlineInWeeks(availableOn, appealWeeks);
  const names = { intake: code, personId: person };
  const decided: Order = {
    decider: application,
    id,
    command: { type: 'DecideApplication', data: { ...decision, ...names, ruleSet, availableOn, appealBy, waiting } },
    commandId: uuidOf('DecideApplication', id),
  };
  if (!knownFrom) return [decided];
  const about = { ...names, applicationNo: decision.applicationNo, availableOn, appealBy };
  const known: Order = {
    decider: appeal,
    id: appealId(code, decision.applicationNo),
    command: { type: 'MakeDecisionKnown', data: { decision: about, on: knownFrom.on } },
    commandId: uuidOf('MakeDecisionKnown', id),
    occurredAt: knownFrom.at,
  };
  return [decided, known];
};
