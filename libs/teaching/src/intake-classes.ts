import {
  type IntakeCompleted,
  type IntakeDefinition,
  type IntakeOpened,
  intakeCategory,
} from '@kull/admissions/contracts';
import { type CommandContext, EventStore, type Recorded } from '@kull/event-store';
import { idOf, uuidOf } from '@kull/kernel';
import { Injectable } from '@nestjs/common';
import { programmeClass } from './domain/class';
import type { ClassPlan } from './domain/class-plan';
import { classIdOf } from './domain/ids';
import { intakeClassPlans } from './domain/intake-class-plans';
import { isSamePlan } from './domain/timetable';

type IntakeFact = Recorded<IntakeOpened> | Recorded<IntakeCompleted>;

/** The context of what a worker does because of a fact. */
export const becauseOf = ({ eventId, occurredAt }: Recorded): CommandContext => ({
  commandId: eventId,
  causationId: eventId,
  actor: 'worker',
  source: 'reaction',
  occurredAt,
});

/** The classes that an intake fills. */
@Injectable()
export class IntakeClasses {
  constructor(private readonly events: EventStore) {}

  /** The last fact of that type about an intake. */
  async factOf<Type extends IntakeFact['type']>(
    intakeId: string,
    type: Type,
  ): Promise<Extract<IntakeFact, { type: Type }>> {
    const facts = (await this.events.readStream(`${intakeCategory}-${intakeId}`)) as readonly IntakeFact[];
    const fact = facts.findLast((one): one is Extract<IntakeFact, { type: Type }> => one.type === type);
    if (!fact) throw new Error(`the intake ${intakeId} has no ${type}`);
    return fact;
  }

  /** The intake of that code, if it was opened. */
  async definition(code: string): Promise<IntakeDefinition | undefined> {
    const facts = await this.events.readStream(`${intakeCategory}-${idOf('int', code)}`);
    return (facts as readonly IntakeFact[]).find((fact) => fact.type === 'IntakeOpened')?.data;
  }

  /** Plans the classes of an intake; what is there already stays as it is. They open when their gatherings are planned. */
  async plan(intakeId: string): Promise<readonly ClassPlan[]> {
    const opened = await this.factOf(intakeId, 'IntakeOpened');
    const plans = intakeClassPlans(opened.data);
    const orders = plans.map((plan) => {
      const id = classIdOf(plan);
      const commandId = uuidOf('PlanClass', id, opened.eventId);
      return { decider: programmeClass, id, command: { type: 'PlanClass', data: plan }, commandId };
    });
    const outcomes = await this.events.executeEach(orders, becauseOf(opened));
    const planned = plans.filter((_, i) => 'rejected' in outcomes[i]!);
    for (const plan of planned) await this.takePlacesOf(plan, opened);
    return plans;
  }

  /**
   * A class that a cohort planned before its intake opened has the places of the intake from then on, once.
   * @throws Error when the two differ in more than places
   */
  private async takePlacesOf(plan: ClassPlan, opened: Recorded): Promise<void> {
    const { capacity } = plan;
    const classId = classIdOf(plan);
    const { state } = await this.events.load(programmeClass, classId);
    if (state.status === 'unplanned' || !isSamePlan({ ...state.planned, capacity }, plan))
      throw new Error(`the class ${plan.code} of ${plan.intake} is planned otherwise`);
    const command = { type: 'ChangeCapacity', data: { classId, capacity } } as const;
    const commandId = uuidOf('ChangeCapacity', classId, opened.eventId);
    const outcome = await this.events.execute(programmeClass, classId, command, { ...becauseOf(opened), commandId });
    if ('rejected' in outcome) throw new Error(`the places of ${plan.code}: ${outcome.rejected.code}`);
  }
}
