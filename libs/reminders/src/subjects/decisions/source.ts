import { DecisionDirectory, type DecisionToTell } from '@kull/admissions/contracts/decisions';
import type { Recorded } from '@kull/event-store/contracts';
import { Injectable } from '@nestjs/common';
import type { Occasion, OccasionName } from '../../domain/occasion';
import type { Plan } from '../../domain/plan';
import type { EventSource } from '../../event-source';
import type { Standing } from '../../occasion-source';
import { toldAtOnce } from '../told-at-once';
import { type DecisionFacts, reasonFacts } from './texts';

const occasionOf = (plan: Plan, decision: DecisionToTell): Occasion => {
  const { applicationId, intake, programme, outcome, reasons, decidedAt, appealBy, decisionPath } = decision;
  const facts: DecisionFacts = {
    intake,
    programme: programme.title,
    outcome,
    appealBy,
    decisionPath,
    ...reasonFacts(reasons),
  };
  return toldAtOnce(plan, { subject: 'DECISION_MADE', of: decision, about: applicationId, at: decidedAt, facts });
};

/** Decisions on applications, told when they are made. */
@Injectable()
export class DecisionsMade implements EventSource {
  readonly subject = 'DECISION_MADE';

  constructor(private readonly decisions: DecisionDirectory) {}

  /** Nobody knows before the intake is completed. */
  async between() {
    return [];
  }

  async fromEvent(plan: Plan, { stream }: Recorded) {
    const decisions = await this.decisions.named([stream.slice('application-'.length)]);
    return decisions
      .filter(({ programme }) => programme.code === plan.programmeCode)
      .map((decision) => occasionOf(plan, decision));
  }

  async standing(plan: Plan, names: readonly OccasionName[]): Promise<readonly Standing[]> {
    const decisions = await this.decisions.named(names.map(({ about }) => about));
    const byId = new Map(decisions.map((decision) => [decision.applicationId, decision] as const));
    return names.map(({ about }) => {
      const decision = byId.get(about);
      return decision ? { stands: occasionOf(plan, decision) } : { cancelled: 'SWITCHED_OFF' };
    });
  }
}
