import { EventStore } from '@kull/event-store';
import type { Instant } from '@kull/kernel';
import { Injectable } from '@nestjs/common';
import { GatheringDirectory, type GatheringGuestOrStudent, type GatheringToTell } from './contracts/gatherings';
import { type CalendarFact, calendarOfClass } from './domain/calendar';
import { programmeClass } from './domain/class';
import type { ClassEvent, MakeUp } from './domain/class.events';
import { evolve } from './domain/class.evolve';
import type { PlannedClass, ProgrammeClass } from './domain/class.state';
import { enrolment } from './domain/enrolment';
import { type Enrolled, isInClass } from './domain/enrolment.state';
import { periodOf, type ScheduledGathering } from './domain/gathering';
import { enrolmentIdOf } from './domain/ids';
import { isThere } from './domain/move-consequences';
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

  async meeting(programmeCode: string, after: Instant, by?: Instant): Promise<readonly GatheringToTell[]> {
    return this.ofClasses(await this.classes.meeting(programmeCode, after, by));
  }

  async ofClasses(classIds: readonly string[]): Promise<readonly GatheringToTell[]> {
    const known = await this.known([...new Set(classIds)]);
    const attendees = await this.enrolments(known);
    return known.flatMap((one) => one.state.gatherings.map((gathering) => gatheringToTell(one, gathering, attendees)));
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

const gatheringToTell = (
  { classId, state, facts }: KnownClass,
  gathering: ScheduledGathering,
  enrolments: ReadonlyMap<string, Enrolled>,
): GatheringToTell => {
  const last = facts.findLast((fact) => isAbout(fact, gathering.number))!;
  const before =
    last.type === 'GatheringRescheduled' ? (last.data as { before: GatheringToTell['before'] }).before : undefined;
  return {
    classId,
    classCode: state.plan.code,
    isOpen: state.status === 'open',
    programme: state.plan.programme,
    gathering,
    ...(before && { before }),
    changedAt: last.occurredAt,
    entries: calendarOfClass(facts, classId).filter((entry) => entry.gathering?.number === gathering.number),
    touched: [
      ...[...enrolments.values()]
        .filter((one) => one.classId === classId && isInClass(one))
        .flatMap((student) => touchedStudent(student, gathering, before)),
      ...state.guests
        .filter((guest) => guest.gathering === gathering.number)
        .flatMap((guest) => enrolments.get(enrolmentOfGuest(guest)) ?? [])
        .map(({ personId }) => ({ personId, isGuest: true, isExpected: true })),
    ],
  };
};

const touchedStudent = (
  { personId, periods, leaves }: Enrolled,
  gathering: ScheduledGathering,
  before: GatheringToTell['before'],
): readonly GatheringGuestOrStudent[] => {
  const isExpected = isThere({ periods, leaves }, periodOf(gathering));
  const wasExpected = before !== undefined && isThere({ periods, leaves }, periodOf(before));
  return isExpected || wasExpected ? [{ personId, isGuest: false, isExpected }] : [];
};
