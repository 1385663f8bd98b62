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
  }
>;

/** What the log needs to give a place back. */
interface Place {
  readonly classId: string;
  readonly programme: string;
  readonly intake: string;
  readonly personId: string;
  readonly studentNo: string;
}

/** The student left for another class of the same intake. Attendance and requirements stay with the student (I-27). */
export type StudentTransferred = DomainEvent<
  'StudentTransferred',
  Place & { readonly to: OtherClass; readonly on: LocalDate }
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
export type EnrolmentCommand = EnrolStudent | TransferStudent | GrantLeave | EndLeave | WithdrawStudent;

/**
 * - `CLASS_FULL`: every place is taken (I-21).
 * - `ALREADY_ENROLLED`: the person has a place in a class of the same programme and intake (I-23).
 * - `ENROLMENT_DIFFERS`: the student number belongs to an enrolment with other particulars.
 * - `NOT_ENROLLED`: there is no such student in the class now.
 * - `ALREADY_ON_LEAVE`, `NOT_ON_LEAVE`, `INVALID_PERIOD`: leave or departure on days that cannot be.
 */
export type EnrolmentRejection = Rejection<
  | 'CLASS_FULL'
  | 'ALREADY_ENROLLED'
  | 'ENROLMENT_DIFFERS'
  | 'NOT_ENROLLED'
  | 'ALREADY_ON_LEAVE'
  | 'NOT_ON_LEAVE'
  | 'INVALID_PERIOD'
>;

/** A student's time in a class. `until`: the first day no longer in it. */
export interface Period {
  readonly from?: LocalDate;
  readonly until?: LocalDate;
}

/** Somebody who is or was a student of the class. */
export type Enrolled = StudentEnrolled['data'] & {
  readonly status: 'enrolled' | 'on_leave' | 'transferred' | 'withdrawn';
  /** Every time spent in the class, oldest first; the last is open while the student is there. */
  readonly periods: readonly Period[];
  readonly leaves: readonly Period[];
  readonly transferredTo?: OtherClass;
  readonly reasonClass?: AwayReason;
};

export type Enrolment = { readonly status: 'none' } | Enrolled;

/** Whether the student has a place in the class now. */
export const isInClass = (state: Enrolment): state is Enrolled & { readonly status: 'enrolled' | 'on_leave' } =>
  state.status === 'enrolled' || state.status === 'on_leave';

/** The key under which a class counts the places taken. */
export const placesKey = (classId: string): string => `places:${classId}`;

/** One person per programme and intake, and never more students than places: held by the log (design.md 3). */
const setRules = (event: EnrolmentEvent): readonly SetRule[] => {
  if (event.type === 'LeaveGranted' || event.type === 'LeaveEnded') return [];
  const { programme, intake, personId, classId, studentNo } = event.data;
  const claim = { key: `enrolment:${programme}:${intake}:${personId}`, holder: `${classId}:${studentNo}` };
  const key = placesKey(classId);
  return event.type === 'StudentEnrolled'
    ? [
        { kind: 'claim', ...claim },
        { kind: 'count', key, by: 1, max: event.data.capacity },
      ]
    : [
        { kind: 'free', ...claim },
        { kind: 'count', key, by: -1, max: 0 },
      ];
};

const placeOf = ({ classId, programme, intake, personId, studentNo }: Enrolled): Place => ({
  classId,
  programme,
  intake,
  personId,
  studentNo,
});

type Decided = Decision<EnrolmentEvent, EnrolmentRejection>;

/** The same row of a class list again changes nothing, also when the student has left since; a transfer back does. */
const enrol = (state: Enrolment, data: EnrolStudent['data']): Decided => {
  const enters = state.status === 'none' || (!isInClass(state) && data.transferredFrom !== undefined);
  if (enters) return accept({ type: 'StudentEnrolled', data });
  if (state.fingerprint === data.fingerprint) return nothing;
  return isInClass(state) ? reject({ code: 'ENROLMENT_DIFFERS' }) : accept({ type: 'StudentEnrolled', data });
};

const leave = (state: Enrolled, data: GrantLeave['data']): Decided => {
  if (data.until !== undefined && data.until <= data.from) return reject({ code: 'INVALID_PERIOD' });
  return state.status === 'on_leave' ? reject({ code: 'ALREADY_ON_LEAVE' }) : accept({ type: 'LeaveGranted', data });
};

const endLeave = (state: Enrolled, { on }: EndLeave['data']): Decided => {
  if (state.status !== 'on_leave') return reject({ code: 'NOT_ON_LEAVE' });
  return on < state.leaves.at(-1)!.from!
    ? reject({ code: 'INVALID_PERIOD' })
    : accept({ type: 'LeaveEnded', data: { on } });
};

/** Whether the student was in the class before that day: nobody leaves before they came. */
const wasThereBefore = ({ periods }: Enrolled, on: LocalDate): boolean => (periods.at(-1)?.from ?? '') <= on;

const decide = (state: Enrolment, command: EnrolmentCommand): Decided => {
  if (command.type === 'EnrolStudent') return enrol(state, command.data);
  if (!isInClass(state)) return reject({ code: 'NOT_ENROLLED' });
  switch (command.type) {
    case 'TransferStudent':
      return wasThereBefore(state, command.data.on)
        ? accept({ type: 'StudentTransferred', data: { ...placeOf(state), ...command.data } })
        : reject({ code: 'INVALID_PERIOD' });
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

const closed = (periods: readonly Period[], until: LocalDate): readonly Period[] =>
  periods.map((period, i) => (i === periods.length - 1 ? { ...period, until } : period));

const evolve = (state: Enrolment, event: EnrolmentEvent): Enrolment => {
  if (event.type === 'StudentEnrolled') {
    const { enteredOn } = event.data;
    const before = state.status === 'none' ? [] : state.periods;
    const periods = [...before, enteredOn === undefined ? {} : { from: enteredOn }];
    return { ...event.data, status: 'enrolled', periods, leaves: state.status === 'none' ? [] : state.leaves };
  }
  if (state.status === 'none') return state;
  switch (event.type) {
    case 'StudentTransferred': {
      const { to, on } = event.data;
      return { ...state, status: 'transferred', transferredTo: to, periods: closed(state.periods, on) };
    }
    case 'LeaveGranted': {
      const { from, until } = event.data;
      return {
        ...state,
        status: 'on_leave',
        leaves: [...state.leaves, { from, ...(until !== undefined && { until }) }],
      };
    }
    case 'LeaveEnded':
      return { ...state, status: 'enrolled', leaves: closed(state.leaves, event.data.on) };
    case 'StudentWithdrawn': {
      const { on, reasonClass } = event.data;
      return { ...state, status: 'withdrawn', reasonClass, periods: closed(state.periods, on) };
    }
  }
};

/** One student's place in one class: taken, left for a while, handed on to another class, given up. */
export const enrolment: Decider<Enrolment, EnrolmentCommand, EnrolmentEvent, EnrolmentRejection> = {
  category: 'enrolment',
  initial: { status: 'none' },
  decide,
  evolve,
  setRules,
  refusedBy: (rule) => ({ code: rule.kind === 'count' ? 'CLASS_FULL' : 'ALREADY_ENROLLED' }),
};
