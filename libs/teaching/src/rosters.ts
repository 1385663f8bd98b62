import { EventStore, type Recorded } from '@kull/event-store';
import { fold, type Instant, type LocalDate } from '@kull/kernel';
import { People } from '@kull/people';
import { Injectable } from '@nestjs/common';
import { programmeClass } from './domain/class';
import type { ClassEvent, MakeUp } from './domain/class.events';
import type { PlannedClass, ProgrammeClass } from './domain/class.state';
import { type EnrolmentEvent, enrolment } from './domain/enrolment';
import type { Enrolment } from './domain/enrolment.state';
import { enrolmentIdOf } from './domain/ids';
import { type RosterStudent, rosterOn } from './domain/roster';
import { Enrolments } from './read-models/enrolments.query';

/** As the log knew it, and of which day (W31). */
export interface RosterAsOf {
  /** Absent: everything that is known now. */
  readonly knownAt?: Instant;
  readonly validOn: LocalDate;
}

/** Who somebody is, as far as it may still be known: nothing of it after the person was forgotten. */
interface Named {
  readonly familyName?: string;
  readonly givenNames?: string;
  readonly language?: 'nb' | 'nn' | 'en';
}

export type NamedStudent = RosterStudent & Named;
export type NamedGuest = MakeUp & Named & { readonly personId: string };

/** The list of a class: its students, and the guests of its gatherings. */
export interface Roster {
  readonly class: PlannedClass;
  /** Of the last event that the list knows. */
  readonly position: number;
  readonly students: readonly NamedStudent[];
  readonly guests: readonly NamedGuest[];
}

const collator = new Intl.Collator('nb');

/** By name as a Norwegian list has it; who has no name any more comes last. */
const byName = (one: Named & { readonly studentNo: string }, other: typeof one): number => {
  if ((one.familyName === undefined) !== (other.familyName === undefined)) return one.familyName === undefined ? 1 : -1;
  return (
    collator.compare(one.familyName ?? '', other.familyName ?? '') ||
    collator.compare(one.givenNames ?? '', other.givenNames ?? '') ||
    (one.studentNo < other.studentNo ? -1 : 1)
  );
};

/** Who is in a class. */
@Injectable()
export class Rosters {
  constructor(
    private readonly events: EventStore,
    private readonly people: People,
    private readonly enrolments: Enrolments,
  ) {}

  /** Undefined when there is no such class, or was none by then. */
  async of(classId: string, { knownAt, validOn }: RosterAsOf): Promise<Roster | undefined> {
    const ids = await this.enrolments.everIn(classId);
    const nameOfClass = `${programmeClass.category}-${classId}`;
    const names = ids.map((id) => `${enrolment.category}-${id}`);
    const streams = await this.events.readStreams([nameOfClass, ...names], {
      ...(knownAt !== undefined && { knownAt }),
    });
    const eventsOf = (name: string): readonly Recorded[] => streams.get(name) ?? [];
    const state = fold<ProgrammeClass, ClassEvent>(programmeClass, eventsOf(nameOfClass) as readonly ClassEvent[]);
    if (state.status === 'unplanned') return undefined;
    const enrolments = names.map((name) =>
      fold<Enrolment, EnrolmentEvent>(enrolment, eventsOf(name) as readonly EnrolmentEvent[]),
    );
    const students = rosterOn(enrolments, validOn);
    const guests = await this.guestsOf(state);
    const nameOf = await this.namesOf([...students, ...guests].map(({ personId }) => personId));
    return {
      class: state,
      position: Math.max(...[...streams.values()].flat().map(({ position }) => position)),
      students: students.map((one) => ({ ...one, ...nameOf(one.personId) })).sort(byName),
      guests: guests.map((guest) => ({ ...guest, ...nameOf(guest.personId) })).sort(byName),
    };
  }

  private async guestsOf({ guests }: PlannedClass): Promise<readonly (MakeUp & { readonly personId: string })[]> {
    const loaded = await this.events.loadEach(
      enrolment,
      guests.map(({ homeClassId, studentNo }) => enrolmentIdOf(homeClassId, studentNo)),
    );
    return guests.flatMap((guest, i) => {
      const { state } = loaded[i]!;
      return state.status === 'none' ? [] : [{ ...guest, personId: state.personId }];
    });
  }

  private async namesOf(personIds: readonly string[]): Promise<(personId: string) => Named> {
    const profiles = await this.people.profiles(personIds);
    return (personId) => {
      const profile = profiles.get(personId);
      if (!profile) return {};
      const { familyName, givenNames, language } = profile;
      return { familyName, givenNames, language };
    };
  }
}
