import type { Sealed } from '@kull/event-store/contracts';
import {
  accept,
  type Command,
  type Decider,
  type DomainEvent,
  nothing,
  type Rejection,
  reject,
  type SetRule,
} from '@kull/kernel';

/** A student got a place in a class. */
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
    /** The places that the class had when this one was taken (I-21). */
    readonly capacity: number;
  }
>;

export type EnrolmentEvent = StudentEnrolled;
export type EnrolStudent = Command<'EnrolStudent', StudentEnrolled['data']>;

/**
 * - `CLASS_FULL`: every place is taken (I-21).
 * - `ALREADY_ENROLLED`: the person has a place in a class of the same programme and intake (I-23).
 * - `ENROLMENT_DIFFERS`: the student number belongs to an enrolment with other particulars.
 */
export type EnrolmentRejection = Rejection<'CLASS_FULL' | 'ALREADY_ENROLLED' | 'ENROLMENT_DIFFERS'>;

export type Enrolment = { readonly status: 'none' } | ({ readonly status: 'enrolled' } & StudentEnrolled['data']);

/** The key under which a class counts the places taken. */
export const placesKey = (classId: string): string => `places:${classId}`;

/** One person per programme and intake, and never more students than places: held by the log (design.md 3). */
const setRules = ({ data }: EnrolmentEvent): readonly SetRule[] => [
  {
    kind: 'claim',
    key: `enrolment:${data.programme}:${data.intake}:${data.personId}`,
    holder: `${data.classId}:${data.studentNo}`,
  },
  { kind: 'count', key: placesKey(data.classId), by: 1, max: data.capacity },
];

/** One student's place in one class. */
export const enrolment: Decider<Enrolment, EnrolStudent, EnrolmentEvent, EnrolmentRejection> = {
  category: 'enrolment',
  initial: { status: 'none' },

  decide: (state, command) => {
    if (state.status === 'none') return accept({ type: 'StudentEnrolled', data: command.data });
    return state.fingerprint === command.data.fingerprint ? nothing : reject({ code: 'ENROLMENT_DIFFERS' });
  },

  evolve: (_, event) => ({ status: 'enrolled', ...event.data }),

  setRules,

  refusedBy: (rule) => ({ code: rule.kind === 'count' ? 'CLASS_FULL' : 'ALREADY_ENROLLED' }),
};
