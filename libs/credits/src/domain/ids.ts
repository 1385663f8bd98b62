import { idOf } from '@kull/kernel';

/** One student's course in the class in which it began. */
export const studentCourseIdOf = (classId: string, studentNo: string): string => idOf('stc', classId, studentNo);

/** The course of a student as a class has them now: it follows the student from class to class (I-27). */
export const studentCourseIdFor = (student: {
  readonly classId: string;
  readonly studentNo: string;
  readonly courseClassId?: string;
}): string => studentCourseIdOf(student.courseClassId ?? student.classId, student.studentNo);
