import { type CommandContext, EventStore, type Order } from '@kull/event-store';
import { uuidOf } from '@kull/kernel';
import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { programmeClass } from '../domain/class';
import type { ClassRejection, PlanYear } from '../domain/class.commands';
import type { PlannedClass } from '../domain/class.state';
import { type CohortRejection, cohort } from '../domain/cohort';
import { type CohortOrders, type CohortPlan, cohortOrders } from '../domain/cohort-plan';
import { cohortIdOf } from '../domain/ids';
import { Classes } from '../read-models/classes.query';

/** Why a cohort was not planned, and which of its classes is the reason, when it is one. */
export type CohortPlanRejection = (CohortRejection | ClassRejection) & { readonly classCode?: string };

export type PlanCohortOutcome =
  | { readonly planned: CohortOrders & { readonly isNew: boolean } }
  | { readonly rejected: CohortPlanRejection };

/** Plans a cohort with its classes, what they teach and their gatherings: all of it or nothing. */
export class PlanCohort extends Command<PlanCohortOutcome> {
  constructor(
    readonly plan: CohortPlan,
    readonly context: CommandContext,
  ) {
    super();
  }
}

const ordersOf = ({ cohort: data, years }: CohortOrders, { commandId }: CommandContext): readonly Order[] => [
  { decider: cohort, id: cohortIdOf(data.code), command: { type: 'PlanCohort', data }, commandId },
  ...years.map((year) => ({
    decider: programmeClass,
    id: year.classId,
    command: { type: 'PlanYear', data: year } as const,
    commandId: uuidOf('PlanYear', year.classId, commandId),
  })),
];

const classCodeOf = ({ command }: Order<PlanYear | { type: 'PlanCohort'; data: object }>): string | undefined =>
  command.type === 'PlanYear' ? command.data.plan.code : undefined;

@CommandHandler(PlanCohort)
export class PlanCohortHandler implements ICommandHandler<PlanCohort> {
  constructor(
    private readonly events: EventStore,
    private readonly classes: Classes,
  ) {}

  async execute({ plan, context }: PlanCohort): Promise<PlanCohortOutcome> {
    const orders = cohortOrders(plan, await this.classesUnder(plan.code));
    if ('rejected' in orders) return orders;
    const outcome = await this.events.executeTogether(ordersOf(orders, context), context);
    if ('accepted' in outcome) return { planned: { ...orders, isNew: outcome.accepted.length > 0 } };
    const classCode = classCodeOf(outcome.order);
    const rejected = outcome.rejected as CohortRejection | ClassRejection;
    return { rejected: classCode === undefined ? rejected : { ...rejected, classCode } };
  }

  private async classesUnder(code: string): Promise<ReadonlyMap<string, PlannedClass>> {
    const there = await this.classes.ofIntake(code);
    const loaded = await this.events.loadEach(
      programmeClass,
      there.map(({ classId }) => classId),
    );
    return new Map(
      loaded.flatMap(({ state }) => (state.status === 'unplanned' ? [] : [[state.plan.code, state] as const])),
    );
  }
}
