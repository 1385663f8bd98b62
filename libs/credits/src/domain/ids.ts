import { idOf } from '@kull/kernel';

/** One student's course in one class. */
export const studentCourseIdOf = (classCode: string, studentNo: string): string => idOf('stc', classCode, studentNo);
