import { Injectable } from '@nestjs/common';
import { type Clash, type ClassClash, classClashesOf } from './domain/clashes';
import { type CohortPlan, plannedEntriesOf } from './domain/cohort-plan';
import { type PlanWarning, warningsOf } from './domain/plan-warnings';
import { Timetable } from './read-models/timetable.query';

/** What is to be said of a cohort's plan. */
export interface CheckedPlan {
  /** What would have it refused: all of it, not the first. */
  readonly clashes: readonly (Clash | ClassClash)[];
  readonly warnings: readonly PlanWarning[];
}

/** Looks a plan over before it is stored, or after it was refused. */
@Injectable()
export class PlanCheck {
  constructor(private readonly timetable: Timetable) {}

  async of(plan: CohortPlan): Promise<CheckedPlan> {
    const { course, classes } = plan;
    return {
      clashes: [
        ...classes.flatMap((one) => classClashesOf(one, course.gatherings)),
        ...(await this.timetable.clashesOf(plannedEntriesOf(plan))),
      ],
      warnings: warningsOf(classes, course.gatherings),
    };
  }
}
