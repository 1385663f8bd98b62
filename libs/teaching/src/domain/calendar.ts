import type { Recorded } from '@kull/event-store/contracts';
import { type Instant, uuidOf } from '@kull/kernel';
import { type Appointment, appointmentsOfClass, appointmentsOfStudent, type Classes } from './appointments';
import type { ClassEvent, MakeUpArranged, MakeUpCancelled } from './class.events';
import { evolve as evolveClass } from './class.evolve';
import { type EnrolmentEvent, enrolment } from './enrolment';
import type { Enrolled } from './enrolment.state';

/** An appointment as the calendar has it, or had it last. */
export interface CalendarEntry extends Appointment {
  /** The same for ever, wherever the session is moved and whichever class the student moves to. */
  readonly uid: string;
  /** `cancelled`: the gathering is. `dropped`: nobody expects it to be attended any more, nor another in its place. */
  readonly status: 'scheduled' | 'cancelled' | 'dropped';
  /** How often the entry has changed. It never falls; in the calendar of a class it is the revision of the gathering. */
  readonly sequence: number;
  /** When the event that last changed the entry was stored. */
  readonly changedAt: Instant;
}

export type Calendar = readonly CalendarEntry[];

/** A fact of a class, or of an enrolment of the person whose calendar it is. */
export type CalendarFact = Recorded<ClassEvent> | Recorded<EnrolmentEvent>;

interface Known {
  readonly classes: Classes;
  /** By stream, in the order in which the person came to the classes. */
  readonly enrolments: ReadonlyMap<string, Enrolled>;
}

const isClassFact = (fact: CalendarFact): fact is Recorded<ClassEvent> => fact.stream.startsWith('class-');

const withClassFact = (known: Known, fact: Recorded<ClassEvent>): Known => {
  const classId = fact.stream.slice('class-'.length);
  const state = evolveClass(known.classes.get(classId) ?? { status: 'unplanned' }, fact as ClassEvent);
  return state.status === 'unplanned' ? known : { ...known, classes: new Map(known.classes).set(classId, state) };
};

const withEnrolmentFact = (known: Known, fact: Recorded<EnrolmentEvent>): Known => {
  const state = enrolment.evolve(known.enrolments.get(fact.stream) ?? enrolment.initial, fact as EnrolmentEvent);
  const enrolments = new Map(known.enrolments);
  if (state.status === 'none') {
    // Whose transfer to a class was undone never was in it.
    enrolments.delete(fact.stream);
    return { ...known, enrolments };
  }
  // Who comes back is in that class last of all.
  if (fact.type === 'StudentEnrolled') enrolments.delete(fact.stream);
  return { ...known, enrolments: enrolments.set(fact.stream, state) };
};

/** Whether the fact moves nothing in this calendar, such as a seat for somebody else. */
const isBeside = ({ enrolments }: Known, fact: CalendarFact): boolean => {
  switch (fact.type) {
    case 'ClassOpened':
    case 'ClassCapacityChanged':
    case 'MakeUpSeatsReleased':
      return true;
    case 'MakeUpArranged':
    case 'MakeUpCancelled': {
      const { studentNo } = fact.data as (MakeUpArranged | MakeUpCancelled)['data'];
      return ![...enrolments.values()].some((own) => own.studentNo === studentNo);
    }
    case 'ClassPlanned':
    case 'CoursePlanned':
    case 'GatheringScheduled':
    case 'GatheringRescheduled':
    case 'GatheringCancelled':
    case 'StudentEnrolled':
    case 'StudentTransferred':
    case 'StudentWithdrawn':
    case 'LeaveGranted':
    case 'LeaveEnded':
      return false;
  }
};

const isAsBefore = (before: CalendarEntry, now: Appointment, status: CalendarEntry['status']): boolean =>
  before.status === status &&
  before.classId === now.classId &&
  before.isGuest === now.isGuest &&
  before.gathering?.number === now.gathering?.number &&
  before.gathering?.revision === now.gathering?.revision;

type Entries = ReadonlyMap<string, CalendarEntry>;

const changedTo = (
  entries: Entries,
  appointments: ReadonlyMap<string, Appointment>,
  owner: string,
  changedAt: Instant,
): Entries => {
  const next = new Map(entries);
  for (const [code, one] of appointments) {
    const before = entries.get(code);
    const status = one.gathering?.status ?? 'scheduled';
    if (before && isAsBefore(before, one, status)) continue;
    const sequence = before ? before.sequence + 1 : 0;
    next.set(code, { ...one, uid: uuidOf('calendar-entry', owner, code), status, sequence, changedAt });
  }
  for (const [code, before] of entries)
    if (before.status === 'scheduled' && !appointments.has(code))
      next.set(code, { ...before, status: 'dropped', sequence: before.sequence + 1, changedAt });
  return next;
};

/** By time; those that begin at once, by code. */
const placeOf = ({ session: { startsAt, code } }: CalendarEntry): string => `${startsAt} ${code}`;

/** Follows a calendar through the facts, in the order of the log: what was shown once is changed, never forgotten. */
const followed = (
  facts: Iterable<CalendarFact>,
  owner: string,
  appointments: (known: Known) => ReadonlyMap<string, Appointment>,
): Calendar => {
  let known: Known = { classes: new Map(), enrolments: new Map() };
  let entries: Entries = new Map();
  for (const fact of facts) {
    known = isClassFact(fact) ? withClassFact(known, fact) : withEnrolmentFact(known, fact);
    if (!isBeside(known, fact)) entries = changedTo(entries, appointments(known), owner, fact.recordedAt);
  }
  return [...entries.values()].sort((one, other) => (placeOf(one) < placeOf(other) ? -1 : 1));
};

/** The calendar of a class, from the facts of its stream. */
export const calendarOfClass = (facts: Iterable<CalendarFact>, classId: string): Calendar =>
  followed(facts, classId, ({ classes }) => appointmentsOfClass(classes, classId));

/**
 * The calendar of a student, from the facts of the classes of the intake and of the person's own enrolments in them.
 * `studentCourseId`: what the student takes through every class (I-27); the entries are its own.
 */
export const calendarOfStudent = (facts: Iterable<CalendarFact>, studentCourseId: string): Calendar =>
  followed(facts, studentCourseId, ({ classes, enrolments }) =>
    appointmentsOfStudent(classes, [...enrolments.values()]),
  );
