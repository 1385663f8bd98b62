import { EventStore } from '@kull/event-store';
import { type Caller, problemOf } from '@kull/http';
import { Reads } from '@kull/people';
import { Injectable } from '@nestjs/common';
import { studentCourse } from '../domain/student-course';
import type { JudgedCourse, OpenCourse } from '../domain/student-course.state';
import { problems } from './problems';

/** The course of one student, for whoever may ask about the class that it is taken in. */
@Injectable()
export class CourseAccess {
  constructor(
    private readonly events: EventStore,
    private readonly reads: Reads,
  ) {}

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

  /** The same, for somebody to read: it is noted. */
  async read(caller: Caller, id: string, operation: string): ReturnType<CourseAccess['of']> {
    const found = await this.of(caller, id);
    await this.reads.note(caller, operation, [found.state.personId]);
    return found;
  }
}
