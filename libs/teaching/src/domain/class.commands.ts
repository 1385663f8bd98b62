import type { Command, Instant, LocalDate, Rejection } from '@kull/kernel';
import type { CallOffReason } from './call-off-reason';
import type { MakeUp } from './class.events';
import type { ClassPlan, CoursePlan, Session } from './class-plan';
import type { Gathering, GatheringFault } from './gathering';
import type { SessionChange } from './session-change';

export type PlanClass = Command<'PlanClass', ClassPlan>;

/** Plans the class if it is not there, what it teaches, and its gatherings: all of it or nothing. */
export type PlanYear = Command<
  'PlanYear',
  {
    readonly classId: string;
    readonly plan: ClassPlan;
    readonly course: Omit<CoursePlan, 'sessions'>;
    readonly gatherings: readonly Gathering[];
  }
>;

export type OpenClass = Command<'OpenClass', Record<never, never>>;

/** `commissionedPlaces`: those of the whole intake as they are now; absent: as they were when the class was planned. */
export type ChangeCapacity = Command<
  'ChangeCapacity',
  { readonly classId: string; readonly capacity: number; readonly commissionedPlaces?: number }
>;

export type ScheduleGathering = Command<
  'ScheduleGathering',
  { readonly classId: string; readonly gathering: Gathering }
>;

/** `on`: the day on which somebody asks for it. */
export type RescheduleGathering = Command<
  'RescheduleGathering',
  { readonly classId: string; readonly gathering: Gathering; readonly on: LocalDate }
>;

export type CancelGathering = Command<
  'CancelGathering',
  { readonly classId: string; readonly number: number; readonly on: LocalDate; readonly reasonClass: CallOffReason }
>;

/** Adds, moves or calls off one session of a gathering. `at`: when somebody asks for it. */
export type ChangeSession = Command<
  'ChangeSession',
  { readonly classId: string; readonly number: number; readonly change: SessionChange; readonly at: Instant }
>;

/** `homeSessions`: the same gathering as the student's own class has it. */
export type ArrangeMakeUp = Command<
  'ArrangeMakeUp',
  MakeUp & { readonly classId: string; readonly homeSessions: readonly Session[]; readonly at: Instant }
>;

export type CancelMakeUp = Command<
  'CancelMakeUp',
  { readonly classId: string; readonly gathering: number; readonly studentNo: string; readonly on: LocalDate }
>;

/** Takes a student who leaves the intake, or comes to this class, off its gatherings to come. */
export type CancelMakeUpsOf = Command<
  'CancelMakeUpsOf',
  { readonly classId: string; readonly studentNo: string; readonly on: LocalDate }
>;

/** Gives seats back that only gatherings before this day needed. */
export type ReleaseMakeUpSeats = Command<'ReleaseMakeUpSeats', { readonly classId: string; readonly on: LocalDate }>;

export type ClassCommand =
  | PlanClass
  | PlanYear
  | OpenClass
  | ChangeCapacity
  | ScheduleGathering
  | RescheduleGathering
  | CancelGathering
  | ChangeSession
  | ArrangeMakeUp
  | CancelMakeUp
  | CancelMakeUpsOf
  | ReleaseMakeUpSeats;

/**
 * - `CLASS_DIFFERS`: the code belongs to a class with another plan, course or timetable.
 * - `CLASS_NOT_PLANNED`: there is no such class.
 * - `COURSE_NOT_PLANNED`: nobody has said yet what the class teaches.
 * - `GATHERINGS_MISSING`: the class opens when all its gatherings are scheduled (I-24).
 * - `PLACES_TAKEN`: more places are taken than the capacity asked for leaves, or no seat is free for a guest.
 * - `COMMISSIONED_PLACES_EXCEEDED`: the classes of the intake would have more places than were commissioned (I-22).
 * - `GATHERING_NOT_SCHEDULED`, `GATHERING_DIFFERS`: it is not on the timetable; it is there otherwise, move it.
 * - `GATHERING_BEGUN`: it has begun or is over, and stays where it was. `IN_THE_PAST`: it would have been already.
 * - `SESSIONS_DIFFER`: a move keeps the sessions and their lengths.
 * - `SESSION_UNKNOWN`: the gathering has none of that code. `SESSION_BEGUN`: its doors are open, or it is over.
 *   `SESSION_IN_THE_PAST`: it would have begun already.
 * - `ROOM_TAKEN`, `TEACHER_TAKEN`: they are somewhere else at that time.
 * - `OWN_CLASS`, `GATHERING_NOT_EQUIVALENT`: why a make-up is not to be had there (W16); `MAKE_UP_NOT_ARRANGED`.
 */
export type ClassRejection =
  | Rejection<
      | 'CLASS_DIFFERS'
      | 'CLASS_NOT_PLANNED'
      | 'COURSE_NOT_PLANNED'
      | 'GATHERINGS_MISSING'
      | 'PLACES_TAKEN'
      | 'COMMISSIONED_PLACES_EXCEEDED'
      | 'GATHERING_NOT_SCHEDULED'
      | 'GATHERING_DIFFERS'
      | 'GATHERING_BEGUN'
      | 'IN_THE_PAST'
      | 'SESSIONS_DIFFER'
      | 'SESSION_UNKNOWN'
      | 'SESSION_BEGUN'
      | 'SESSION_IN_THE_PAST'
      | 'OWN_CLASS'
      | 'GATHERING_NOT_EQUIVALENT'
      | 'MAKE_UP_NOT_ARRANGED'
    >
  | (Rejection<GatheringFault> & { readonly gathering: number })
  | (Rejection<'ROOM_TAKEN' | 'TEACHER_TAKEN'> & { readonly who: string; readonly at: Instant });
