import { addDays, type Instant, type LocalDate } from '@kull/kernel';
import type { GatheringRescheduled } from './class.events';
import type { Session } from './class-plan';
import type { Period } from './enrolment.state';
import { periodOf } from './gathering';
import { gatheringReminders } from './gathering-reminders';

/** Somebody who is to be at a gathering: a student of the class, or a guest from another class. */
export interface Attendee {
  readonly studentNo: string;
  readonly role: 'student' | 'guest';
  /** The language in which the person wants to be written to. Absent: nobody knows the person any more. */
  readonly language?: 'nb' | 'nn' | 'en';
  readonly hasEmail: boolean;
  /** Times as a student of the class, and on leave; a guest has neither. */
  readonly periods?: readonly Period[];
  readonly leaves?: readonly Period[];
}

interface Placement {
  readonly startsOn: LocalDate;
  readonly endsOn: LocalDate;
  readonly venue: string;
}

/** When and where one session was, and will be. */
export interface MovedSession {
  readonly code: string;
  readonly before: Pick<Session, 'startsAt' | 'room' | 'teachers'>;
  readonly after: Pick<Session, 'startsAt' | 'room' | 'teachers'>;
}

/**
 * - `MOVES`: it is sent at the new instant instead. `STAYS`: the gathering begins on the same day as before.
 * - `SENT_AGAIN`: it has been sent, and is sent anew for the new day.
 * - `NOT_SENT`: the new instant has passed; what is sent of the move stands in for it.
 */
export interface MovedReminder {
  readonly daysBefore: number;
  readonly before: Instant;
  readonly after: Instant;
  readonly outcome: 'MOVES' | 'STAYS' | 'SENT_AGAIN' | 'NOT_SENT';
}

/** What is owed to whom because a gathering moved: one message per language. */
export interface MoveNotice {
  readonly kind: 'GATHERING_MOVED';
  readonly channel: 'EMAIL';
  readonly language: 'nb' | 'nn' | 'en';
  /** Student numbers. */
  readonly recipients: readonly string[];
}

/** What a move does to people and to what they were told (W12). */
export interface MoveConsequences {
  readonly gathering: number;
  readonly title: string;
  readonly before: Placement;
  readonly after: Placement;
  /** Those that change time, room or teachers. */
  readonly sessions: readonly MovedSession[];
  /** Student numbers; teachers by their codes. */
  readonly touched: {
    readonly students: readonly string[];
    readonly guests: readonly string[];
    readonly teachers: readonly string[];
  };
  readonly notices: readonly MoveNotice[];
  /** Student numbers of those whom no mail reaches: somebody has to tell them. */
  readonly notReached: readonly string[];
  readonly reminders: readonly MovedReminder[];
  /** The feed of the class, and that of every student and guest. */
  readonly calendarFeeds: number;
}

const covers = ({ from, until }: Period, day: LocalDate): boolean =>
  (from === undefined || from <= day) && (until === undefined || day < until);

/** Whether the student is of the class and not on leave on one of the days; a guest always is. */
export const isThere = (
  { periods, leaves = [] }: Pick<Attendee, 'periods' | 'leaves'>,
  { startsOn, endsOn }: Pick<Placement, 'startsOn' | 'endsOn'>,
): boolean => {
  for (let day = startsOn; day <= endsOn; day = addDays(day, 1)) {
    const isStudent = periods === undefined || periods.some((period) => covers(period, day));
    if (isStudent && !leaves.some((leave) => covers(leave, day))) return true;
  }
  return false;
};

const placed = ({ startsAt, room, teachers }: Session): MovedSession['before'] => ({
  startsAt,
  ...(room !== undefined && { room }),
  ...(teachers !== undefined && { teachers }),
});

const sameList = (one: readonly string[] = [], other: readonly string[] = []): boolean =>
  one.length === other.length && one.every((value, i) => value === other[i]);

const movedSessions = (before: readonly Session[], after: readonly Session[]): readonly MovedSession[] =>
  after.flatMap((session) => {
    const was = before.find(({ code }) => code === session.code)!;
    const stays =
      was.startsAt === session.startsAt && was.room === session.room && sameList(was.teachers, session.teachers);
    return stays ? [] : [{ code: session.code, before: placed(was), after: placed(session) }];
  });

const outcomeOf = (before: Instant, after: Instant, now: Instant): MovedReminder['outcome'] => {
  if (before === after) return 'STAYS';
  if (after <= now) return 'NOT_SENT';
  return before <= now ? 'SENT_AGAIN' : 'MOVES';
};

const movedReminders = (before: LocalDate, after: LocalDate, now: Instant): readonly MovedReminder[] => {
  const later = gatheringReminders(after);
  return gatheringReminders(before).map(({ daysBefore, dueAt }, i) => {
    const moved = later[i]!.dueAt;
    return { daysBefore, before: dueAt, after: moved, outcome: outcomeOf(dueAt, moved, now) };
  });
};

const numbersOf = (attendees: readonly Attendee[]): readonly string[] =>
  attendees.map(({ studentNo }) => studentNo).sort();

const noticesTo = (touched: readonly Attendee[]): readonly MoveNotice[] =>
  (['nb', 'nn', 'en'] as const).flatMap((language) => {
    const recipients = numbersOf(touched.filter((one) => one.hasEmail && one.language === language));
    return recipients.length === 0 ? [] : [{ kind: 'GATHERING_MOVED', channel: 'EMAIL', language, recipients }];
  });

/**
 * What the move does, from the event that it is. A preview asks it of the event that would happen, the move of the one
 * that did: they cannot differ.
 */
export const consequencesOf = (
  moved: GatheringRescheduled['data'],
  attendees: readonly Attendee[],
  now: Instant,
): MoveConsequences => {
  const before = { ...periodOf(moved.before), venue: moved.before.venue };
  const after = { ...periodOf(moved), venue: moved.venue };
  const touched = attendees.filter((one) => isThere(one, before) || isThere(one, after));
  const teachers = [...moved.before.sessions, ...moved.sessions].flatMap((session) => session.teachers ?? []);
  return {
    gathering: moved.number,
    title: moved.title,
    before,
    after,
    sessions: movedSessions(moved.before.sessions, moved.sessions),
    touched: {
      students: numbersOf(touched.filter(({ role }) => role === 'student')),
      guests: numbersOf(touched.filter(({ role }) => role === 'guest')),
      teachers: [...new Set(teachers)].sort(),
    },
    notices: noticesTo(touched),
    notReached: numbersOf(touched.filter((one) => !one.hasEmail || one.language === undefined)),
    reminders: movedReminders(before.startsOn, after.startsOn, now),
    calendarFeeds: 1 + touched.length,
  };
};
