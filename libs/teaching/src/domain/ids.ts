import { idOf } from '@kull/kernel';

/** The class of that code, wherever it is planned from. */
export const classIdOf = (classCode: string): string => idOf('cls', classCode);

/** One student's place in one class. */
export const enrolmentIdOf = (classId: string, studentNo: string): string => idOf('enr', classId, studentNo);
