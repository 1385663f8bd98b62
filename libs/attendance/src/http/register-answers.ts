import type { Instant } from '@kull/kernel';
import type { Session } from '@kull/teaching/contracts';
import type { Attendance, ChangeReason, ExcuseCode, MarkSource, PresenceKind } from '../domain/mark';
import type { OpenRegister } from '../domain/register.state';
import {
  type Conflict,
  countsOf,
  type ProposedSettlement,
  type RegisterCounts,
  type RegisterStatus,
  statusOf,
  studentsIn,
} from '../domain/register-view';
import type { Observation, Ruling, StudentRecord } from '../domain/student-record';
import type { RegisterReading, SessionReading } from '../register-readings';

/** How somebody was there, in hours. */
export interface AttendanceAnswer {
  readonly presence: PresenceKind;
  readonly attendedHours: number;
  readonly lateHours: number;
  readonly leftEarlyHours: number;
  readonly excuse?: ExcuseCode;
}

export interface MarkAnswer extends AttendanceAnswer {
  readonly id: string;
  readonly observedBy: string;
  readonly observedAt: Instant;
  readonly source: MarkSource;
  readonly device?: string;
  readonly replaces?: string;
}

export interface ChangeAnswer extends AttendanceAnswer {
  readonly kind: Ruling['kind'];
  readonly id: string;
  readonly by: string;
  readonly at: Instant;
  readonly reasonClass?: ChangeReason;
  readonly reason?: string;
}

/** One student's line in a register. `counts` absent: nobody has marked the student. */
export interface StudentAnswer {
  readonly studentNo: string;
  readonly onLeave: boolean;
  /** The id of the class that the student is in, when it is another. */
  readonly guestFrom?: string;
  readonly counts?: AttendanceAnswer & { readonly by: string; readonly at: Instant };
  /** The marks that disagree; meanwhile the least of them counts. */
  readonly conflict?: readonly string[];
  readonly marks: readonly MarkAnswer[];
  readonly changes: readonly ChangeAnswer[];
}

export type RegisterSummary = {
  readonly session: string;
  readonly title: string;
  readonly startsAt: Instant;
  readonly hours: number;
  readonly gathering?: number;
  readonly room?: string;
} & RegisterStatus &
  RegisterCounts;

export type RegisterAnswer = RegisterSummary & { readonly students: readonly StudentAnswer[] };

export interface ConflictAnswer {
  readonly session: string;
  readonly startsAt: Instant;
  readonly studentNo: string;
  readonly counts: AttendanceAnswer;
  readonly marks: readonly MarkAnswer[];
  readonly ruling?: ChangeAnswer;
  readonly proposed?: AttendanceAnswer & Pick<ProposedSettlement, 'because'>;
}

const attendanceAnswerOf = ({
  presence,
  halfHours,
  lateHalfHours = 0,
  leftEarlyHalfHours = 0,
  excuse,
}: Attendance): AttendanceAnswer => ({
  presence,
  attendedHours: halfHours / 2,
  lateHours: lateHalfHours / 2,
  leftEarlyHours: leftEarlyHalfHours / 2,
  ...(excuse && { excuse }),
});

const markAnswerOf = (mark: Observation): MarkAnswer => {
  const { id, by, at, source, device, replaces } = mark;
  return {
    id,
    ...attendanceAnswerOf(mark),
    observedBy: by,
    observedAt: at,
    source,
    ...(device !== undefined && { device }),
    ...(replaces !== undefined && { replaces }),
  };
};

const changeAnswerOf = (ruling: Ruling, reason?: string): ChangeAnswer => {
  const { kind, id, by, at, reasonClass } = ruling;
  return {
    kind,
    id,
    ...attendanceAnswerOf(ruling),
    by,
    at,
    ...(reasonClass && { reasonClass }),
    ...(reason !== undefined && { reason }),
  };
};

const recordAnswerOf = (
  { counts, observations, rulings }: StudentRecord,
  reasons: ReadonlyMap<string, string>,
): Omit<StudentAnswer, 'studentNo' | 'onLeave'> => ({
  counts: { ...attendanceAnswerOf(counts), by: counts.by, at: counts.at },
  ...(counts.conflict && { conflict: counts.conflict }),
  marks: observations.map(markAnswerOf),
  changes: rulings.map((ruling) => changeAnswerOf(ruling, reasons.get(ruling.id))),
});

const none: RegisterCounts = { expected: 0, present: 0, absent: 0, excused: 0, unmarked: 0, conflicts: 0 };

const sessionAnswerOf = ({ code, title, halfHours, startsAt, gathering, room }: Session, read?: OpenRegister) => ({
  session: code,
  title,
  startsAt: read?.startsAt ?? startsAt,
  hours: (read?.halfHours ?? halfHours) / 2,
  ...(gathering !== undefined && { gathering }),
  ...(room !== undefined && { room }),
});

export const summaryOf = ({ session, isOpened, register }: SessionReading): RegisterSummary => ({
  ...sessionAnswerOf(session, register),
  ...statusOf(isOpened ? register : undefined),
  ...(register ? countsOf(register) : none),
});

/** The register of a session, student by student. `isOnLeave`: whether the student is on leave on its day. */
export const registerAnswerOf = (
  reading: RegisterReading,
  isOnLeave: (studentNo: string) => boolean,
): RegisterAnswer => {
  const { register, reasons, roll } = reading;
  const guests = new Map(
    roll.planned.guests
      .filter(({ gathering }) => gathering === reading.session.gathering)
      .map(({ studentNo, homeClassId }) => [studentNo, homeClassId] as const),
  );
  const students = (register ? studentsIn(register) : []).map((studentNo): StudentAnswer => {
    const record = register?.records.get(studentNo);
    const guestFrom = guests.get(studentNo);
    return {
      studentNo,
      onLeave: isOnLeave(studentNo),
      ...(guestFrom !== undefined && { guestFrom }),
      ...(record ? recordAnswerOf(record, reasons) : { marks: [], changes: [] }),
    };
  });
  return { ...summaryOf(reading), students };
};

export const conflictAnswerOf = ({
  session,
  studentNo,
  counts,
  marks,
  ruling,
  proposed,
}: Conflict): ConflictAnswer => ({
  session: session.code,
  startsAt: session.startsAt,
  studentNo,
  counts: attendanceAnswerOf(counts),
  marks: marks.map(markAnswerOf),
  ...(ruling && { ruling: changeAnswerOf(ruling) }),
  ...(proposed && { proposed: { ...attendanceAnswerOf(proposed), because: proposed.because } }),
});
