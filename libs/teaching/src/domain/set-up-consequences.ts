import type { Instant } from '@kull/kernel';
import { type AttendanceShift, attendanceShift } from './attendance-shift';
import type { GatheringScheduled } from './class.events';
import { type PlannedClass, scheduledOf } from './class.state';
import { periodOf } from './gathering';
import { gatheringReminders } from './gathering-reminders';
import { type Attendee, isThere, type Placement, type ToldOfChange, toldOfChange } from './told-of-change';

/** What setting up a gathering again that was called off does to people, and to what is asked of them. */
export interface SetUpConsequences extends ToldOfChange {
  readonly gathering: number;
  readonly title: string;
  readonly after: Placement;
  /** Those that are sent anew; what would be sent in the past is not. */
  readonly reminders: readonly { readonly daysBefore: number; readonly at: Instant }[];
  readonly attendance: AttendanceShift;
  /** How many of the gatherings that the class shall have are on its plan then (I-24). */
  readonly gatherings: { readonly left: number; readonly of: number };
}

/**
 * What setting up does, from the event that it is. `before`: the class as it was. A preview asks it of the event that
 * would happen, so that it cannot differ from the one that does.
 */
export const setUpConsequences = (
  { number, title, venue, sessions }: GatheringScheduled['data'],
  before: PlannedClass,
  attendees: readonly Attendee[],
  now: Instant,
): SetUpConsequences => {
  const course = before.plan.course!;
  const placement = { ...periodOf({ sessions }), venue };
  const touched = attendees.filter((one) => isThere(one, placement));
  return {
    gathering: number,
    title,
    after: placement,
    ...toldOfChange('GATHERING_SET_UP', touched, sessions),
    reminders: gatheringReminders(placement.startsOn).flatMap(({ daysBefore, dueAt }) =>
      dueAt > now ? [{ daysBefore, at: dueAt }] : [],
    ),
    attendance: attendanceShift(course.sessions, [...course.sessions, ...sessions], course),
    gatherings: { left: scheduledOf(before).length + 1, of: course.gatherings?.count ?? 0 },
  };
};
