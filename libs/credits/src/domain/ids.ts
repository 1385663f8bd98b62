import { idOf } from '@kull/kernel';

/** One student's course in one class. */
export const studentCourseIdOf = (classId: string, studentNo: string): string => idOf('stc', classId, studentNo);
