import { EventStore } from '@kull/event-store';
import { Injectable } from '@nestjs/common';
import { type OwnClass, OwnClasses, type OwnEnrolment } from './contracts/own-classes';
import { programmeClass } from './domain/class';
import type { PlannedClass } from './domain/class.state';
import { enrolment } from './domain/enrolment';
import { type Enrolled, isInClass } from './domain/enrolment.state';
import { meetingsIn } from './domain/meetings';
import { Calendars } from './read-models/calendars.query';
import { Classes } from './read-models/classes.query';

/** Reads what is one person's own off the streams of enrolments and classes, as they are now. */
@Injectable()
export class OwnClassesOfTeaching extends OwnClasses {
  constructor(
    private readonly events: EventStore,
    private readonly classes: Classes,
    private readonly calendars: Calendars,
  ) {
    super();
  }

  async of(personId: string): Promise<readonly OwnClass[]> {
    const present = (await this.enrolled(personId)).filter(({ own }) => isInClass(own));
    return Promise.all(
      present.map(async ({ own: { classId, studentNo, courseClassId = classId, status }, planned }) => {
        const calendar = await this.calendars.of({ kind: 'STUDENT', classId, studentNo });
        return {
          classId,
          studentNo,
          courseClassId,
          plan: planned.plan,
          isOpen: planned.status === 'open',
          isOnLeave: status === 'on_leave',
          meetings: meetingsIn(calendar?.entries ?? []),
        };
      }),
    );
  }

  async enrolments(personId: string): Promise<readonly OwnEnrolment[]> {
    return (await this.enrolled(personId)).map(
      ({ own: { classId, studentNo, status, periods }, planned: { plan } }) => ({
        classId,
        classCode: plan.code,
        programme: plan.programme.title,
        studentNo,
        standing: status,
        periods: periods.map(({ from, until }) => ({
          ...(from !== undefined && { from }),
          ...(until !== undefined && { until }),
        })),
      }),
    );
  }

  private async enrolled(
    personId: string,
  ): Promise<readonly { readonly own: Enrolled; readonly planned: PlannedClass }[]> {
    const loaded = await this.events.loadEach(enrolment, await this.classes.allEnrolmentsOf(personId));
    const own = loaded.flatMap(({ state }) => (state.status === 'none' ? [] : [state]));
    const classes = await this.events.loadEach(
      programmeClass,
      own.map(({ classId }) => classId),
    );
    return own
      .flatMap((one, at) => {
        const { state } = classes[at]!;
        return state.status === 'unplanned' ? [] : [{ own: one, planned: state }];
      })
      .sort((one, other) => (one.planned.plan.code < other.planned.plan.code ? -1 : 1));
  }
}
