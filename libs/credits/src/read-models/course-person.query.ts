import { EventStore } from '@kull/event-store';
import { Injectable } from '@nestjs/common';

const OF_PERSONS = `select student_course_id as id from course_person_v1 where person_id = any ($1) order by student_course_id`;
const PERSONS = `select distinct person_id as id from course_person_v1 where gives_points and person_id is not null order by 1`;

/** Finds the courses that persons take. */
@Injectable()
export class CoursePersons {
  constructor(private readonly events: EventStore) {}

  async coursesOf(personIds: readonly string[]): Promise<string[]> {
    return (await this.events.query<{ id: string }>(OF_PERSONS, [personIds])).map(({ id }) => id);
  }

  /** Everybody who takes a course that could give course points. */
  async persons(): Promise<string[]> {
    return (await this.events.query<{ id: string }>(PERSONS)).map(({ id }) => id);
  }
}
