import { type AppealAnswerToTell, AppealDirectory } from '@kull/admissions/contracts/appeals';
import type { Recorded } from '@kull/event-store/contracts';
import { idOf } from '@kull/kernel';
import { Injectable } from '@nestjs/common';
import type { Occasion, OccasionName } from '../../domain/occasion';
import type { Plan } from '../../domain/plan';
import type { EventSource } from '../../event-source';
import type { Standing } from '../../occasion-source';
import { toldAtOnce } from '../told-at-once';
import type { AppealAnswerFacts } from './texts';

const occasionOf = (plan: Plan, answer: AppealAnswerToTell): Occasion => {
  const { appealId, version, intake, programme, outcome, at, decisionPath } = answer;
  const facts: AppealAnswerFacts = {
    intake,
    programme: programme.title,
    outcome,
    decisionPath,
    classCode: answer.class ?? '',
  };
  return toldAtOnce(plan, { subject: 'APPEAL_DECIDED', of: answer, about: appealId, at, version, facts });
};

/** Answers to appeals, and the places that they lead to, told when they are given. */
@Injectable()
export class AppealsDecided implements EventSource {
  readonly subject = 'APPEAL_DECIDED';

  constructor(private readonly appeals: AppealDirectory) {}

  /** Nobody knows before it is decided. */
  async between() {
    return [];
  }

  async fromEvent(plan: Plan, { data }: Recorded) {
    const { intake, applicationNo } = data as { readonly intake: string; readonly applicationNo: string };
    const answers = await this.appeals.answersTo([idOf('apl', intake, applicationNo)]);
    return answers
      .filter(({ programme }) => programme.code === plan.programmeCode)
      .map((answer) => occasionOf(plan, answer));
  }

  async standing(plan: Plan, names: readonly OccasionName[]): Promise<readonly Standing[]> {
    const answers = await this.appeals.answersTo([...new Set(names.map(({ about }) => about))]);
    return names.map(({ about, version }) => {
      const answer = answers.find((one) => one.appealId === about && one.version === version);
      return answer ? { stands: occasionOf(plan, answer) } : { cancelled: 'SWITCHED_OFF' };
    });
  }
}
