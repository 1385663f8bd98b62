import type { CommandContext } from '@kull/event-store';
import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { type CourseRefusal, StudentCourses } from '../student-courses';

export type OpeningOutcome = { readonly opened: { readonly students: number } } | { readonly rejected: CourseRefusal };

/** Opens the course of everybody who is in a class, on the terms of the class as they are now. Again changes nothing. */
export class OpenStudentCourses extends Command<OpeningOutcome> {
  constructor(
    readonly classId: string,
    readonly context: CommandContext,
  ) {
    super();
  }
}

@CommandHandler(OpenStudentCourses)
export class OpenStudentCoursesHandler implements ICommandHandler<OpenStudentCourses> {
  constructor(private readonly courses: StudentCourses) {}

  async execute({ classId, context }: OpenStudentCourses): Promise<OpeningOutcome> {
    const of = await this.courses.courseOf(classId);
    if ('code' in of) return { rejected: of };
    const taken = await this.courses.open(of, context);
    return { opened: { students: taken.size } };
  }
}
