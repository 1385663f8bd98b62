import { type Instant, isRejected, localDateInOslo, type Rejection, reject } from '@kull/kernel';
import { programmeClass } from './class';
import type { ArrangeMakeUp, CancelMakeUp, ClassRejection } from './class.commands';
import { type PlannedClass, scheduledOf } from './class.state';
import { type Enrolment, isInClass } from './enrolment.state';
import type { ScheduledGathering } from './gathering';
import { type ClassById, isSameIntake } from './transfer';

/** What the other class alone cannot refuse: `NOT_ENROLLED` in the own class, classes of `OTHER_INTAKE`. */
export type MakeUpRejection = ClassRejection | Rejection<'NOT_ENROLLED' | 'OTHER_INTAKE'>;

/** Which gathering a student asks to attend elsewhere, and when it is asked. */
export interface MakeUpWish {
  readonly studentNo: string;
  readonly student: Enrolment;
  readonly home: ClassById;
  readonly gathering: number;
  readonly at: Instant;
}

/** Two classes of one intake, and a student of the first: else nothing is to be arranged between them. */
const between = (
  { student, home }: MakeUpWish,
  other: ClassById,
): { readonly home: PlannedClass } | { readonly rejected: MakeUpRejection } => {
  if (home.state.status === 'unplanned' || other.state.status === 'unplanned')
    return reject({ code: 'CLASS_NOT_PLANNED' });
  if (!isSameIntake(home.state, other.state)) return reject({ code: 'OTHER_INTAKE' });
  return isInClass(student) ? { home: home.state } : reject({ code: 'NOT_ENROLLED' });
};

/** The order to the other class; refused when the student, or the gathering at home, is not there (W16). */
export const makeUpOf = (
  wish: MakeUpWish,
  other: ClassById,
): ArrangeMakeUp | { readonly rejected: MakeUpRejection } => {
  const { studentNo, gathering, at } = wish;
  const both = between(wish, other);
  if ('rejected' in both) return both;
  const missed = scheduledOf(both.home).find(({ number }) => number === gathering);
  if (!missed) return reject({ code: 'GATHERING_NOT_SCHEDULED' });
  return {
    type: 'ArrangeMakeUp',
    data: {
      classId: other.classId,
      gathering,
      studentNo,
      homeClassId: wish.home.classId,
      homeClassCode: both.home.plan.code,
      homeSessions: missed.sessions,
      at,
    },
  };
};

/** The order that gives the seat back. */
export const makeUpCancellationOf = (
  wish: MakeUpWish,
  other: ClassById,
): CancelMakeUp | { readonly rejected: MakeUpRejection } => {
  const { studentNo, gathering, at } = wish;
  const both = between(wish, other);
  if ('rejected' in both) return both;
  return { type: 'CancelMakeUp', data: { classId: other.classId, gathering, studentNo, on: localDateInOslo(at) } };
};

/** A class as a place to make up for a gathering. */
export interface MakeUpOption {
  readonly classId: string;
  readonly code: string;
  readonly site: string;
  /** Absent: the class has it not on its timetable. */
  readonly gathering?: ScheduledGathering;
  /** Seats that neither students nor guests of the gathering have. */
  readonly seatsLeft: number;
  /** The student has a seat there already. */
  readonly arranged: boolean;
  /** Why the student cannot be a guest there. Absent: nothing stands in the way. */
  readonly whyNot?: MakeUpRejection;
}

export type OtherClass = ClassById & { readonly state: PlannedClass; readonly placesTaken: number };

/** What the other class would answer, by the same rules that decide when it is asked. */
export const makeUpOptionOf = (wish: MakeUpWish, other: OtherClass): MakeUpOption => {
  const { classId, state, placesTaken } = other;
  const gathering = scheduledOf(state).find(({ number }) => number === wish.gathering);
  const guests = state.guests.filter((guest) => guest.gathering === wish.gathering).length;
  const seatsLeft = Math.max(0, state.capacity - placesTaken - guests);
  const order = makeUpOf(wish, other);
  const decision = 'rejected' in order ? order : programmeClass.decide(state, order);
  const arranged = !isRejected(decision) && decision.events.length === 0;
  const refused = (): MakeUpRejection | undefined => {
    if (isRejected(decision)) return decision.rejected;
    return seatsLeft > 0 || arranged ? undefined : { code: 'PLACES_TAKEN' };
  };
  const whyNot = refused();
  const { code, site } = state.plan;
  return {
    classId,
    code,
    site,
    ...(gathering && { gathering }),
    seatsLeft,
    arranged,
    ...(whyNot && { whyNot }),
  };
};
