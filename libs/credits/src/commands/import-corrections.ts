import { type CommandContext, EventStore, type VersionMismatch } from '@kull/event-store';
import { People } from '@kull/people';
import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import {
  type CorrectionRow,
  type CorrectionRowCode,
  type RequestedCorrection,
  readCorrectionRows,
} from '../domain/correction-rows';
import { type CourseOfClass, type CourseRefusal, StudentCourses, type Taken } from '../student-courses';
import { correctionIds } from './correction-ids';
import { Corrector } from './corrector';
import { versionOf } from './seen-courses';

/** `NOT_RECORDED`: whoever the row says recorded it has not sent it in. */
export type CorrectionCode = CorrectionRowCode | 'AWARDS_NOT_JUDGED' | 'HPR_REGISTER_NOT_ANSWERING' | 'NOT_RECORDED';

/** What became of a file of corrections. */
export interface CorrectionImport {
  readonly rows: number;
  readonly taken: number;
  readonly unchanged: number;
  readonly rejected: readonly { readonly row: number; readonly studentNo: string; readonly code: CorrectionCode }[];
}

export type CorrectionImportOutcome =
  | { readonly imported: CorrectionImport }
  | { readonly rejected: CourseRefusal | VersionMismatch };

/**
 * Applies the corrections of a file in order of their time (credits.md 4). The same file again changes nothing, and sent
 * by another account it approves what waited for one.
 */
export class ImportCorrections extends Command<CorrectionImportOutcome> {
  constructor(
    readonly classId: string,
    readonly rows: readonly CorrectionRow[],
    readonly context: CommandContext,
    /** That of a preview: nothing is done when one of the courses has moved on since. */
    readonly seenVersion?: number,
    /**
     * The account that sends the rows: it records those of its own, and approves those of others that wait for a second
     * person (reliability.md S30). Absent: the operator, whose file says who did what.
     */
    readonly signer?: string,
  ) {
    super();
  }
}

@CommandHandler(ImportCorrections)
export class ImportCorrectionsHandler implements ICommandHandler<ImportCorrections> {
  constructor(
    private readonly events: EventStore,
    private readonly people: People,
    private readonly courses: StudentCourses,
    private readonly corrector: Corrector,
  ) {}

  async execute({ classId, rows, context, seenVersion, signer }: ImportCorrections): Promise<CorrectionImportOutcome> {
    const of = await this.courses.courseOf(classId);
    if ('code' in of) return { rejected: of };

    const taken = await this.courses.open(of, context);
    const { corrections, rejected } = readCorrectionRows(rows, new Set(taken.keys()), of.terms);
    if (seenVersion !== undefined) {
      const ofStudents = new Map([...taken].map(([studentNo, { id }]) => [studentNo, id] as const));
      const current = await versionOf(this.events, corrections, ofStudents);
      if (current !== seenVersion) return { rejected: { code: 'VERSION_MISMATCH', current } };
    }
    const ids = correctionIds(this.people, classId, corrections);
    const refused: CorrectionImport['rejected'][number][] = [...rejected];
    let unchanged = 0;
    for (const [i, correction] of corrections.entries()) {
      const outcome = await this.apply(of, taken, correction, ids[i]!, { context, signer });
      const { row, studentNo } = correction.row;
      if (outcome === 'unchanged') unchanged++;
      else if (outcome !== 'applied') refused.push({ row, studentNo, code: outcome });
    }
    refused.sort((one, other) => one.row - other.row);
    return {
      imported: { rows: rows.length, taken: rows.length - unchanged - refused.length, unchanged, rejected: refused },
    };
  }

  private apply(
    { classId }: CourseOfClass,
    taken: ReadonlyMap<string, Taken>,
    correction: RequestedCorrection,
    correctionId: string,
    { context, signer }: Pick<ImportCorrections, 'context' | 'signer'>,
  ): Promise<'applied' | 'unchanged' | CorrectionCode> {
    const student = { id: taken.get(correction.row.studentNo)!.id, classId };
    return signer === undefined || signer === correction.row.recordedBy
      ? this.corrector.correct(student, correction, correctionId, context)
      : this.corrector.approve(student, correction, correctionId, signer, context);
  }
}
