import type { Instant } from '@kull/kernel';
import { type AttendanceShift, attendanceShift } from './attendance-shift';
import type { GatheringCancelled } from './class.events';
import { type PlannedClass, scheduledOf } from './class.state';
import { periodOf } from './gathering';
import { gatheringReminders } from './gathering-reminders';
import { type Attendee, isThere, type Placement, type ToldOfChange, toldOfChange } from './told-of-change';

/** What calling off a gathering does to people, and to what is asked of them. */
export interface CallOffConsequences extends ToldOfChange {
  readonly gathering: number;
  readonly title: string;
  readonly before: Placement;
  /** Days before it of the reminders that are not sent any more. */
  readonly remindersDropped: readonly number[];
  readonly attendance: AttendanceShift;
  /** How many of the gatherings that the class shall have are left (I-24). */
  readonly gatherings: { readonly left: number; readonly of: number };
}

/**
 * What calling off does, from the event that it is. `before`: the class as it was. A preview asks it of the event that
 * would happen, the act of the one that did: they cannot differ.
 */
export const callOffConsequences = (
  { number, sessions }: GatheringCancelled['data'],
  before: PlannedClass,
  attendees: readonly Attendee[],
  now: Instant,
): CallOffConsequences => {
  const { title, venue } = scheduledOf(before).find((one) => one.number === number)!;
  const course = before.plan.course!;
  const placement = { ...periodOf({ sessions }), venue };
  const touched = attendees.filter((one) => isThere(one, placement));
  return {
    gathering: number,
    title,
    before: placement,
    ...toldOfChange('GATHERING_CANCELLED', touched, sessions),
    remindersDropped: gatheringReminders(placement.startsOn).flatMap(({ daysBefore, dueAt }) =>
      dueAt > now ? [daysBefore] : [],
    ),
    attendance: attendanceShift(
      course.sessions,
      course.sessions.filter(({ gathering }) => gathering !== number),
      course,
    ),
    gatherings: { left: scheduledOf(before).length - 1, of: course.gatherings?.count ?? 0 },
  };
};
