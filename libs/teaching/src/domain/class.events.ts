import type { DomainEvent, Instant, LocalDate } from '@kull/kernel';
import type { CallOffReason } from './call-off-reason';
import type { ClassPlan, CoursePlan } from './class-plan';
import type { Gathering } from './gathering';

export type ClassPlanned = DomainEvent<'ClassPlanned', ClassPlan>;

/** What a class that an intake fills will teach. Its sessions come with its gatherings. */
export type CoursePlanned = DomainEvent<'CoursePlanned', { readonly course: Omit<CoursePlan, 'sessions'> }>;

export type ClassOpened = DomainEvent<'ClassOpened', Record<never, never>>;

/** The number of places was changed, by an act of somebody (I-22). */
export type ClassCapacityChanged = DomainEvent<
  'ClassCapacityChanged',
  {
    readonly capacity: number;
    /** The most places the class has had: what places taken and places closed are counted against. */
    readonly ceiling?: number;
    /** So many places were closed; below zero, opened again. Absent: none, the ceiling was raised. */
    readonly closed?: { readonly classId: string; readonly places: number };
    /** Added to the places of the whole intake, and how many were commissioned for it. */
    readonly added?: { readonly intake: string; readonly places: number; readonly commissionedPlaces: number };
  }
>;

export type GatheringScheduled = DomainEvent<'GatheringScheduled', Gathering & { readonly classId: string }>;

/**
 * A gathering meets at another time or place, or one of its sessions was added, moved or called off. The one before is
 * kept: what it had taken is given back. `reasonClass`: why a session was called off.
 */
export type GatheringRescheduled = DomainEvent<
  'GatheringRescheduled',
  Gathering & {
    readonly classId: string;
    readonly before: Pick<Gathering, 'venue' | 'sessions'>;
    readonly reasonClass?: CallOffReason;
  }
>;

/** A gathering was called off. Absent `reasonClass`: nobody was asked for one then. */
export type GatheringCancelled = DomainEvent<
  'GatheringCancelled',
  {
    readonly classId: string;
    readonly number: number;
    readonly sessions: Gathering['sessions'];
    readonly reasonClass?: CallOffReason;
  }
>;

/** A student of another class has a seat at one gathering of this class. */
export interface MakeUp {
  readonly gathering: number;
  readonly studentNo: string;
  readonly homeClassId: string;
  readonly homeClassCode: string;
}

/** A student who missed a gathering attends the same one in this class (W16). */
export type MakeUpArranged = DomainEvent<
  'MakeUpArranged',
  MakeUp & {
    readonly classId: string;
    readonly arrangedAt: Instant;
    /** Whether the class keeps one more seat free of students for its guests. */
    readonly takesSeat: boolean;
    readonly ceiling: number;
  }
>;

export type MakeUpCancelled = DomainEvent<
  'MakeUpCancelled',
  {
    readonly classId: string;
    readonly gathering: number;
    readonly studentNo: string;
    /** So many seats are free for students again. */
    readonly seatsReleased: number;
  }
>;

/** The gatherings with most guests are over: their seats are free for students again. */
export type MakeUpSeatsReleased = DomainEvent<
  'MakeUpSeatsReleased',
  { readonly classId: string; readonly on: LocalDate; readonly seatsReleased: number }
>;

export type ClassEvent =
  | ClassPlanned
  | CoursePlanned
  | ClassOpened
  | ClassCapacityChanged
  | GatheringScheduled
  | GatheringRescheduled
  | GatheringCancelled
  | MakeUpArranged
  | MakeUpCancelled
  | MakeUpSeatsReleased;
