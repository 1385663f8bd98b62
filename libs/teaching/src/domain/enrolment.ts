import type { Sealed } from '@kull/event-store/contracts';
import {
  accept,
  type Command,
  type Decider,
  type Decision,
  type DomainEvent,
  type LocalDate,
  nothing,
  type Rejection,
  reject,
  type SetRule,
} from '@kull/kernel';
import { evolve } from './enrolment.evolve';
import { type Enrolled, type Enrolment, isInClass, isWithin, meet, type Place, placeOf } from './enrolment.state';
import { type RestoreStudent, restore, type TakeBackArrival, takeBackArrival } from './undone-transfer';

/** The class that a student came from or went to. */
export interface OtherClass {
  readonly classId: string;
  readonly classCode: string;
}

/** A student got a place in a class: the first time, late, or on transfer from another class. */
export type StudentEnrolled = DomainEvent<
  'StudentEnrolled',
  {
    readonly classId: string;
    readonly classCode: string;
    readonly programme: string;
    readonly intake: string;
    readonly personId: string;
    readonly studentNo: string;
    /** `PHYSICIAN`, `INTERN`, `STUDENT`, or another code of the class list. */
    readonly participantStatus: string;
    /** Names, birth date, HPR number and language as the class list had them. Absent: `people` knows them. */
    readonly particulars?: Sealed;
    /** Keyed fingerprint of the row of the class list: the same row again changes nothing. */
    readonly fingerprint: string;
    /** What the places taken are counted against: the most places the class has had (I-21). */
    readonly capacity: number;
    /** The first day as a student of the class. Absent: the class's first. */
    readonly enteredOn?: LocalDate;
    readonly transferredFrom?: OtherClass;
    /** The class in which the student's course began, when it is another: results and awards stay with it (I-27). */
    readonly courseClassId?: string;
    /** A transfer to another class was undone: the place stands as before it, and this is no new stay. */
    readonly restores?: 'enrolled' | 'on_leave';
  }
>;

/** The student left for another class of the same intake. Attendance and requirements stay with the student (I-27). */
export type StudentTransferred = DomainEvent<
  'StudentTransferred',
  Place & {
    readonly to: OtherClass;
    readonly on: LocalDate;
    /** A transfer from there was undone: how the student stood here before it. `none`: had never been here. */
    readonly restores?: 'none' | 'transferred' | 'withdrawn';
  }
>;

/** Why somebody is away for long or for good: a class of reasons, never the reason itself (domain.md 6). */
export type AwayReason =
  | 'ILLNESS'
  | 'PARENTAL_LEAVE'
  | 'WORK'
  | 'FAMILY'
  | 'NEW_JOB'
  | 'PROGRAMME_NOT_SUITED'
  | 'OTHER';

export type LeaveGranted = DomainEvent<
  'LeaveGranted',
  { readonly from: LocalDate; readonly until?: LocalDate; readonly reasonClass: AwayReason }
>;

export type LeaveEnded = DomainEvent<'LeaveEnded', { readonly on: LocalDate }>;

/** The student has stopped. The place is free for somebody else (I-26). */
export type StudentWithdrawn = DomainEvent<
  'StudentWithdrawn',
  Place & { readonly on: LocalDate; readonly reasonClass: AwayReason }
>;

export type EnrolmentEvent = StudentEnrolled | StudentTransferred | LeaveGranted | LeaveEnded | StudentWithdrawn;

export type EnrolStudent = Command<'EnrolStudent', StudentEnrolled['data']>;
export type TransferStudent = Command<'TransferStudent', { readonly to: OtherClass; readonly on: LocalDate }>;
export type GrantLeave = Command<'GrantLeave', LeaveGranted['data']>;
export type EndLeave = Command<'EndLeave', LeaveEnded['data']>;
export type WithdrawStudent = Command<'WithdrawStudent', { readonly on: LocalDate; readonly reasonClass: AwayReason }>;
export type EnrolmentCommand =
  | EnrolStudent
  | TransferStudent
  | GrantLeave
  | EndLeave
  | WithdrawStudent
  | RestoreStudent
  | TakeBackArrival;

/**
 * - `CLASS_FULL`: every place is taken (I-21).
 * - `ALREADY_ENROLLED`: the person has a place in a class of the same programme and intake (I-23).
 * - `ENROLMENT_DIFFERS`: the student number belongs to an enrolment with other particulars.
 * - `STUDENT_NO_TAKEN`: another person of the same programme and intake has the student number.
 * - `NOT_ENROLLED`: there is no such student in the class now.
 * - `ON_LEAVE`: who is on leave that day, or later, is not handed on: the leave would be forgotten.
 * - `ALREADY_ON_LEAVE`, `NOT_ON_LEAVE`: the days meet another leave; there is none to end on that day.
 * - `NOT_MOVED`: the student was not moved from here to there, or has been moved back already.
 * - `MOVED_SINCE`: something has become of the student there since: moved on, on leave, withdrawn.
 * - `INVALID_PERIOD`: days that cannot be: an end before the beginning, away or gone before the student came.
 */
export type EnrolmentRejection = Rejection<
  | 'CLASS_FULL'
  | 'ALREADY_ENROLLED'
  | 'ENROLMENT_DIFFERS'
  | 'STUDENT_NO_TAKEN'
  | 'NOT_ENROLLED'
  | 'ON_LEAVE'
  | 'ALREADY_ON_LEAVE'
  | 'NOT_ON_LEAVE'
  | 'NOT_MOVED'
  | 'MOVED_SINCE'
  | 'INVALID_PERIOD'
>;

/** The key under which a class counts the places taken. */
export const placesKey = (classId: string): string => `places:${classId}`;

/**
 * One place per person, one person per student number, in each programme and intake, and never more students than
 * places: held by the log (design.md 3). The number stays the person's: a guest is known by it in every class.
 */
const setRules = (event: EnrolmentEvent): readonly SetRule[] => {
  if (event.type === 'LeaveGranted' || event.type === 'LeaveEnded') return [];
  const { programme, intake, personId, classId, studentNo } = event.data;
  const claim = { key: `enrolment:${programme}:${intake}:${personId}`, holder: `${classId}:${studentNo}` };
  const key = placesKey(classId);
  return event.type === 'StudentEnrolled'
    ? [
        { kind: 'claim', ...claim },
        { kind: 'claim', key: `student-no:${programme}:${intake}:${studentNo}`, holder: personId },
        { kind: 'count', key, by: 1, max: event.data.capacity },
      ]
    : [
        { kind: 'free', ...claim },
        { kind: 'count', key, by: -1, max: 0 },
      ];
};

type Decided = Decision<EnrolmentEvent, EnrolmentRejection>;

/**
 * The same row of a class list again changes nothing, also when the student has left since. Who comes back after that
 * says from which day.
 */
const enrol = (state: Enrolment, data: EnrolStudent['data']): Decided => {
  if (state.status === 'none') return accept({ type: 'StudentEnrolled', data });
  const { enteredOn } = data;
  if (isInClass(state) || enteredOn === undefined)
    return state.fingerprint === data.fingerprint ? nothing : reject({ code: 'ENROLMENT_DIFFERS' });
  if (state.personId !== data.personId) return reject({ code: 'ENROLMENT_DIFFERS' });
  return enteredOn < state.periods.at(-1)!.until!
    ? reject({ code: 'INVALID_PERIOD' })
    : accept({ type: 'StudentEnrolled', data });
};

/** Whether the student was in the class before that day: nobody leaves before they came. */
const wasThereBefore = ({ periods }: Enrolled, on: LocalDate): boolean => (periods.at(-1)?.from ?? '') <= on;

const leave = (state: Enrolled, data: GrantLeave['data']): Decided => {
  const isEmpty = data.until !== undefined && data.until <= data.from;
  if (isEmpty || !wasThereBefore(state, data.from)) return reject({ code: 'INVALID_PERIOD' });
  return state.leaves.some((other) => meet(data, other))
    ? reject({ code: 'ALREADY_ON_LEAVE' })
    : accept({ type: 'LeaveGranted', data });
};

/** What was before the student left and came back stands. */
const endLeave = (state: Enrolled, { on }: EndLeave['data']): Decided =>
  wasThereBefore(state, on) && state.leaves.some((period) => isWithin(period, on))
    ? accept({ type: 'LeaveEnded', data: { on } })
    : reject({ code: 'NOT_ON_LEAVE' });

const transfer = (state: Enrolled, data: TransferStudent['data']): Decided => {
  if (!wasThereBefore(state, data.on)) return reject({ code: 'INVALID_PERIOD' });
  return state.leaves.some((period) => meet({ from: data.on }, period))
    ? reject({ code: 'ON_LEAVE' })
    : accept({ type: 'StudentTransferred', data: { ...placeOf(state), ...data } });
};

const decide = (state: Enrolment, command: EnrolmentCommand): Decided => {
  if (command.type === 'EnrolStudent') return enrol(state, command.data);
  if (command.type === 'RestoreStudent') return restore(state, command.data);
  if (command.type === 'TakeBackArrival') return takeBackArrival(state, command.data);
  if (!isInClass(state)) return reject({ code: 'NOT_ENROLLED' });
  switch (command.type) {
    case 'TransferStudent':
      return transfer(state, command.data);
    case 'GrantLeave':
      return leave(state, command.data);
    case 'EndLeave':
      return endLeave(state, command.data);
    case 'WithdrawStudent':
      return wasThereBefore(state, command.data.on)
        ? accept({ type: 'StudentWithdrawn', data: { ...placeOf(state), ...command.data } })
        : reject({ code: 'INVALID_PERIOD' });
  }
};

const refusedBy = ({ kind, key }: SetRule): EnrolmentRejection => {
  if (kind === 'count') return { code: 'CLASS_FULL' };
  return { code: key.startsWith('student-no:') ? 'STUDENT_NO_TAKEN' : 'ALREADY_ENROLLED' };
};

/** One student's place in one class: taken, left for a while, handed on to another class, given up. */
export const enrolment: Decider<Enrolment, EnrolmentCommand, EnrolmentEvent, EnrolmentRejection> = {
  category: 'enrolment',
  initial: { status: 'none' },
  decide,
  evolve,
  setRules,
  refusedBy,
};
