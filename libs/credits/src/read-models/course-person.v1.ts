import type { ReadModel, Recorded } from '@kull/event-store';
import { studentCourse } from '../domain/student-course';
import type { CourseTermsRevised, StudentCourseOpened } from '../domain/student-course.events';

type CourseFact = Recorded<StudentCourseOpened> | Recorded<CourseTermsRevised>;

const rowsOf = (facts: readonly CourseFact[]) => {
  const rows = new Map<string, { person_id?: string; gives_points: boolean }>();
  for (const { stream, type, data } of facts) {
    const id = stream.slice(studentCourse.category.length + 1);
    const opened = type === 'StudentCourseOpened' ? { person_id: data.personId } : {};
    rows.set(id, { ...rows.get(id), ...opened, gives_points: data.terms.courseApproval !== undefined });
  }
  return [...rows].map(([student_course_id, row]) => ({ student_course_id, ...row }));
};

/** Who takes which course, by opaque ids: what a look-up of a person goes by. */
export const coursePersonReadModel: ReadModel = {
  name: 'course-person',
  version: 1,
  mode: 'inline',
  handles: ['StudentCourseOpened', 'CourseTermsRevised'],
  tables: ['course_person_v1'],
  whose: { course_person_v1: { person: 'person_id', gives: { course: ['student_course_id'] } } },
  create: `
    create table course_person_v1 (
      student_course_id text primary key,
      person_id         text,
      gives_points      boolean not null
    );
    create index course_person_v1_person on course_person_v1 (person_id);
  `,
  apply: async (events, tx) => {
    await tx.query(
      `insert into course_person_v1 as c (student_course_id, person_id, gives_points)
       select student_course_id, person_id, gives_points
         from jsonb_to_recordset($1::jsonb) as n (student_course_id text, person_id text, gives_points boolean)
       on conflict (student_course_id) do update set
         person_id = coalesce(excluded.person_id, c.person_id), gives_points = excluded.gives_points`,
      [JSON.stringify(rowsOf(events as readonly CourseFact[]))],
    );
  },
};
