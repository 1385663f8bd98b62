import { addDays, type Decider, type DomainEvent, isRejected } from '@kull/kernel';
import { type Calendar, calendarOfClass, calendarOfStudent } from '@kull/teaching/domain/calendar';
import { programmeClass } from '@kull/teaching/domain/class';
import type { ClassCommand } from '@kull/teaching/domain/class.commands';
import type { ProgrammeClass } from '@kull/teaching/domain/class.state';
import { type EnrolmentCommand, enrolment } from '@kull/teaching/domain/enrolment';
import { CalendarLog, course, enrolledIn, gatheringOn, planOf } from './calendars';

export const whatHappens = [
  'schedule',
  'move',
  'cancel',
  'make up',
  'make up no more',
  'enrol',
  'transfer',
  'withdraw',
] as const;

/** One thing that is asked for: of which class, which gathering, in which week. */
export interface Happening {
  readonly what: (typeof whatHappens)[number];
  readonly classId: string;
  readonly number: number;
  readonly week: number;
}

const NUMBER = 'S1';
const BEFORE_ALL = '2026-01-01';

/** Two classes of one intake, and a student of the first, who do what the deciders allow. */
export class CalendarWorld {
  static readonly classIds = ['cls_oslo1', 'cls_oslo2'] as const;
  private readonly log = new CalendarLog();
  private readonly states = new Map<string, unknown>();

  constructor() {
    for (const [i, classId] of CalendarWorld.classIds.entries()) {
      const plan = planOf(`OSLO-${i + 1}`, 'OSLO');
      this.ask(programmeClass, classId, { type: 'PlanYear', data: { classId, plan, course, gatherings: [] } });
      for (const number of [1, 2, 3]) this.happens({ what: 'schedule', classId, number, week: 8 * number + i });
    }
    this.happens({ what: 'enrol', classId: CalendarWorld.classIds[0], number: 1, week: 0 });
  }

  /** The calendars of both classes and of the student. */
  calendars(): readonly Calendar[] {
    const { facts } = this.log;
    return [...CalendarWorld.classIds.map((id) => calendarOfClass(facts, id)), calendarOfStudent(facts, 'stc_kari')];
  }

  /** How often a gathering of a class has changed. */
  revisionOf(classId: string, number: number): number | undefined {
    const state = this.states.get(`class-${classId}`) as ProgrammeClass;
    if (state.status === 'unplanned') return undefined;
    return state.gatherings.find((one) => one.number === number)?.revision;
  }

  happens({ what, classId, number, week }: Happening): void {
    const day = addDays('2026-08-03', 7 * week);
    const gathering = gatheringOn(number, day, classId, `room-${week}`, `Samling nr. ${number}`);
    const ofClass = (command: ClassCommand): unknown => this.ask(programmeClass, classId, command);
    switch (what) {
      case 'schedule':
        return void ofClass({ type: 'ScheduleGathering', data: { classId, gathering } });
      case 'move':
        return void ofClass({ type: 'RescheduleGathering', data: { classId, gathering, on: BEFORE_ALL } });
      case 'cancel':
        return void ofClass({
          type: 'CancelGathering',
          data: { classId, number, on: BEFORE_ALL, reasonClass: 'OTHER' },
        });
      case 'make up': {
        const homeClassId = this.otherThan(classId);
        const home = { homeClassId, homeClassCode: homeClassId, homeSessions: gathering.sessions };
        const at = `${BEFORE_ALL}T08:00:00.000Z`;
        return void ofClass({
          type: 'ArrangeMakeUp',
          data: { classId, gathering: number, studentNo: NUMBER, ...home, at },
        });
      }
      case 'make up no more':
        return void ofClass({
          type: 'CancelMakeUp',
          data: { classId, gathering: number, studentNo: NUMBER, on: BEFORE_ALL },
        });
      case 'enrol':
        return void this.ofStudent(classId, { type: 'EnrolStudent', data: enrolledIn(classId, NUMBER).data });
      case 'transfer': {
        const other = this.otherThan(classId);
        const to = { classId: other, classCode: other };
        if (!this.ofStudent(classId, { type: 'TransferStudent', data: { to, on: day } })) return;
        const transferredFrom = { classId, classCode: classId };
        const { data } = enrolledIn(other, NUMBER, { transferredFrom, enteredOn: day });
        return void this.ofStudent(other, { type: 'EnrolStudent', data });
      }
      case 'withdraw':
        return void this.ofStudent(classId, { type: 'WithdrawStudent', data: { on: day, reasonClass: 'WORK' } });
    }
  }

  private otherThan(classId: string): string {
    return CalendarWorld.classIds.find((id) => id !== classId)!;
  }

  private ofStudent(classId: string, command: EnrolmentCommand): boolean {
    return this.ask(enrolment, classId, command);
  }

  /** Whether anything came of it. */
  private ask<S, C extends { type: string; data: object }, E extends DomainEvent, R extends { code: string }>(
    decider: Decider<S, C, E, R>,
    classId: string,
    command: C,
  ): boolean {
    const stream = `${decider.category}-${classId}`;
    const state = (this.states.get(stream) as S | undefined) ?? decider.initial;
    const decision = decider.decide(state, command);
    if (isRejected(decision) || decision.events.length === 0) return false;
    this.states.set(
      stream,
      decision.events.reduce((now, event) => decider.evolve(now, event), state),
    );
    if (decider.category === enrolment.category) this.log.ofStudent(classId, NUMBER, ...decision.events);
    else this.log.ofClass(classId, ...(decision.events as never[]));
    return true;
  }
}
