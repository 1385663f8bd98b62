import { EventStore } from '@kull/event-store';
import type { Instant } from '@kull/kernel';
import { Injectable } from '@nestjs/common';
import { programmeClass } from './domain/class';
import { enrolment } from './domain/enrolment';
import { enrolmentIdOf } from './domain/ids';
import { type MakeUpOption, type MakeUpWish, makeUpOptionOf } from './domain/make-up-options';
import { Classes } from './read-models/classes.query';

/** Students who want to make up for a gathering, and where they can. */
@Injectable()
export class MakeUpWishes {
  constructor(
    private readonly events: EventStore,
    private readonly classes: Classes,
  ) {}

  async of(
    wanted: { readonly classId: string; readonly studentNo: string; readonly gathering: number },
    at: Instant,
  ): Promise<MakeUpWish> {
    const { classId, studentNo, gathering } = wanted;
    const [{ state: home }, { state: student }] = await Promise.all([
      this.events.load(programmeClass, classId),
      this.events.load(enrolment, enrolmentIdOf(classId, studentNo)),
    ]);
    return { studentNo, student, home: { classId, state: home }, gathering, at };
  }

  /** What each of the other classes of the intake would answer, by code. */
  async optionsFor(wish: MakeUpWish): Promise<readonly MakeUpOption[]> {
    const { home } = wish;
    if (home.state.status === 'unplanned' || home.state.plan.intake === undefined) return [];
    const classes = await this.classes.page({ intake: home.state.plan.intake });
    const others = classes.filter(({ classId }) => classId !== home.classId);
    const loaded = await this.events.loadEach(
      programmeClass,
      others.map(({ classId }) => classId),
    );
    return loaded.flatMap(({ state }, i) => {
      const { classId, placesTaken } = others[i]!;
      return state.status === 'unplanned' ? [] : [makeUpOptionOf(wish, { classId, state, placesTaken })];
    });
  }
}
