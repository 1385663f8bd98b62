import { EventStore, type Loaded } from '@kull/event-store';
import { Injectable } from '@nestjs/common';
import { programmeClass } from './domain/class';
import type { PlannedClass } from './domain/class.state';
import { type Cohort, cohort, type PlannedCohort } from './domain/cohort';
import type { CohortToCopy, IntakeToPlan } from './domain/cohort-draft';
import { cohortIdOf } from './domain/ids';
import { IntakeClasses } from './intake-classes';
import { Classes } from './read-models/classes.query';

/** Finds cohorts, and intakes that may become one, with their classes as they are now. */
@Injectable()
export class CohortDirectory {
  constructor(
    private readonly events: EventStore,
    private readonly classes: Classes,
    private readonly intakes: IntakeClasses,
  ) {}

  load(cohortId: string): Promise<Loaded<Cohort>> {
    return this.events.load(cohort, cohortId);
  }

  /** The classes of a planned cohort, in the order planned. */
  async classesOf({ planned }: PlannedCohort): Promise<readonly PlannedClass[]> {
    return this.planned(planned.classes.map(({ classId }) => classId));
  }

  async cohort(code: string): Promise<CohortToCopy | undefined> {
    const { state } = await this.load(cohortIdOf(code));
    return state.status === 'unplanned' ? undefined : { cohort: state, classes: await this.classesOf(state) };
  }

  /** The intake of that code, once its classes are planned. */
  async intake(code: string): Promise<IntakeToPlan | undefined> {
    const [definition, there] = await Promise.all([this.intakes.definition(code), this.classes.ofIntake(code)]);
    if (!definition || there.length === 0) return undefined;
    const { programme, commissionedPlaces } = definition;
    const classes = await this.planned(there.map(({ classId }) => classId));
    return { code, ectsCredits: programme.ectsCredits, commissionedPlaces, classes };
  }

  private async planned(classIds: readonly string[]): Promise<readonly PlannedClass[]> {
    const loaded = await this.events.loadEach(programmeClass, classIds);
    return loaded.flatMap(({ state }) => (state.status === 'unplanned' ? [] : [state]));
  }
}
