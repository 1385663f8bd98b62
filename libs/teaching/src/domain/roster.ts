import type { LocalDate } from '@kull/kernel';
import type { AwayReason, OtherClass } from './enrolment';
import { type Enrolled, type Enrolment, isWithin } from './enrolment.state';

/**
 * Where a student stands on a day, by the days that the enrolment itself names:
 * - `expected`: enters later.
 * - `active`, `on_leave`: is in the class.
 * - `transferred`, `withdrawn`: has left it, since that day.
 */
export type Standing =
  | { readonly kind: 'expected'; readonly from: LocalDate }
  | { readonly kind: 'active' }
  | {
      readonly kind: 'on_leave';
      readonly from: LocalDate;
      readonly until?: LocalDate;
      readonly reasonClass: AwayReason;
    }
  | { readonly kind: 'transferred'; readonly on: LocalDate; readonly to: OtherClass }
  | { readonly kind: 'withdrawn'; readonly on: LocalDate; readonly reasonClass: AwayReason };

/** A student as the list of a class has them on a day. */
export interface RosterStudent {
  readonly studentNo: string;
  readonly personId: string;
  readonly participantStatus: string;
  /** The first day of the stay that the standing is of. Absent: the class's first. */
  readonly enteredOn?: LocalDate;
  readonly transferredFrom?: OtherClass;
  readonly standing: Standing;
}

/** The student on that day. The last stay that has begun counts; before the first, the first. */
export const rosterStudentOn = ({ periods, leaves, ...student }: Enrolled, day: LocalDate): RosterStudent => {
  const stay = periods.findLast(({ from = '' }) => from <= day) ?? periods[0]!;
  const { from, until, departure, transferredFrom } = stay;
  const standing = (): Standing => {
    if (from !== undefined && day < from) return { kind: 'expected', from };
    if (departure && until !== undefined && until <= day) return { ...departure, on: until };
    const away = leaves.find((leave) => isWithin(leave, day));
    return away ? { kind: 'on_leave', ...away } : { kind: 'active' };
  };
  return {
    studentNo: student.studentNo,
    personId: student.personId,
    participantStatus: student.participantStatus,
    ...(from !== undefined && { enteredOn: from }),
    ...(transferredFrom && { transferredFrom }),
    standing: standing(),
  };
};

/** Everybody who is, was or will be in the class, as of that day; by student number. */
export const rosterOn = (enrolments: readonly Enrolment[], day: LocalDate): readonly RosterStudent[] =>
  enrolments
    .flatMap((one) => (one.status === 'none' ? [] : [rosterStudentOn(one, day)]))
    .sort((one, other) => (one.studentNo < other.studentNo ? -1 : 1));
