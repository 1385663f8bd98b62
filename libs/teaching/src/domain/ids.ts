import { idOf } from '@kull/kernel';
import type { ClassPlan } from './class-plan';

/** The class of that code. Each intake has its own `OSLO-1`; the code of a class without an intake is its own. */
export const classIdOf = ({ code, intake }: Pick<ClassPlan, 'code' | 'intake'>): string =>
  intake === undefined ? idOf('cls', code) : idOf('cls', intake, code);

/** One student's place in one class. */
export const enrolmentIdOf = (classId: string, studentNo: string): string => idOf('enr', classId, studentNo);

/** The cohort of that code, which is the code of its intake too. */
export const cohortIdOf = (code: string): string => idOf('coh', code);

/** What a student takes through every class of the intake: it bears the name of the class in which it began (I-27). */
export const studentCourseIdOf = (courseClassId: string, studentNo: string): string =>
  idOf('stc', courseClassId, studentNo);

/** The feed that a command opens. */
export const calendarFeedIdOf = (commandId: string): string => idOf('cal', commandId);
