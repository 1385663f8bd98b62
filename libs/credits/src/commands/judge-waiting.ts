import type { CommandContext } from '@kull/event-store';
import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { waitsForRegister } from '../domain/hold';
import { type CourseRefusal, StudentCourses } from '../student-courses';
import { AwardJudge, type Postponed } from './award-judge';

/** What asking the register anew came to, for those who wait for it. */
export interface WaitingJudged {
  readonly asked: number;
  readonly released: number;
  readonly stillHeld: number;
  readonly postponed: readonly Postponed[];
}

export type WaitingOutcome = { readonly judged: WaitingJudged } | { readonly rejected: CourseRefusal };

/** Asks the register anew about everybody in a class who waits for it, and judges them by what it says now. */
export class JudgeWaiting extends Command<WaitingOutcome> {
  constructor(
    readonly classId: string,
    readonly context: CommandContext,
  ) {
    super();
  }
}

@CommandHandler(JudgeWaiting)
export class JudgeWaitingHandler implements ICommandHandler<JudgeWaiting> {
  constructor(
    private readonly courses: StudentCourses,
    private readonly judge: AwardJudge,
  ) {}

  async execute({ classId, context }: JudgeWaiting): Promise<WaitingOutcome> {
    const of = await this.courses.courseOf(classId);
    if ('code' in of) return { rejected: of };
    const waiting = [...(await this.courses.ofClass(of)).values()].filter(({ course }) => waitsForRegister(course));
    const postponed = await this.judge.judgeWaiting(classId, waiting, context);
    const after = [...(await this.courses.ofClass(of)).values()];
    const asked = new Set(waiting.map(({ id }) => id));
    const now = after.filter(({ id, course }) => asked.has(id) && course.status === 'judged');
    const count = (status: string): number =>
      now.filter(({ course }) => course.status === 'judged' && course.coursePoints.status === status).length;
    return {
      judged: { asked: waiting.length, released: count('AWARDED'), stillHeld: count('HELD'), postponed },
    };
  }
}
