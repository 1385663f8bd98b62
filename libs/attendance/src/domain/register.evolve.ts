import type { RegisterEvent } from './register.events';
import type { OpenRegister, Register } from './register.state';
import { observationOf, type StudentRecord, withObservation, withPresence, withRuling } from './student-record';

const withRecord = (register: OpenRegister, studentNo: string, record: StudentRecord): OpenRegister => ({
  ...register,
  records: new Map(register.records).set(studentNo, record),
});

/** How an open register remembers. */
export const evolveOpened = (
  register: OpenRegister,
  event: Exclude<RegisterEvent, { type: 'SessionOpened' }>,
): OpenRegister => {
  switch (event.type) {
    case 'SessionRescheduled':
      return { ...register, ...event.data };
    case 'StudentsExpected':
      return { ...register, expected: new Set([...register.expected, ...event.data.students]) };
    case 'StudentsNotExpected': {
      const gone = new Set(event.data.students);
      return { ...register, expected: new Set([...register.expected].filter((student) => !gone.has(student))) };
    }
    case 'AttendanceRecorded': {
      const { studentNo } = event.data;
      return withRecord(
        register,
        studentNo,
        withObservation(register.records.get(studentNo), observationOf(event.data)),
      );
    }
    case 'AttendanceConflictFound':
      return register;
    case 'AttendanceConflictSettled': {
      const { studentNo, settlementId, settledBy, settledAt, ...settled } = event.data;
      const ruling = {
        ...settled,
        kind: 'SETTLED',
        id: settlementId,
        by: settledBy,
        at: settledAt,
        afterAwards: false,
      } as const;
      return withRecord(register, studentNo, withRuling(register.records.get(studentNo), ruling));
    }
    case 'AttendanceCorrected': {
      const { studentNo, correctionId, correctedBy, correctedAt, ...corrected } = event.data;
      const before = register.records.get(studentNo);
      const ruling = {
        ...withPresence(corrected),
        kind: 'CORRECTED',
        id: correctionId,
        by: correctedBy,
        at: correctedAt,
        marks: before?.observations.map(({ id }) => id) ?? [],
        afterAwards: register.lockedFor === 'AWARDS_JUDGED',
      } as const;
      return withRecord(register, studentNo, withRuling(before, ruling));
    }
    case 'AttendanceLocked':
      return { ...register, status: 'locked', lockedFor: event.data.reason ?? 'AWARDS_JUDGED' };
  }
};

/** How a register remembers. */
export const evolve = (state: Register, event: RegisterEvent): Register => {
  if (event.type === 'SessionOpened') {
    const { expected, ...session } = event.data;
    return { status: 'open', ...session, expected: new Set(expected), records: new Map() };
  }
  return state.status === 'unopened' ? state : evolveOpened(state, event);
};
