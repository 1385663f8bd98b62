import type { MakeUp } from './class.events';
import type { ClassPlan } from './class-plan';
import type { ScheduledGathering } from './gathering';

/** A class that exists: its plan, its gatherings, its places, and its guests. */
export interface PlannedClass {
  readonly status: 'planned' | 'open';
  /** As it stands now: with the course that was planned since, and the sessions of the gatherings that are scheduled. */
  readonly plan: ClassPlan;
  /** As it was first planned under its code. */
  readonly planned: ClassPlan;
  readonly capacity: number;
  /** The most places the class has had: what places taken and places closed are counted against. */
  readonly ceiling: number;
  /** By number. Cancelled ones too, until they are scheduled again. */
  readonly gatherings: readonly ScheduledGathering[];
  /** Students of other classes who have a seat at a gathering of this one. */
  readonly guests: readonly MakeUp[];
  /** So many seats are kept from students for the guests of the fullest gathering to come. */
  readonly guestSeats: number;
}

export type ProgrammeClass = { readonly status: 'unplanned' } | PlannedClass;

/** The gatherings that will take place or did. */
export const scheduledOf = ({ gatherings }: PlannedClass): readonly ScheduledGathering[] =>
  gatherings.filter(({ status }) => status === 'scheduled');
