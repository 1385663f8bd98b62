import type { Instant, LocalDate } from '@kull/kernel';
import type { GatheringRescheduled } from './class.events';
import type { Session } from './class-plan';
import { periodOf } from './gathering';
import { gatheringReminders } from './gathering-reminders';
import { type Attendee, isThere, type Placement, type ToldOfChange, toldOfChange } from './told-of-change';

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

/** What a move does to people and to what they were told (W12). */
export interface MoveConsequences extends ToldOfChange {
  readonly gathering: number;
  readonly title: string;
  readonly before: Placement;
  readonly after: Placement;
  /** Those that change time, room or teachers. */
  readonly sessions: readonly MovedSession[];
  readonly reminders: readonly MovedReminder[];
}

const placed = ({ startsAt, room, teachers }: Session): MovedSession['before'] => ({
  startsAt,
  ...(room !== undefined && { room }),
  ...(teachers !== undefined && { teachers }),
});

const sameList = (one: readonly string[] = [], other: readonly string[] = []): boolean =>
  one.length === other.length && one.every((value, i) => value === other[i]);

const movedSessions = (before: readonly Session[], after: readonly Session[]): readonly MovedSession[] =>
  after.flatMap((session) => {
    const was = before.find(({ code }) => code === session.code);
    if (!was) return [];
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
  return {
    gathering: moved.number,
    title: moved.title,
    before,
    after,
    sessions: movedSessions(moved.before.sessions, moved.sessions),
    ...toldOfChange('GATHERING_MOVED', touched, [...moved.before.sessions, ...moved.sessions]),
    reminders: movedReminders(before.startsOn, after.startsOn, now),
  };
};
