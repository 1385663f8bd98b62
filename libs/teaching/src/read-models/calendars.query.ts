import { EventStore } from '@kull/event-store';
import { Injectable } from '@nestjs/common';
import { type Calendar, type CalendarFact, calendarOfClass, calendarOfStudent } from '../domain/calendar';
import type { CalendarOwner } from '../domain/calendar-feed';
import { programmeClass } from '../domain/class';
import type { ClassPlan } from '../domain/class-plan';
import { enrolment } from '../domain/enrolment';
import { enrolmentIdOf, studentCourseIdOf } from '../domain/ids';
import { Classes } from './classes.query';

/** A calendar as a feed shows it. */
export interface ShownCalendar {
  /** The class it is of; of a student, the class that the feed was opened in. */
  readonly plan: ClassPlan;
  /** Whose it is. Absent: the whole class's. */
  readonly personId?: string;
  readonly entries: Calendar;
}

/** Reads calendars off the streams of classes and enrolments, as they are now. */
@Injectable()
export class Calendars {
  constructor(
    private readonly events: EventStore,
    private readonly classes: Classes,
  ) {}

  /** The calendar of a class or a student; undefined when there is no such class or student. */
  async of(owner: CalendarOwner): Promise<ShownCalendar | undefined> {
    const { state } = await this.events.load(programmeClass, owner.classId);
    if (state.status === 'unplanned') return undefined;
    const { plan } = state;
    if (owner.kind === 'STUDENT') return this.ofStudent(plan, owner.classId, owner.studentNo);
    const facts = await this.facts([`${programmeClass.category}-${owner.classId}`]);
    return { plan, entries: calendarOfClass(facts, owner.classId) };
  }

  private async ofStudent(plan: ClassPlan, classId: string, studentNo: string): Promise<ShownCalendar | undefined> {
    const { state } = await this.events.load(enrolment, enrolmentIdOf(classId, studentNo));
    if (state.status === 'none') return undefined;
    const { personId, intake, courseClassId = classId } = state;
    const [own, ofIntake] = await Promise.all([
      this.classes.enrolmentsOf(personId, intake),
      this.classes.ofIntake(intake),
    ]);
    const classIds = new Set([...own, ...ofIntake].map((one) => one.classId));
    const facts = await this.facts([
      ...[...classIds].map((id) => `${programmeClass.category}-${id}`),
      ...own.map(({ enrolmentId }) => `${enrolment.category}-${enrolmentId}`),
    ]);
    return { plan, personId, entries: calendarOfStudent(facts, studentCourseIdOf(courseClassId, studentNo)) };
  }

  /** What the streams hold, in the order of the log. */
  private async facts(streams: readonly string[]): Promise<readonly CalendarFact[]> {
    const found = await this.events.reader.streams(streams.map((stream) => ({ stream, after: 0 })));
    return [...found.values()].flat().sort((one, other) => one.position - other.position) as readonly CalendarFact[];
  }
}
