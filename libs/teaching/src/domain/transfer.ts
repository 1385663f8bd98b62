import { type LocalDate, type Rejection, reject } from '@kull/kernel';
import type { PlannedClass, ProgrammeClass } from './class.state';
import { hasDaysFrom, intakeOf } from './class-plan';
import type { EnrolmentRejection, EnrolStudent, TransferStudent } from './enrolment';
import type { Enrolment } from './enrolment.state';

/**
 * What an enrolment alone cannot refuse:
 * - `CLASS_NOT_PLANNED`: one of the two classes does not exist.
 * - `SAME_CLASS`: the student goes to the class already.
 * - `OTHER_INTAKE`: the classes are not of one programme and intake.
 */
export type TransferRejection = EnrolmentRejection | Rejection<'CLASS_NOT_PLANNED' | 'SAME_CLASS' | 'OTHER_INTAKE'>;

/** A class under its id. */
export interface ClassById {
  readonly classId: string;
  readonly state: ProgrammeClass;
}

/** Both halves of a transfer: they stand or fall together. */
export interface Transfer {
  readonly leave: TransferStudent;
  readonly enter: EnrolStudent;
}

/** Whether two classes are of one programme and intake: only then is their teaching the same. */
export const isSameIntake = ({ plan: one }: PlannedClass, { plan: other }: PlannedClass): boolean =>
  one.programme.code === other.programme.code && intakeOf(one) === intakeOf(other);

/**
 * The way of a student from one class to another on that day. What the student's course is, and what the class list
 * said of the student, stay as they were (I-27).
 */
export const transferOf = (
  student: Enrolment,
  from: ClassById,
  to: ClassById,
  on: LocalDate,
): Transfer | { readonly rejected: TransferRejection } => {
  if (from.state.status === 'unplanned' || to.state.status === 'unplanned')
    return reject({ code: 'CLASS_NOT_PLANNED' });
  if (from.classId === to.classId) return reject({ code: 'SAME_CLASS' });
  if (!isSameIntake(from.state, to.state)) return reject({ code: 'OTHER_INTAKE' });
  if (student.status === 'none') return reject({ code: 'NOT_ENROLLED' });
  const { plan, ceiling } = to.state;
  if (!hasDaysFrom(plan, on)) return reject({ code: 'INVALID_PERIOD' });
  const { programme, intake, personId, studentNo, participantStatus, particulars, fingerprint } = student;
  const courseClassId = student.courseClassId ?? from.classId;
  return {
    leave: { type: 'TransferStudent', data: { to: { classId: to.classId, classCode: plan.code }, on } },
    enter: {
      type: 'EnrolStudent',
      data: {
        classId: to.classId,
        classCode: plan.code,
        programme,
        intake,
        personId,
        studentNo,
        participantStatus,
        ...(particulars && { particulars }),
        fingerprint,
        capacity: ceiling,
        enteredOn: on,
        transferredFrom: { classId: from.classId, classCode: from.state.plan.code },
        ...(courseClassId !== to.classId && { courseClassId }),
      },
    },
  };
};
