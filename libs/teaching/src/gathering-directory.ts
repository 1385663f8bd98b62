import { EventStore } from '@kull/event-store';
import type { Instant } from '@kull/kernel';
import { Injectable } from '@nestjs/common';
import { GatheringDirectory, type GatheringGuestOrStudent, type GatheringToTell } from './contracts/gatherings';
import { type Calendar, type CalendarFact, calendarOfClass } from './domain/calendar';
import { programmeClass } from './domain/class';
import type { ClassEvent, GatheringRescheduled, MakeUp } from './domain/class.events';
import { evolve } from './domain/class.evolve';
import type { PlannedClass, ProgrammeClass } from './domain/class.state';
import { enrolment } from './domain/enrolment';
import { type Enrolled, isInClass } from './domain/enrolment.state';
import { periodOf, type ScheduledGathering } from './domain/gathering';
import { enrolmentIdOf } from './domain/ids';
import { isThere } from './domain/told-of-change';
import { Classes } from './read-models/classes.query';

interface KnownClass {
  readonly classId: string;
  readonly state: PlannedClass;
  readonly facts: readonly CalendarFact[];
}

/** Reads gatherings off the streams of classes and enrolments, as they are now. */
@Injectable()
export class GatheringDirectoryOfTeaching extends GatheringDirectory {
  constructor(
    private readonly events: EventStore,
    private readonly classes: Classes,
  ) {
    super();
  }

  async meeting(programmeCode: string, after: Instant, by: Instant): Promise<readonly GatheringToTell[]> {
    const known = await this.known(await this.classes.meeting(programmeCode, after, by));
    return this.told(known, ({ sessions }) => sessions.some(({ startsAt }) => after < startsAt && startsAt <= by));
  }

  async ofClasses(classIds: readonly string[]): Promise<readonly GatheringToTell[]> {
    return this.told(await this.known([...new Set(classIds)]), () => true);
  }

  private async told(
    known: readonly KnownClass[],
    isAsked: (gathering: ScheduledGathering) => boolean,
  ): Promise<readonly GatheringToTell[]> {
    const enrolments = await this.enrolments(known);
    return known.flatMap((one) => {
      const calendar = calendarOfClass(one.facts, one.classId);
      const students = [...enrolments.values()].filter(({ classId }) => classId === one.classId).filter(isInClass);
      return one.state.gatherings
        .filter(isAsked)
        .map((gathering) => gatheringToTell(one, gathering, { calendar, students, enrolments }));
    });
  }

  private async known(classIds: readonly string[]): Promise<readonly KnownClass[]> {
    const streams = await this.events.readStreams(classIds.map((id) => `${programmeClass.category}-${id}`));
    return classIds.flatMap((classId): readonly KnownClass[] => {
      const facts = (streams.get(`${programmeClass.category}-${classId}`) ?? []) as readonly CalendarFact[];
      const state = facts.reduce<ProgrammeClass>((before, fact) => evolve(before, fact as ClassEvent), {
        status: 'unplanned',
      });
      return state.status === 'unplanned' ? [] : [{ classId, state, facts }];
    });
  }

  /** Of the students of the classes and of their guests, by enrolment. */
  private async enrolments(known: readonly KnownClass[]): Promise<ReadonlyMap<string, Enrolled>> {
    const students = await this.classes.enrolmentsIn(known.map(({ classId }) => classId));
    const guests = known.flatMap(({ state }) => state.guests.map(enrolmentOfGuest));
    const ids = [...new Set([...students, ...guests])];
    const loaded = await this.events.loadEach(enrolment, ids);
    return new Map(
      ids.flatMap((id, at) => {
        const { state } = loaded[at]!;
        return state.status === 'none' ? [] : [[id, state] as const];
      }),
    );
  }
}

const enrolmentOfGuest = ({ homeClassId, studentNo }: MakeUp): string => enrolmentIdOf(homeClassId, studentNo);

const isAbout = (fact: CalendarFact, number: number): boolean =>
  fact.type.startsWith('Gathering') && (fact.data as { readonly number: number }).number === number;

interface ClassAround {
  readonly calendar: Calendar;
  readonly students: readonly Enrolled[];
  /** Of students and guests, by their ids. */
  readonly enrolments: ReadonlyMap<string, Enrolled>;
}

const gatheringToTell = (
  { classId, state, facts }: KnownClass,
  gathering: ScheduledGathering,
  { calendar, students, enrolments }: ClassAround,
): GatheringToTell => {
  const last = facts.findLast((fact) => isAbout(fact, gathering.number))!;
  const before = last.type === 'GatheringRescheduled' ? (last.data as GatheringRescheduled['data']).before : undefined;
  const ofClass = touchedAmong(students, gathering, before);
  // A guest who has been transferred here since is a student like the others.
  const attending = new Set(ofClass.flatMap(({ personId, isExpected }) => (isExpected ? [personId] : [])));
  return {
    classId,
    classCode: state.plan.code,
    isOpen: state.status === 'open',
    programme: state.plan.programme,
    gathering,
    ...(before && { before }),
    changedAt: last.occurredAt,
    entries: calendar.filter((entry) => entry.gathering?.number === gathering.number),
    touched: [
      ...ofClass,
      ...state.guests
        .filter((guest) => guest.gathering === gathering.number)
        .flatMap((guest) => enrolments.get(enrolmentOfGuest(guest)) ?? [])
        .filter(({ personId }) => !attending.has(personId))
        .map(({ personId }) => ({ personId, isGuest: true, isExpected: true })),
    ],
  };
};

const touchedAmong = (
  students: readonly Enrolled[],
  gathering: ScheduledGathering,
  before: GatheringToTell['before'],
): readonly GatheringGuestOrStudent[] => {
  const [is, was] = [periodOf(gathering), before && periodOf(before)];
  return students.flatMap((student) => {
    const isExpected = isThere(student, is);
    const wasExpected = was !== undefined && isThere(student, was);
    return isExpected || wasExpected ? [{ personId: student.personId, isGuest: false, isExpected }] : [];
  });
};
