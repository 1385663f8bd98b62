import { ClassRegisters } from '@kull/attendance/contracts';
import { type CommandContext, EventStore, type Order, type Outcome } from '@kull/event-store';
import { type DomainEvent, type Instant, instantInOslo, type Rejection, uuidOf } from '@kull/kernel';
import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { lastAttestationOf } from '../domain/awards';
import type { HprFinding } from '../domain/hpr';
import { studentCourse } from '../domain/student-course';
import type { JudgeAwards } from '../domain/student-course.commands';
import { countedResults, type JudgedCourse } from '../domain/student-course.state';
import { Holders } from '../holders';
import { type CourseOfClass, type CourseRefusal, StudentCourses, type Taken } from '../student-courses';

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

/** An award is true from its completion: the last attestation, else the end of the class's last day. */
const awardedAt = ({ course }: Taken, now: Instant): Instant => {
  if (course.status === 'judged') return now;
  return lastAttestationOf(course.terms, countedResults(course)) ?? instantInOslo(course.terms.endsOn, '23:59:59');
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
    const findings = await this.lookUp(of, courses);
    const orders = courses.map((taken, i) => {
      const at = awardedAt(taken, context.occurredAt);
      const data = {
        presences: presences.get(taken.course.studentNo) ?? [],
        ...(findings && { hpr: findings[i]! }),
        at,
      };
      return {
        decider: studentCourse,
        id: taken.id,
        command: { type: 'JudgeAwards', data } as JudgeAwards,
        commandId: uuidOf('JudgeAwards', taken.id, context.commandId),
        occurredAt: at,
      };
    });
    const outcomes = await this.events.executeEach(orders, context);
    await this.events.executeEach(orders.filter((_, i) => isHeldElsewhere(outcomes[i]!)).map(knowingOf), context);
    return { ran: standingOf([...(await this.courses.ofClass(of)).values()]) };
  }

  /** Nobody is looked up where there are no course points to give. */
  private async lookUp(
    { classId, terms }: CourseOfClass,
    courses: readonly Taken[],
  ): Promise<readonly HprFinding[] | undefined> {
    if (!terms.courseApproval) return undefined;
    const holders = await this.holders.open(courses.map(({ course }) => course.holder));
    return this.holders.lookUp(classId, holders);
  }
}

/** The log holds that the person has these ectsCredits from another class (I-34). */
const isHeldElsewhere = (outcome: Outcome<DomainEvent, Rejection>): boolean =>
  'rejected' in outcome && outcome.rejected.code === 'ECTS_ALREADY_AWARDED';

/** The same judgement once more, now that this is known. */
const knowingOf = (order: Order<JudgeAwards>): Order<JudgeAwards> => ({
  ...order,
  command: { type: 'JudgeAwards', data: { ...order.command.data, ectsAwardedElsewhere: true } },
  commandId: uuidOf('ECTS_ALREADY_AWARDED', order.commandId!),
});

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
