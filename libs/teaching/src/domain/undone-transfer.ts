import {
  accept,
  type Command,
  type Decision,
  type Instant,
  instantInOslo,
  type LocalDate,
  type Rejection,
  reject,
} from '@kull/kernel';
import { type PlannedClass, scheduledOf } from './class.state';
import type { EnrolmentEvent, EnrolmentRejection, OtherClass } from './enrolment';
import { type Enrolled, type Enrolment, isInClass, placeOf } from './enrolment.state';
import type { ClassById } from './transfer';

/** Gives the place in the class back that the student left for that other one. */
export type RestoreStudent = Command<'RestoreStudent', { readonly to: OtherClass; readonly capacity: number }>;

/** Takes the student off the class again that they were moved to from that other one. */
export type TakeBackArrival = Command<'TakeBackArrival', { readonly from: OtherClass }>;

/**
 * What neither enrolment alone can refuse, besides what both do:
 * - `CLASS_NOT_PLANNED`: one of the two classes does not exist.
 * - `CLASS_HAS_MET`: one of the two has met since the day of the transfer; the student was there, or was not.
 * - `GUEST_SEAT_GIVEN_UP`: the transfer took away a seat as a guest, which may be somebody else's by now.
 */
export type UndoRejection =
  | EnrolmentRejection
  | Rejection<'CLASS_NOT_PLANNED' | 'CLASS_HAS_MET' | 'GUEST_SEAT_GIVEN_UP'>;

/** Both halves: they stand or fall together. */
export interface UndoneTransfer {
  readonly on: LocalDate;
  readonly takeBack: TakeBackArrival;
  readonly restore: RestoreStudent;
}

type Decided = Decision<EnrolmentEvent, EnrolmentRejection>;

/** The class that the student was handed on to last, and from which day. */
const lastMoveOf = (state: Enrolled): { readonly to: OtherClass; readonly on: LocalDate } | undefined => {
  const { departure, until } = state.periods.at(-1)!;
  return state.status === 'transferred' && departure?.kind === 'transferred' && until !== undefined
    ? { to: departure.to, on: until }
    : undefined;
};

/** The place as it was taken; what it is counted against is today's. */
export const restore = (state: Enrolment, { to, capacity }: RestoreStudent['data']): Decided => {
  if (state.status === 'none' || lastMoveOf(state)?.to.classId !== to.classId) return reject({ code: 'NOT_MOVED' });
  const { status: _, periods, leaves: _leaves, earlier: _earlier, ...data } = state;
  const restores = periods.at(-1)!.wasOnLeave ? 'on_leave' : 'enrolled';
  return accept({ type: 'StudentEnrolled', data: { ...data, capacity, restores } });
};

/** Leaves of an earlier stay ended with it; one that reaches into this stay was granted here. */
const hasLeaveSince = ({ leaves }: Enrolled, day: LocalDate): boolean =>
  leaves.some(({ until }) => until === undefined || until > day);

export const takeBackArrival = (state: Enrolment, { from }: TakeBackArrival['data']): Decided => {
  if (!isInClass(state)) return reject({ code: 'MOVED_SINCE' });
  const { from: on, transferredFrom } = state.periods.at(-1)!;
  if (on === undefined || transferredFrom?.classId !== from.classId || hasLeaveSince(state, on))
    return reject({ code: 'MOVED_SINCE' });
  const restores = state.earlier?.status ?? 'none';
  if (restores === 'enrolled' || restores === 'on_leave') return reject({ code: 'MOVED_SINCE' });
  return accept({ type: 'StudentTransferred', data: { ...placeOf(state), to: from, on, restores } });
};

/** Whether one of its sessions has begun since the beginning of that day. */
const hasMetSince = (one: PlannedClass, day: LocalDate, now: Instant): boolean =>
  [...(one.plan.course?.sessions ?? []), ...scheduledOf(one).flatMap(({ sessions }) => sessions)].some(
    ({ startsAt }) => instantInOslo(day) <= startsAt && startsAt <= now,
  );

/** The class that a student was moved to last from here; undefined: was not. */
export const movedTo = (student: Enrolment): string | undefined =>
  student.status === 'none' ? undefined : lastMoveOf(student)?.to.classId;

/**
 * The undoing of a student's last transfer from a class: both enrolments as they were before it. Once one of the classes
 * has met, it is a transfer of its own that is needed, from a day.
 */
export const undoneTransfer = (
  student: Enrolment,
  from: ClassById,
  to: ClassById,
  now: Instant,
): UndoneTransfer | { readonly rejected: UndoRejection } => {
  const move = student.status === 'none' ? undefined : lastMoveOf(student);
  if (move?.to.classId !== to.classId) return reject({ code: 'NOT_MOVED' });
  if (from.state.status === 'unplanned' || to.state.status === 'unplanned')
    return reject({ code: 'CLASS_NOT_PLANNED' });
  if (hasMetSince(from.state, move.on, now) || hasMetSince(to.state, move.on, now))
    return reject({ code: 'CLASS_HAS_MET' });
  return {
    on: move.on,
    takeBack: {
      type: 'TakeBackArrival',
      data: { from: { classId: from.classId, classCode: from.state.plan.code } },
    },
    restore: { type: 'RestoreStudent', data: { to: move.to, capacity: from.state.ceiling } },
  };
};
