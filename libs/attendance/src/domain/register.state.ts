import { type HalfHours, type Instant, isSame } from '@kull/kernel';
import { doorsOpenAt } from '@kull/teaching/contracts';
import { attendanceIn, type Mark, type ObservedMark } from './mark';
import type { MarkRefusal, ObservationRefusal } from './register.commands';
import type { AttendanceRecorded, LockReason } from './register.events';
import { observationOf, type StudentRecord } from './student-record';

/** A register that has been opened. */
export interface OpenRegister {
  readonly status: 'open' | 'locked';
  /** Why it is locked. */
  readonly lockedFor?: LockReason;
  readonly classId: string;
  readonly session: string;
  readonly startsAt: Instant;
  readonly halfHours: HalfHours;
  readonly expected: ReadonlySet<string>;
  /** Of each student whom somebody marked or whose attendance somebody corrected. */
  readonly records: ReadonlyMap<string, StudentRecord>;
}

export type Register = { readonly status: 'unopened' } | OpenRegister;

/** One student's presence in one session as it counts now, and the record that says so. */
export interface Presence {
  readonly session: string;
  readonly halfHours: HalfHours;
  readonly by?: string;
  readonly at?: Instant;
}

/** How long the student was present; 0 when nobody recorded anything. */
export const presenceOf = ({ session, records }: OpenRegister, studentNo: string): Presence => {
  const counts = records.get(studentNo)?.counts;
  if (!counts) return { session, halfHours: 0 };
  return { session, halfHours: counts.halfHours, by: counts.by, at: counts.at };
};

/** Whether a row of a file says what was recorded before, or what stands now: the same hours, by the same person then. */
export const isRecordedAs = (register: OpenRegister, mark: Mark): boolean => {
  const record = register.records.get(mark.studentNo);
  if (!record) return false;
  return [record.counts, ...record.observations].some(
    ({ halfHours, by, at }) => halfHours === mark.halfHours && by === mark.observedBy && at === mark.observedAt,
  );
};

/** Whether the student belongs in the register. */
export const knows = ({ expected, records }: OpenRegister, studentNo: string): boolean =>
  expected.has(studentNo) || records.has(studentNo);

/** The first reason why the row of a file cannot be recorded, or undefined when it can (credits.md 1). */
export const refusalOf = (register: OpenRegister, mark: Mark): MarkRefusal | undefined => {
  if (!register.expected.has(mark.studentNo)) return 'UNKNOWN_STUDENT';
  if (mark.halfHours > register.halfHours) return 'HOURS_EXCEED_SESSION';
  if (register.records.has(mark.studentNo)) return 'ALREADY_RECORDED';
  if (register.status === 'locked') return 'REGISTER_LOCKED';
  return undefined;
};

/** What the log keeps of an observer's mark; undefined when late and early are more than the session. */
export const recordedAs = (register: OpenRegister, mark: ObservedMark): AttendanceRecorded | undefined => {
  const attendance = attendanceIn(register.halfHours, mark);
  if (!attendance) return undefined;
  const { id, studentNo, observedBy, observedAt, source, device, replaces } = mark;
  return {
    type: 'AttendanceRecorded',
    data: {
      studentNo,
      observedBy,
      observedAt,
      markId: id,
      ...attendance,
      source,
      ...(device !== undefined && { device }),
      ...(replaces !== undefined && { replaces }),
    },
  };
};

/** Whether the register has a mark of this id: this one, or another. */
export const heldAs = (register: OpenRegister, mark: ObservedMark): 'this' | 'other' | undefined => {
  for (const [studentNo, { observations }] of register.records) {
    const held = observations.find(({ id }) => id === mark.id);
    if (!held) continue;
    const given = recordedAs(register, mark);
    return given && studentNo === mark.studentNo && isSame(held, observationOf(given.data)) ? 'this' : 'other';
  }
  return undefined;
};

const DAY_MS = 86_400_000;

/** The first reason why a mark that is not there yet cannot be recorded; undefined when it can. */
export const observationRefusalOf = (
  register: OpenRegister,
  mark: ObservedMark,
  { now, judged }: { readonly now: Instant; readonly judged: readonly string[] },
): ObservationRefusal | undefined => {
  const doorsOpen = doorsOpenAt(register.startsAt);
  if (heldAs(register, mark) === 'other') return 'MARK_DIFFERS';
  if (!knows(register, mark.studentNo)) return 'UNKNOWN_STUDENT';
  if (!recordedAs(register, mark)) return 'HOURS_EXCEED_SESSION';
  if (now < doorsOpen || mark.observedAt < doorsOpen) return 'SESSION_NOT_STARTED';
  if (Date.parse(mark.observedAt) - Date.parse(now) > DAY_MS) return 'OBSERVED_IN_FUTURE';
  if (register.status === 'locked' || judged.includes(mark.studentNo)) return 'REGISTER_LOCKED';
  return undefined;
};
