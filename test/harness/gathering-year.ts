import type { Outcome } from '@kull/event-store';
import { addDays, type DomainEvent, type Instant, type LocalDate, newUuid, type Rejection } from '@kull/kernel';
import { teachingParts } from '@kull/teaching';
import { ClassListOfTeaching } from '@kull/teaching/class-list';
import type { ClassPlan, Gathering } from '@kull/teaching/contracts';
import { programmeClass } from '@kull/teaching/domain/class';
import type { ClassCommand } from '@kull/teaching/domain/class.commands';
import { type EnrolmentCommand, enrolment } from '@kull/teaching/domain/enrolment';
import { classIdOf, enrolmentIdOf } from '@kull/teaching/domain/ids';
import { GatheringDirectoryOfTeaching } from '@kull/teaching/gathering-directory';
import { Classes } from '@kull/teaching/read-models/classes.query';
import { createTestStore, type TestStore } from './database';

const course = {
  ectsCredits: 30,
  ectsRule: { minAttendance: { numerator: 75, denominator: 100 } },
  gatherings: { count: 3, minDays: 3, maxDays: 4 },
  organiser: { name: 'Handelshøyskolen BI', orgNumber: '971228865' },
};

/** A gathering of three days at eight in the morning of Oslo's summer, taught by somebody. */
export const gatheringFrom = (number: number, from: LocalDate, teacher?: string): Gathering => ({
  number,
  title: `Samling ${number}`,
  venue: 'BI Nydalen',
  sessions: [0, 1, 2].map((day) => ({
    code: `G${number}-${day}`,
    title: `Økt ${day + 1}`,
    startsAt: `${addDays(from, day)}T07:00:00.000Z`,
    halfHours: 8,
    gathering: number,
    ...(teacher !== undefined && { teachers: [teacher] }),
  })),
});

/** What became of an order: its events, or none when it was refused. */
export type Happened = readonly DomainEvent[];

/** Classes with three gatherings, and students who come and go; every order is taken or refused as the deciders say. */
export class GatheringYear {
  private constructor(
    readonly store: TestStore,
    readonly gatherings: GatheringDirectoryOfTeaching,
    readonly classes: ClassListOfTeaching,
  ) {}

  static async start(): Promise<GatheringYear> {
    const store = await createTestStore({ codecs: teachingParts.codecs, readModels: teachingParts.readModels });
    const classes = new Classes(store.events);
    return new GatheringYear(
      store,
      new GatheringDirectoryOfTeaching(store.events, classes),
      new ClassListOfTeaching(store.events, classes),
    );
  }

  close(): Promise<void> {
    return this.store.close();
  }

  /** An open class whose gatherings begin on these days. */
  async plan(programme: string, code: string, days: readonly LocalDate[], teacher?: string): Promise<string> {
    const plan: ClassPlan = {
      code,
      site: 'Oslo',
      capacity: 10,
      intake: `${programme}-2026`,
      startsOn: '2026-08-01',
      endsOn: '2027-06-30',
      programme: { code: programme, title: 'Nasjonal lederutdanning' },
    };
    const classId = classIdOf(plan);
    const gatherings = days.map((day, at) => gatheringFrom(at + 1, day, teacher));
    await this.ask(
      classId,
      { type: 'PlanYear', data: { classId, plan, course, gatherings } },
      '2026-06-01T08:00:00.000Z',
    );
    await this.ask(classId, { type: 'OpenClass', data: {} }, '2026-06-01T08:00:00.000Z');
    return classId;
  }

  enrol(programme: string, classId: string, studentNo: string, enteredOn: LocalDate): Promise<Happened> {
    const data = {
      classId,
      classCode: 'OSLO',
      programme,
      intake: `${programme}-2026`,
      personId: personOf(programme, studentNo),
      studentNo,
      participantStatus: 'OTHER',
      fingerprint: '0'.repeat(64),
      capacity: 10,
      enteredOn,
    };
    return this.askStudent(classId, studentNo, { type: 'EnrolStudent', data });
  }

  async ask(classId: string, command: ClassCommand, occurredAt: Instant): Promise<Happened> {
    const context = { commandId: newUuid(), actor: 'admin-1', occurredAt };
    return eventsOf(await this.store.events.execute(programmeClass, classId, command, context));
  }

  async askStudent(classId: string, studentNo: string, command: EnrolmentCommand): Promise<Happened> {
    const context = { commandId: newUuid(), actor: 'admin-1', occurredAt: '2026-07-01T08:00:00.000Z' };
    return eventsOf(await this.store.events.execute(enrolment, enrolmentIdOf(classId, studentNo), command, context));
  }
}

/** The person of a student number. */
export const personOf = (programme: string, studentNo: string): string =>
  `per_${`${programme}${studentNo}`.toLowerCase().padEnd(26, '0')}`;

const eventsOf = (outcome: Outcome<DomainEvent, Rejection>): Happened =>
  'accepted' in outcome ? outcome.accepted.events : [];
