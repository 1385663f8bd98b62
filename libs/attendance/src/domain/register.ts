import { accept, type Decider, type Decision, type HalfHours, type Instant, nothing, reject } from '@kull/kernel';
import type { Mark, MarkRefusal, OpenSession, RegisterCommand, RegisterRejection } from './register.commands';
import type { RegisterEvent } from './register.events';

/** What a register holds of one student: the mark as first recorded, and what a correction made of it. */
export interface AttendanceRecord {
  readonly recorded?: Mark;
  readonly corrected?: { readonly halfHours: HalfHours; readonly by: string; readonly at: Instant };
  readonly corrections: ReadonlySet<string>;
}

/** A register that has been opened; `locked` once credits were judged on it. */
export interface OpenRegister {
  readonly status: 'open' | 'locked';
  readonly session: string;
  readonly startsAt: Instant;
  readonly halfHours: HalfHours;
  readonly expected: ReadonlySet<string>;
  readonly records: ReadonlyMap<string, AttendanceRecord>;
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
export const presenceOf = (register: OpenRegister, studentNo: string): Presence => {
  const record = register.records.get(studentNo);
  if (record?.corrected) return { session: register.session, ...record.corrected };
  if (!record?.recorded) return { session: register.session, halfHours: 0 };
  const { halfHours, observedBy, observedAt } = record.recorded;
  return { session: register.session, halfHours, by: observedBy, at: observedAt };
};

/** Whether the same was recorded before: the same hours, seen by the same person at the same time. */
export const isRecordedAs = (register: OpenRegister, mark: Mark): boolean => {
  const recorded = register.records.get(mark.studentNo)?.recorded;
  return (
    recorded !== undefined &&
    recorded.halfHours === mark.halfHours &&
    recorded.observedBy === mark.observedBy &&
    recorded.observedAt === mark.observedAt
  );
};

/** The first reason why the mark cannot be recorded, or undefined when it can (credits.md 1). */
export const refusalOf = (register: OpenRegister, mark: Mark): MarkRefusal | undefined => {
  if (!register.expected.has(mark.studentNo)) return 'UNKNOWN_STUDENT';
  if (mark.halfHours > register.halfHours) return 'HOURS_EXCEED_SESSION';
  if (register.records.has(mark.studentNo)) return 'ALREADY_RECORDED';
  if (register.status === 'locked') return 'REGISTER_LOCKED';
  return undefined;
};

type Decided = Decision<RegisterEvent, RegisterRejection>;

const open = (register: Register, data: OpenSession['data']): Decided => {
  if (register.status === 'unopened') return accept({ type: 'SessionOpened', data });
  if (register.halfHours !== data.halfHours || register.startsAt !== data.startsAt)
    return reject({ code: 'SESSION_DIFFERS' });
  const students = data.expected.filter((student) => !register.expected.has(student));
  return students.length === 0 ? nothing : accept({ type: 'StudentsExpected', data: { students } });
};

const record = (register: OpenRegister, marks: readonly Mark[]): Decided => {
  const seen = new Set<string>();
  const taken: Mark[] = [];
  for (const mark of marks) {
    if (!seen.has(mark.studentNo) && isRecordedAs(register, mark)) continue;
    const code = seen.has(mark.studentNo) ? 'ALREADY_RECORDED' : refusalOf(register, mark);
    if (code) return reject({ code, studentNo: mark.studentNo });
    seen.add(mark.studentNo);
    taken.push(mark);
  }
  return accept(...taken.map((data) => ({ type: 'AttendanceRecorded', data }) as const));
};

const correct = (register: OpenRegister, command: Extract<RegisterCommand, { type: 'CorrectAttendance' }>): Decided => {
  const { studentNo, halfHours, correctionId } = command.data;
  if (register.records.get(studentNo)?.corrections.has(correctionId)) return nothing;
  if (!register.expected.has(studentNo)) return reject({ code: 'UNKNOWN_STUDENT', studentNo });
  if (halfHours > register.halfHours) return reject({ code: 'HOURS_EXCEED_SESSION', studentNo });
  return accept({ type: 'AttendanceCorrected', data: command.data });
};

const decideOpened = (register: OpenRegister, command: Exclude<RegisterCommand, OpenSession>): Decided => {
  switch (command.type) {
    case 'RecordAttendance':
      return record(register, command.data.marks);
    case 'CorrectAttendance':
      return correct(register, command);
    case 'LockAttendance':
      return register.status === 'locked' ? nothing : accept({ type: 'AttendanceLocked', data: {} });
  }
};

const withRecord = (register: OpenRegister, studentNo: string, record: AttendanceRecord): OpenRegister => ({
  ...register,
  records: new Map(register.records).set(studentNo, record),
});

const evolveOpened = (register: OpenRegister, event: Exclude<RegisterEvent, { type: 'SessionOpened' }>): Register => {
  switch (event.type) {
    case 'StudentsExpected':
      return { ...register, expected: new Set([...register.expected, ...event.data.students]) };
    case 'AttendanceRecorded':
      return withRecord(register, event.data.studentNo, { recorded: event.data, corrections: new Set() });
    case 'AttendanceCorrected': {
      const { studentNo, halfHours, correctionId, correctedBy, correctedAt } = event.data;
      const before = register.records.get(studentNo);
      return withRecord(register, studentNo, {
        ...before,
        corrected: { halfHours, by: correctedBy, at: correctedAt },
        corrections: new Set([...(before?.corrections ?? []), correctionId]),
      });
    }
    case 'AttendanceLocked':
      return { ...register, status: 'locked' };
  }
};

/** The register of one session of one class: opened, marked, locked when credits are judged, corrected with a reason. */
export const register: Decider<Register, RegisterCommand, RegisterEvent, RegisterRejection> = {
  category: 'register',
  initial: { status: 'unopened' },

  decide: (state, command) => {
    if (command.type === 'OpenSession') return open(state, command.data);
    return state.status === 'unopened' ? reject({ code: 'REGISTER_NOT_OPEN' }) : decideOpened(state, command);
  },

  evolve: (state, event) => {
    if (event.type === 'SessionOpened') {
      const { session, startsAt, halfHours, expected } = event.data;
      return { status: 'open', session, startsAt, halfHours, expected: new Set(expected), records: new Map() };
    }
    return state.status === 'unopened' ? state : evolveOpened(state, event);
  },
};
