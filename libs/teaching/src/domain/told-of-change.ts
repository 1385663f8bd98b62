import { addDays, type LocalDate } from '@kull/kernel';
import type { Session } from './class-plan';
import type { Period } from './enrolment.state';

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

/** When and where a gathering is. */
export interface Placement {
  readonly startsOn: LocalDate;
  readonly endsOn: LocalDate;
  readonly venue: string;
}

/** What is owed to whom because a gathering moved, was called off or is set up again: one message per language. */
export interface GatheringNotice {
  readonly kind: 'GATHERING_MOVED' | 'GATHERING_CANCELLED' | 'GATHERING_SET_UP';
  readonly channel: 'EMAIL';
  readonly language: 'nb' | 'nn' | 'en';
  /** Student numbers. */
  readonly recipients: readonly string[];
}

/** Whom a change of a gathering touches, and what is owed to them. */
export interface ToldOfChange {
  /** Student numbers; teachers by their codes. */
  readonly touched: {
    readonly students: readonly string[];
    readonly guests: readonly string[];
    readonly teachers: readonly string[];
  };
  readonly notices: readonly GatheringNotice[];
  /** Student numbers of those whom no mail reaches: somebody has to tell them. */
  readonly notReached: readonly string[];
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

const numbersOf = (attendees: readonly Attendee[]): readonly string[] =>
  attendees.map(({ studentNo }) => studentNo).sort();

const noticesTo = (kind: GatheringNotice['kind'], touched: readonly Attendee[]): readonly GatheringNotice[] =>
  (['nb', 'nn', 'en'] as const).flatMap((language) => {
    const recipients = numbersOf(touched.filter((one) => one.hasEmail && one.language === language));
    return recipients.length === 0 ? [] : [{ kind, channel: 'EMAIL', language, recipients }];
  });

/** What those who are touched are told, and those who teach the sessions. */
export const toldOfChange = (
  kind: GatheringNotice['kind'],
  touched: readonly Attendee[],
  sessions: readonly Session[],
): ToldOfChange => ({
  touched: {
    students: numbersOf(touched.filter(({ role }) => role === 'student')),
    guests: numbersOf(touched.filter(({ role }) => role === 'guest')),
    teachers: [...new Set(sessions.flatMap(({ teachers }) => teachers ?? []))].sort(),
  },
  notices: noticesTo(kind, touched),
  notReached: numbersOf(touched.filter((one) => !one.hasEmail || one.language === undefined)),
  calendarFeeds: 1 + touched.length,
});
