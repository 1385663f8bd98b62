import { type CommandContext, EventStore } from '@kull/event-store';
import { uuidOf } from '@kull/kernel';
import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { assessmentsOf } from '../domain/course-terms';
import { type ResultRow, type SortedResults, sortResultRows } from '../domain/result-rows';
import { studentCourse } from '../domain/student-course';
import type { StudentCourseRejection } from '../domain/student-course.commands';
import { registeredResults } from '../domain/student-course.state';
import { type CourseRefusal, StudentCourses } from '../student-courses';

/** What became of a file of results. */
export interface ResultImport {
  readonly rows: number;
  readonly taken: number;
  readonly unchanged: number;
  readonly rejected: SortedResults['rejected'];
}

export type ResultImportOutcome =
  | { readonly imported: ResultImport }
  | { readonly rejected: CourseRefusal | StudentCourseRejection };

/** Registers the results of a file, with their attestation (credits.md 1). The same file again changes nothing. */
export class ImportResults extends Command<ResultImportOutcome> {
  constructor(
    readonly classId: string,
    readonly rows: readonly ResultRow[],
    readonly context: CommandContext,
  ) {
    super();
  }
}

@CommandHandler(ImportResults)
export class ImportResultsHandler implements ICommandHandler<ImportResults> {
  constructor(
    private readonly events: EventStore,
    private readonly courses: StudentCourses,
  ) {}

  async execute({ classId, rows, context }: ImportResults): Promise<ResultImportOutcome> {
    const of = await this.courses.courseOf(classId);
    if ('code' in of) return { rejected: of };

    const taken = await this.courses.open(of, context);
    const registered = new Map([...taken].map(([no, { course }]) => [no, registeredResults(course)] as const));
    const sorted = sortResultRows(rows, assessmentsOf(of.terms), registered);
    const orders = sorted.taken.map(({ studentNo, result }) => {
      const { id } = taken.get(studentNo)!;
      return {
        decider: studentCourse,
        id,
        command: { type: 'RegisterResult', data: result },
        commandId: uuidOf('RegisterResult', id, JSON.stringify(result)),
        occurredAt: result.attestation?.at,
      };
    });
    const outcomes = await this.events.executeEach(orders, context);
    const refused = outcomes.find((outcome) => 'rejected' in outcome);
    if (refused && 'rejected' in refused) return { rejected: refused.rejected as StudentCourseRejection };
    const { unchanged, rejected } = sorted;
    return { imported: { rows: rows.length, taken: orders.length, unchanged, rejected } };
  }
}
