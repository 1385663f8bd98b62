import { type CommandContext, EventStore, type Outcome } from '@kull/event-store';
import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import type { HandleResultAppeal } from '../domain/grading-requests';
import { studentCourse } from '../domain/student-course';
import type {
  FulfilPart,
  GiveGradingReasons,
  StudentCourseRejection,
  WithdrawPart,
} from '../domain/student-course.commands';
import type { StudentCourseEvent } from '../domain/student-course.events';

/** One thing about one student's course: a part done or taken back, the reasons of a result given, an appeal taken on. */
export class ChangeStudentCourse extends Command<Outcome<StudentCourseEvent, StudentCourseRejection>> {
  constructor(
    readonly id: string,
    readonly change: FulfilPart | WithdrawPart | GiveGradingReasons | HandleResultAppeal,
    readonly context: CommandContext,
  ) {
    super();
  }
}

@CommandHandler(ChangeStudentCourse)
export class ChangeStudentCourseHandler implements ICommandHandler<ChangeStudentCourse> {
  constructor(private readonly events: EventStore) {}

  execute({ id, change, context }: ChangeStudentCourse) {
    return this.events.execute(studentCourse, id, change, context);
  }
}
