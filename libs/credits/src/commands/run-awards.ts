import { ClassRegisters } from '@kull/attendance/contracts';
import { type CommandContext, EventStore } from '@kull/event-store';
import { type Instant, instantInOslo, uuidOf } from '@kull/kernel';
import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { studentCourse } from '../domain/student-course';
import { countedResult, type JudgedCourse } from '../domain/student-course.state';
import { Holders } from '../holders';
import { type CourseRefusal, StudentCourses, type Taken } from '../student-courses';

/** How the course points of a class stand. */
export interface AwardRun {
  readonly awarded: number;
  readonly held: number;
  readonly notMet: number;
  readonly notApplicable: number;
  /** Course points that a certificate is owed for. */
  readonly certificatesDue: number;
}

export type AwardRunOutcome = { readonly ran: AwardRun } | { readonly rejected: CourseRefusal };

/**
 * Judges the awards of every student of a class (credits.md 2), on registers that are locked from now on. Run again, it
 * gives what has been mended since and takes nothing away.
 */
export class RunAwards extends Command<AwardRunOutcome> {
  constructor(
    readonly classId: string,
    readonly context: CommandContext,
  ) {
    super();
  }
}

/** An award is true from its completion: the attestation, else the end of the class's last day. */
const awardedAt = ({ course }: Taken, now: Instant): Instant => {
  if (course.status === 'judged') return now;
  return countedResult(course.assessment)?.attestedAt ?? instantInOslo(course.terms.endsOn, '23:59:59');
};

@CommandHandler(RunAwards)
export class RunAwardsHandler implements ICommandHandler<RunAwards> {
  constructor(
    private readonly events: EventStore,
    private readonly courses: StudentCourses,
    private readonly holders: Holders,
    private readonly registers: ClassRegisters,
  ) {}

  async execute({ classId, context }: RunAwards): Promise<AwardRunOutcome> {
    const of = await this.courses.courseOf(classId);
    if ('code' in of) return { rejected: of };

    const courses = [...(await this.courses.open(of, context)).values()];
    await this.registers.lock(classId, context);
    const presences = await this.registers.presences(classId);
    const holders = await this.holders.open(courses.map(({ course }) => course.holder));
    const findings = await this.holders.lookUp(classId, holders);
    const orders = courses.map((taken, i) => {
      const at = awardedAt(taken, context.occurredAt);
      const data = { presences: presences.get(taken.course.studentNo) ?? [], hpr: findings[i]!, at };
      return {
        decider: studentCourse,
        id: taken.id,
        command: { type: 'JudgeAwards', data },
        commandId: uuidOf('JudgeAwards', taken.id, context.commandId),
        occurredAt: at,
      };
    });
    await this.events.executeEach(orders, context);
    return { ran: standingOf([...(await this.courses.ofClass(of)).values()]) };
  }
}

const standingOf = (courses: readonly Taken[]): AwardRun => {
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
