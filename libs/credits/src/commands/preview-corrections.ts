import { type CommandContext, EventStore, type Recorded, Rehearsal } from '@kull/event-store';
import { People } from '@kull/people';
import { ClassDirectory } from '@kull/teaching/contracts';
import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import { type CorrectionRow, type RequestedCorrection, readCorrectionRows } from '../domain/correction-rows';
import type { Ledgers } from '../domain/corrections';
import { studentCourseIdFor } from '../domain/ids';
import { studentCourse } from '../domain/student-course';
import { type CourseRefusal, StudentCourses } from '../student-courses';
import { correctionIds } from './correction-ids';
import { Corrector } from './corrector';
import type { CorrectionCode } from './import-corrections';
import { versionOf } from './seen-courses';

/** What a row would do to the course of its student. */
export interface PreviewedCourse {
  readonly id: string;
  /** As the rows before left them. Absent: nothing has been judged. */
  readonly before?: Ledgers;
  readonly after?: Ledgers;
  /** What the row would add to the student's course, in order; none is stored. */
  readonly events: readonly Recorded[];
  /** What it would add to the registers of the class. */
  readonly registers: readonly Recorded[];
}

/** What would become of one row. */
export interface PreviewedCorrection {
  readonly row: number;
  readonly studentNo: string;
  readonly outcome: 'applied' | 'unchanged' | CorrectionCode;
  /** Absent: the row is about nobody in the class, or cannot be read. */
  readonly course?: PreviewedCourse;
}

/** What would become of a file of corrections. */
export interface CorrectionsPreview {
  readonly programmeCode: string;
  /** `ImportCorrections` with this `seenVersion` is refused once one of the courses has moved on. */
  readonly version: number;
  /** In order of the file. */
  readonly rows: readonly PreviewedCorrection[];
}

export type CorrectionsPreviewOutcome =
  | { readonly previewed: CorrectionsPreview }
  | { readonly rejected: CourseRefusal };

/**
 * What `ImportCorrections` would do with the same rows now: decided by the same code in the same order, each row on what
 * the rows before it leave (peers.md W18). Nothing is stored.
 */
export class PreviewCorrections extends Query<CorrectionsPreviewOutcome> {
  constructor(
    readonly classId: string,
    readonly rows: readonly CorrectionRow[],
    readonly context: CommandContext,
  ) {
    super();
  }
}

@QueryHandler(PreviewCorrections)
export class PreviewCorrectionsHandler implements IQueryHandler<PreviewCorrections> {
  constructor(
    private readonly events: EventStore,
    private readonly classes: ClassDirectory,
    private readonly people: People,
    private readonly courses: StudentCourses,
    private readonly corrector: Corrector,
  ) {}

  async execute({ classId, rows, context }: PreviewCorrections): Promise<CorrectionsPreviewOutcome> {
    const of = await this.courses.courseOf(classId);
    if ('code' in of) return { rejected: of };

    const students = await this.classes.students(classId);
    const courses = new Map(students.map((student) => [student.studentNo, studentCourseIdFor(student)] as const));
    const { corrections, rejected } = readCorrectionRows(rows, new Set(courses.keys()), of.terms);
    const ids = correctionIds(this.people, classId, corrections);
    const rehearsal = new Rehearsal(this.events);
    const previewed: PreviewedCorrection[] = rejected.map(({ code, ...row }) => ({ ...row, outcome: code }));
    for (const [i, correction] of corrections.entries()) {
      const student = { id: courses.get(correction.row.studentNo)!, classId };
      previewed.push(await this.rehearsed(rehearsal, student, correction, ids[i]!, context));
    }
    previewed.sort((one, other) => one.row - other.row);
    const version = await versionOf(this.events, corrections, courses);
    return { previewed: { programmeCode: of.plan.programme.code, version, rows: previewed } };
  }

  private async rehearsed(
    rehearsal: Rehearsal,
    student: { readonly id: string; readonly classId: string },
    correction: RequestedCorrection,
    correctionId: string,
    context: CommandContext,
  ): Promise<PreviewedCorrection> {
    const before = await this.ledgers(rehearsal, student.id);
    const decided = rehearsal.events.length;
    const outcome = await this.corrector.correct(student, correction, correctionId, context, rehearsal);
    const after = await this.ledgers(rehearsal, student.id);
    const stream = `${studentCourse.category}-${student.id}`;
    const all = rehearsal.events.slice(decided);
    const events = all.filter((event) => event.stream === stream);
    const registers = all.filter((event) => event.stream !== stream);
    const { row, studentNo } = correction.row;
    return {
      row,
      studentNo,
      outcome,
      course: { id: student.id, ...(before && { before }), ...(after && { after }), events, registers },
    };
  }

  private async ledgers(rehearsal: Rehearsal, id: string): Promise<Ledgers | undefined> {
    const { state } = await rehearsal.load(studentCourse, id);
    if (state.status !== 'judged') return undefined;
    const { ectsCredits, coursePoints } = state;
    return { ectsCredits, coursePoints };
  }
}
