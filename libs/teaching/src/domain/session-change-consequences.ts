import type { Instant } from '@kull/kernel';
import { type AttendanceShift, attendanceShift } from './attendance-shift';
import type { GatheringRescheduled } from './class.events';
import type { PlannedClass } from './class.state';
import type { Session } from './class-plan';
import { consequencesOf, type MoveConsequences } from './move-consequences';
import type { Attendee } from './told-of-change';

/** A session that comes or goes. */
export type ChangedSession = Pick<Session, 'code' | 'title' | 'startsAt'>;

/** What changing one session does: what a move does, and what attendance is measured against then. */
export interface SessionChangeConsequences extends MoveConsequences {
  readonly added: readonly ChangedSession[];
  readonly calledOff: readonly ChangedSession[];
  readonly attendance: AttendanceShift;
}

const without = (sessions: readonly Session[], others: readonly Session[]): readonly ChangedSession[] => {
  const codes = new Set(others.map(({ code }) => code));
  return sessions.flatMap(({ code, title, startsAt }) => (codes.has(code) ? [] : [{ code, title, startsAt }]));
};

/** What the change does, from the event that it is. `before`: the class as it was. */
export const sessionChangeConsequences = (
  moved: GatheringRescheduled['data'],
  { plan: { course } }: PlannedClass,
  attendees: readonly Attendee[],
  now: Instant,
): SessionChangeConsequences => {
  const others = course!.sessions.filter(({ gathering }) => gathering !== moved.number);
  return {
    ...consequencesOf(moved, attendees, now),
    added: without(moved.sessions, moved.before.sessions),
    calledOff: without(moved.before.sessions, moved.sessions),
    attendance: attendanceShift(course!.sessions, [...others, ...moved.sessions], course!),
  };
};
