import { type CommandContext, EventStore } from '@kull/event-store';
import { uuidOf } from '@kull/kernel';
import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { type PartRow, type SortedParts, sortPartRows } from '../domain/part-rows';
import { studentCourse } from '../domain/student-course';
import type { StudentCourseRejection } from '../domain/student-course.commands';
import { type CourseRefusal, StudentCourses } from '../student-courses';

/** What became of a file of mandatory parts that were done. */
export interface PartImport {
  readonly rows: number;
  readonly taken: number;
  readonly unchanged: number;
  readonly rejected: SortedParts['rejected'];
}

export type PartImportOutcome =
  | { readonly imported: PartImport }
  | { readonly rejected: CourseRefusal | StudentCourseRejection };

/** Puts on record which parts the students of a class have done. The same file again changes nothing. */
export class ImportParts extends Command<PartImportOutcome> {
  constructor(
    readonly classId: string,
    readonly rows: readonly PartRow[],
    readonly context: CommandContext,
  ) {
    super();
  }
}

@CommandHandler(ImportParts)
export class ImportPartsHandler implements ICommandHandler<ImportParts> {
  constructor(
    private readonly events: EventStore,
    private readonly courses: StudentCourses,
  ) {}

  async execute({ classId, rows, context }: ImportParts): Promise<PartImportOutcome> {
    const of = await this.courses.courseOf(classId);
    if ('code' in of) return { rejected: of };
    const taken = await this.courses.open(of, context);
    const known = new Map([...taken].map(([no, { course }]) => [no, course.parts] as const));
    const sorted = sortPartRows(rows, of.terms, known);
    const orders = sorted.taken.map(({ studentNo, part, fulfilment }) => {
      const { id } = taken.get(studentNo)!;
      const { by, at, reportedBy } = fulfilment;
      return {
        decider: studentCourse,
        id,
        command: { type: 'FulfilPart', data: { part, ...fulfilment } },
        commandId: uuidOf('FulfilPart', id, part, by, at, reportedBy),
        occurredAt: at,
      };
    });
    const outcomes = await this.events.executeEach(orders, context);
    const refused = outcomes.find((outcome) => 'rejected' in outcome);
    if (refused && 'rejected' in refused) return { rejected: refused.rejected as StudentCourseRejection };
    const { unchanged, rejected } = sorted;
    return { imported: { rows: rows.length, taken: orders.length, unchanged, rejected } };
  }
}
