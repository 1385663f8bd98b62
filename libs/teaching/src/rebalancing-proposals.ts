import { EventStore } from '@kull/event-store';
import type { LocalDate } from '@kull/kernel';
import { Injectable } from '@nestjs/common';
import { programmeClass } from './domain/class';
import { enrolment } from './domain/enrolment';
import { type Enrolment, isInClass, meet } from './domain/enrolment.state';
import { type BalancedGroup, type ClassToBalance, type MovableStudent, rebalancing } from './domain/rebalancing';
import { Classes } from './read-models/classes.query';
import { Enrolments } from './read-models/enrolments.query';

const movableOf = (state: Enrolment, today: LocalDate): readonly MovableStudent[] => {
  if (!isInClass(state)) return [];
  const { studentNo, periods, leaves } = state;
  const from = periods.at(-1)?.from;
  return [
    {
      studentNo,
      ...(from !== undefined && { enteredOn: from }),
      onLeave: leaves.some((leave) => meet({ from: today }, leave)),
      hasTransferred: periods.some(({ transferredFrom }) => transferredFrom !== undefined),
    },
  ];
};

/** Proposes how the classes of an intake could be made of one size; writes nothing. */
@Injectable()
export class RebalancingProposals {
  constructor(
    private readonly events: EventStore,
    private readonly classes: Classes,
    private readonly enrolments: Enrolments,
  ) {}

  async of(intake: string, today: LocalDate, acrossSites: boolean): Promise<readonly BalancedGroup[]> {
    return rebalancing(await this.classesOf(intake, today), { acrossSites });
  }

  private async classesOf(intake: string, today: LocalDate): Promise<readonly ClassToBalance[]> {
    const classIds = (await this.classes.ofIntake(intake)).map(({ classId }) => classId);
    const inClasses = await this.enrolments.inClasses(classIds);
    const [classes, enrolments] = await Promise.all([
      this.events.loadEach(programmeClass, classIds),
      this.events.loadEach(
        enrolment,
        inClasses.map(({ id }) => id),
      ),
    ]);
    return classes.flatMap(({ state }, i) => {
      if (state.status === 'unplanned') return [];
      const classId = classIds[i]!;
      const { code, site } = state.plan;
      const students = enrolments.flatMap((one, at) =>
        inClasses[at]!.classId === classId ? movableOf(one.state, today) : [],
      );
      return [{ classId, code, site, seats: state.capacity - state.guestSeats, students }];
    });
  }
}
