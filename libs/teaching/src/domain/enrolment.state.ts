import type { LocalDate } from '@kull/kernel';
import type { AwayReason, OtherClass, StudentEnrolled } from './enrolment';

/** A student's time in a class. `until`: the first day no longer in it. */
export interface Period {
  readonly from?: LocalDate;
  readonly until?: LocalDate;
}

/** How a student left: for another class, or for good. */
export type Departure =
  | { readonly kind: 'transferred'; readonly to: OtherClass }
  | { readonly kind: 'withdrawn'; readonly reasonClass: AwayReason };

/** One time in a class, from which class the student came, and how it ended. */
export interface Stay extends Period {
  readonly transferredFrom?: OtherClass;
  readonly departure?: Departure;
  /** Of who was handed on: a leave had been granted last. What undoing the transfer restores. */
  readonly wasOnLeave?: true;
}

/** Days away, and the class of reasons why. */
export interface Leave extends Period {
  readonly from: LocalDate;
  readonly reasonClass: AwayReason;
}

/** Somebody who is or was a student of the class. */
export type Enrolled = Omit<StudentEnrolled['data'], 'restores'> & {
  /** `on_leave`: a leave was granted last. On which days, `leaves` says. */
  readonly status: 'enrolled' | 'on_leave' | 'transferred' | 'withdrawn';
  /** Every time spent in the class, oldest first; the last is open while the student is there. */
  readonly periods: readonly Stay[];
  readonly leaves: readonly Leave[];
  /** As the place was left before the student came back: what undoing a transfer to here restores. */
  readonly earlier?: Enrolled;
};

export type Enrolment = { readonly status: 'none' } | Enrolled;

/** What the log needs to give a place back. */
export interface Place {
  readonly classId: string;
  readonly programme: string;
  readonly intake: string;
  readonly personId: string;
  readonly studentNo: string;
}

/** The place of an enrolment. */
export const placeOf = ({ classId, programme, intake, personId, studentNo }: Enrolled): Place => ({
  classId,
  programme,
  intake,
  personId,
  studentNo,
});

/** Whether the student has a place in the class now. */
export const isInClass = (state: Enrolment): state is Enrolled & { readonly status: 'enrolled' | 'on_leave' } =>
  state.status === 'enrolled' || state.status === 'on_leave';

/** Whether the day lies in the period. */
export const isWithin = ({ from, until }: Period, day: LocalDate): boolean =>
  (from ?? '') <= day && (until === undefined || day < until);

/** Whether the two have a day in common. */
export const meet = (one: Period, other: Period): boolean =>
  (one.until === undefined || (other.from ?? '') < one.until) &&
  (other.until === undefined || (one.from ?? '') < other.until);
