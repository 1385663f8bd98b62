import { type HeldAward, OpenMatters } from '@kull/credits/contracts/open-matters';
import { addDays, type Instant, instantInOslo } from '@kull/kernel';
import { Injectable } from '@nestjs/common';
import type { OccasionName } from '../../domain/occasion';
import type { Plan } from '../../domain/plan';
import type { OccasionSource } from '../../occasion-source';
import { dueAmong, type Matter, standingsAmong } from '../due-times';
import type { HprFacts } from './texts';

/** Course points should be reported within so many days of completion (domain.md 9.3). */
const DAYS_TO_REPORT = 30;

const matterOf = (held: HeldAward): Matter => {
  const { studentCourseId, personId, classCode, programme, coursePoints, reasons, completionDate } = held;
  const lastDay = addDays(completionDate, DAYS_TO_REPORT);
  const facts: HprFacts = { programme: programme.title, classCode, coursePoints, reason: reasons[0]!, lastDay };
  return {
    subject: 'HPR_NUMBER_OPEN',
    recipient: { kind: 'person', personId },
    about: studentCourseId,
    version: completionDate,
    programmeCode: programme.code,
    facts,
    date: lastDay,
    endsAt: instantInOslo(addDays(lastDay, 1)),
    notBefore: instantInOslo(addDays(completionDate, 1)),
  };
};

/** Course points that only the HPR number stands in the way of, by the last day to report them. */
@Injectable()
export class OpenHprNumbers implements OccasionSource {
  readonly subject = 'HPR_NUMBER_OPEN';

  constructor(private readonly matters: OpenMatters) {}

  async between(plan: Plan, from: Instant, to: Instant) {
    return dueAmong(plan, (await this.matters.heldAwards(plan.programmeCode)).map(matterOf), from, to);
  }

  async standing(plan: Plan, names: readonly OccasionName[]) {
    const held = await this.matters.heldAmong(names.map(({ about }) => about));
    return standingsAmong(plan, names, held.map(matterOf), () => 'SETTLED');
  }
}
