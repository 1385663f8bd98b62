import { accept, type Decider, type Decision, type Instant, nothing, reject } from '@kull/kernel';
import { doorsOpenAt } from '@kull/teaching/contracts';
import { attendanceIn, type Mark, type StatedAttendance } from './mark';
import type {
  ChangeAttendance,
  CorrectAttendance,
  OpenSession,
  RecordMarks,
  RegisterCommand,
  RegisterRejection,
  SettleConflict,
} from './register.commands';
import type { AttendanceConflictFound, AttendanceRecorded, LockReason, RegisterEvent } from './register.events';
import { evolve, evolveOpened } from './register.evolve';
import {
  heldAs,
  isRecordedAs,
  knows,
  type OpenRegister,
  observationRefusalOf,
  type Register,
  recordedAs,
  refusalOf,
} from './register.state';

type Decided = Decision<RegisterEvent, RegisterRejection>;

/** A register in which nobody is marked follows its session; one with marks stays where they were made. */
const follow = (register: OpenRegister, { startsAt, halfHours }: OpenSession['data']): readonly RegisterEvent[] =>
  register.startsAt === startsAt && register.halfHours === halfHours
    ? []
    : [{ type: 'SessionRescheduled', data: { startsAt, halfHours } }];

const open = (register: Register, data: OpenSession['data']): Decided => {
  if (register.status === 'unopened') return accept({ type: 'SessionOpened', data });
  const isUnused = register.status === 'open' && register.records.size === 0;
  if (!isUnused && register.halfHours !== data.halfHours) return reject({ code: 'SESSION_DIFFERS' });
  const wanted = new Set(data.expected);
  const more = data.expected.filter((student) => !register.expected.has(student));
  const fewer = [...register.expected].filter((student) => !wanted.has(student) && !register.records.has(student));
  return accept<RegisterEvent>(
    ...(isUnused ? follow(register, data) : []),
    ...(more.length > 0 ? [{ type: 'StudentsExpected', data: { students: more } } as const] : []),
    ...(fewer.length > 0 ? [{ type: 'StudentsNotExpected', data: { students: fewer } } as const] : []),
  );
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

/** The conflict that the mark led to, when there was none about the same marks before. */
const conflictAfter = (
  before: OpenRegister,
  after: OpenRegister,
  studentNo: string,
): readonly AttendanceConflictFound[] => {
  const known = before.records.get(studentNo)?.counts.conflict ?? [];
  const marks = after.records.get(studentNo)?.counts.conflict ?? [];
  const isNew = marks.some((mark) => !known.includes(mark));
  return isNew ? [{ type: 'AttendanceConflictFound', data: { studentNo, marks } }] : [];
};

const recordMarks = (register: OpenRegister, { marks, ...at }: RecordMarks['data']): Decided => {
  const events: (AttendanceRecorded | AttendanceConflictFound)[] = [];
  let state = register;
  for (const mark of marks) {
    const event = recordedAs(state, mark);
    if (!event || heldAs(state, mark) || observationRefusalOf(state, mark, at)) continue;
    const after = evolveOpened(state, event);
    events.push(event, ...conflictAfter(state, after, mark.studentNo));
    state = after;
  }
  return accept<RegisterEvent>(...events);
};

const correct = (register: OpenRegister, data: CorrectAttendance['data']): Decided => {
  const { studentNo, halfHours, correctionId } = data;
  if (isRuled(register, studentNo, correctionId)) return nothing;
  if (halfHours > register.halfHours) return reject({ code: 'HOURS_EXCEED_SESSION', studentNo });
  return accept({ type: 'AttendanceCorrected', data });
};

const isRuled = ({ records }: OpenRegister, studentNo: string, ruling: string): boolean =>
  records.get(studentNo)?.rulings.some(({ id }) => id === ruling) ?? false;

interface ByHand extends StatedAttendance {
  readonly studentNo: string;
  readonly now: Instant;
  readonly judged: readonly string[];
}

/** Why a person cannot say what the student's attendance was; undefined when they can. */
const refusalByHand = (register: OpenRegister, { studentNo, now, judged }: ByHand): RegisterRejection | undefined => {
  if (!knows(register, studentNo)) return { code: 'UNKNOWN_STUDENT', studentNo };
  if (register.lockedFor === 'AWARDS_JUDGED' || judged.includes(studentNo)) return { code: 'AWARDS_JUDGED' };
  return now < doorsOpenAt(register.startsAt) ? { code: 'SESSION_NOT_STARTED' } : undefined;
};

const change = (register: OpenRegister, data: ChangeAttendance['data']): Decided => {
  const { studentNo, correctionId, correctedBy, now, reasonClass } = data;
  if (isRuled(register, studentNo, correctionId)) return nothing;
  const refused = refusalByHand(register, data);
  if (refused) return reject(refused);
  const attendance = attendanceIn(register.halfHours, data);
  if (!attendance) return reject({ code: 'HOURS_EXCEED_SESSION', studentNo });
  const correction = { studentNo, ...attendance, correctionId, correctedBy, correctedAt: now, reasonClass };
  return accept({ type: 'AttendanceCorrected', data: correction });
};

const settle = (register: OpenRegister, data: SettleConflict['data']): Decided => {
  const { studentNo, settlementId, settledBy, marks, now, reasonClass } = data;
  if (isRuled(register, studentNo, settlementId)) return nothing;
  const refused = refusalByHand(register, data);
  if (refused) return reject(refused);
  const found = register.records.get(studentNo);
  if (!found?.counts.conflict) return reject({ code: 'NO_CONFLICT' });
  const known = new Set(found.observations.map(({ id }) => id));
  if (marks.some((mark) => !known.has(mark))) return reject({ code: 'UNKNOWN_MARK' });
  const attendance = attendanceIn(register.halfHours, data);
  if (!attendance) return reject({ code: 'HOURS_EXCEED_SESSION', studentNo });
  const settled = { studentNo, ...attendance, settlementId, marks, settledBy, settledAt: now, reasonClass };
  return accept({ type: 'AttendanceConflictSettled', data: settled });
};

/** A register that awards were judged on stays so; one that was closed after its gathering can still be judged on. */
const lock = ({ lockedFor }: OpenRegister, data: { readonly reason?: LockReason }): Decided =>
  lockedFor === 'AWARDS_JUDGED' || (lockedFor !== undefined && data.reason === lockedFor)
    ? nothing
    : accept({ type: 'AttendanceLocked', data });

const close = (register: OpenRegister, now: Instant): Decided => {
  const endsAt = Date.parse(register.startsAt) + register.halfHours * 1_800_000;
  return Date.parse(now) < endsAt ? reject({ code: 'SESSION_NOT_OVER' }) : lock(register, { reason: 'GATHERING_HELD' });
};

const decideOpened = (register: OpenRegister, command: Exclude<RegisterCommand, OpenSession>): Decided => {
  switch (command.type) {
    case 'RecordAttendance':
      return record(register, command.data.marks);
    case 'RecordMarks':
      return recordMarks(register, command.data);
    case 'CorrectAttendance':
      return correct(register, command.data);
    case 'ChangeAttendance':
      return change(register, command.data);
    case 'SettleConflict':
      return settle(register, command.data);
    case 'LockAttendance':
      return lock(register, command.data);
    case 'CloseRegister':
      return close(register, command.data.now);
  }
};

/**
 * The register of one session of one class: opened, marked by many observers, settled where they disagree, locked when
 * the gathering is over and again when credits are judged, corrected with a reason.
 */
export const register: Decider<Register, RegisterCommand, RegisterEvent, RegisterRejection> = {
  category: 'register',
  initial: { status: 'unopened' },

  decide: (state, command) => {
    if (command.type === 'OpenSession') return open(state, command.data);
    return state.status === 'unopened' ? reject({ code: 'REGISTER_NOT_OPEN' }) : decideOpened(state, command);
  },
  evolve,
};
