import { ClassRegisters } from '@kull/attendance/contracts';
import type { CommandContext } from '@kull/event-store';
import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import type { JudgedCourse } from '../domain/student-course.state';
import { type CourseRefusal, StudentCourses, type Taken } from '../student-courses';
import { AwardJudge, type Postponed } from './award-judge';

/** How the course points of a class stand. */
export interface AwardRun {
  readonly awarded: number;
  readonly held: number;
  readonly notMet: number;
  readonly notApplicable: number;
  /** Course points that a certificate is owed for. */
  readonly certificatesDue: number;
}

export type AwardRunOutcome =
  | { readonly ran: AwardRun; readonly postponed: readonly Postponed[] }
  | { readonly rejected: CourseRefusal };

/**
 * Judges the awards of every student of a class (credits.md 2), on registers that are locked from now on. Run again, it
 * gives what has been mended since and takes nothing away. Whoever the register of health personnel gave no answer
 * about is not judged yet.
 */
export class RunAwards extends Command<AwardRunOutcome> {
  constructor(
    readonly classId: string,
    readonly context: CommandContext,
  ) {
    super();
  }
}

@CommandHandler(RunAwards)
export class RunAwardsHandler implements ICommandHandler<RunAwards> {
  constructor(
    private readonly courses: StudentCourses,
    private readonly judge: AwardJudge,
    private readonly registers: ClassRegisters,
  ) {}

  async execute({ classId, context }: RunAwards): Promise<AwardRunOutcome> {
    const of = await this.courses.courseOf(classId);
    if ('code' in of) return { rejected: of };

    const courses = [...(await this.courses.open(of, context)).values()];
    await this.registers.lock(classId, context);
    const postponed = await this.judge.judge(classId, courses, context);
    return { ran: standingOf([...(await this.courses.ofClass(of)).values()]), postponed };
  }
}

/** How many of each outcome there are. */
export const standingOf = (courses: readonly Taken[]): AwardRun => {
  const count = (status: JudgedCourse['coursePoints']['status']): number =>
    courses.filter(({ course }) => course.status === 'judged' && course.coursePoints.status === status).length;
  return {
    awarded: count('AWARDED'),
    held: count('HELD'),
    notMet: count('NOT_MET'),
    notApplicable: count('NOT_APPLICABLE'),
    certificatesDue: count('AWARDED'),
  };
};
