import type { LocalDate } from '@kull/kernel';
import type { OtherClass } from '../domain/enrolment';
import type { Departure, Enrolled } from '../domain/enrolment.state';
import { classIdOf } from '../domain/ids';
import { rosterStudentOn, type Standing } from '../domain/roster';

interface ClassRef {
  readonly id: string;
  readonly code: string;
}

/** Where a student stands, as answers have it. */
export type StandingView =
  | Exclude<Standing, { readonly kind: 'transferred' }>
  | { readonly kind: 'transferred'; readonly on: LocalDate; readonly to: ClassRef };

/** One student's time in one class, without names: answers to POST are remembered. */
export interface StudentView {
  readonly classId: string;
  readonly studentNo: string;
  readonly participantStatus: string;
  readonly standing: StandingView;
  /** Oldest first. `until`: the first day no longer in the class. */
  readonly stays: readonly {
    readonly from?: LocalDate;
    readonly until?: LocalDate;
    readonly transferredFrom?: ClassRef;
    readonly departure?:
      | { readonly kind: 'transferred'; readonly to: ClassRef }
      | Extract<Departure, { kind: 'withdrawn' }>;
  }[];
  readonly leaves: readonly { readonly from: LocalDate; readonly until?: LocalDate; readonly reasonClass: string }[];
}

export const classRefOf = ({ classId, classCode }: OtherClass): ClassRef => ({ id: classId, code: classCode });

export const standingViewOf = (standing: Standing): StandingView =>
  standing.kind === 'transferred' ? { ...standing, to: classRefOf(standing.to) } : standing;

export const studentViewOf = (state: Enrolled, today: LocalDate): StudentView => {
  const { classId, studentNo, participantStatus, periods, leaves } = state;
  return {
    classId,
    studentNo,
    participantStatus,
    standing: standingViewOf(rosterStudentOn(state, today).standing),
    stays: periods.map(({ transferredFrom, departure, wasOnLeave: _, ...stay }) => ({
      ...stay,
      ...(transferredFrom && { transferredFrom: classRefOf(transferredFrom) }),
      ...(departure && {
        departure:
          departure.kind === 'transferred' ? { kind: departure.kind, to: classRefOf(departure.to) } : departure,
      }),
    })),
    leaves,
  };
};

const oslo1 = classIdOf({ code: 'OSLO-1', intake: 'NLP-2026' });
const oslo2 = classIdOf({ code: 'OSLO-2', intake: 'NLP-2026' });

export const exampleStudent: StudentView = {
  classId: oslo2,
  studentNo: 'A26-000439',
  participantStatus: 'PHYSICIAN',
  standing: { kind: 'active' },
  stays: [{ from: '2026-10-19', transferredFrom: { id: oslo1, code: 'OSLO-1' } }],
  leaves: [],
};
