import { EventStore } from '@kull/event-store';
import { ClassDirectory } from '@kull/teaching/contracts';
import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import { registerIdOf } from '../domain/ids';
import { judgedStanding, standingIdOf } from '../domain/judged-standing';
import { register } from '../domain/register';

/** A student in one class. */
export interface StudentRef {
  readonly classId: string;
  readonly studentNo: string;
}

/** Where what happened to a student's attendance is told. */
export interface AttendanceStreams extends StudentRef {
  /** Streams of this student alone: where the student stands, and reports of absence. */
  readonly own: readonly string[];
  /** The registers of the class, with the marks of everybody in it. */
  readonly registers: readonly string[];
}

/** The streams that tell of the attendance of these students, in the order asked. */
export class ListAttendanceStreams extends Query<readonly AttendanceStreams[]> {
  constructor(readonly students: readonly StudentRef[]) {
    super();
  }
}

@QueryHandler(ListAttendanceStreams)
export class ListAttendanceStreamsHandler implements IQueryHandler<ListAttendanceStreams> {
  constructor(
    private readonly events: EventStore,
    private readonly classes: ClassDirectory,
  ) {}

  execute({ students }: ListAttendanceStreams): Promise<readonly AttendanceStreams[]> {
    return Promise.all(
      students.map(async ({ classId, studentNo }) => {
        const [planned, absences] = await Promise.all([
          this.classes.find(classId),
          this.events.query<{ readonly id: string }>(
            'select absence_id as id from absence_v1 where class_id = $1 and student_no = $2 order by absence_id',
            [classId, studentNo],
          ),
        ]);
        const sessions = planned?.plan.course?.sessions ?? [];
        return {
          classId,
          studentNo,
          own: [
            `${judgedStanding.category}-${standingIdOf(classId, studentNo)}`,
            ...absences.map(({ id }) => `absence-${id}`),
          ],
          registers: sessions.map(({ code }) => `${register.category}-${registerIdOf(classId, code)}`),
        };
      }),
    );
  }
}
