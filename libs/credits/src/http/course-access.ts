import { EventStore } from '@kull/event-store';
import { type Caller, problemOf } from '@kull/http';
import { Injectable } from '@nestjs/common';
import { studentCourse } from '../domain/student-course';
import type { JudgedCourse, OpenCourse } from '../domain/student-course.state';
import { problems } from './problems';

/** The course of one student, for whoever may ask about the class that it is taken in. */
@Injectable()
export class CourseAccess {
  constructor(private readonly events: EventStore) {}

  /** Another's is refused as one that is not there. */
  async of(
    caller: Caller,
    id: string,
  ): Promise<{ readonly state: OpenCourse | JudgedCourse; readonly version: number }> {
    const { state, version } = await this.events.load(studentCourse, id);
    if (state.status === 'none' || !caller.mayClass(state.classId))
      throw problemOf({ code: 'STUDENT_COURSE_NOT_OPEN' }, problems);
    return { state, version };
  }
}
