import { type CommandContext, EventStore } from '@kull/event-store';
import { DatabaseClock } from '@kull/http';
import { uuidOf } from '@kull/kernel';
import { type JobContext, JobHandler } from '@kull/messaging';
import { Injectable } from '@nestjs/common';
import { AwardJudge } from '../commands/award-judge';
import { waitsForRegister } from '../domain/hold';
import { studentCourse } from '../domain/student-course';
import { StudentCourses } from '../student-courses';

/** An award that is released is true from now on, by PostgreSQL's clock: the worker's own may be wrong. */
const contextOf = async ({ key }: JobContext, clock: DatabaseClock): Promise<CommandContext> => ({
  commandId: uuidOf('judge-waiting', key),
  actor: 'worker',
  occurredAt: await clock.now(),
  source: 'reaction',
});

/** Judges everybody in a class who waits for the register by what it says now. */
@Injectable()
@JobHandler('judge-waiting-class')
export class JudgeWaitingClass implements JobHandler {
  constructor(
    private readonly courses: StudentCourses,
    private readonly judge: AwardJudge,
    private readonly clock: DatabaseClock,
  ) {}

  async handle({ classId }: Readonly<Record<string, string | number>>, job: JobContext): Promise<void> {
    const taken = [...(await this.courses.ofClass({ classId: String(classId) })).values()];
    const waiting = taken.filter(({ course }) => waitsForRegister(course));
    await this.judge.judgeWaiting(String(classId), waiting, await contextOf(job, this.clock), job.fence);
  }
}

/** Asks the register anew about one student, if they still wait for it. */
@Injectable()
@JobHandler('judge-waiting-student', { concurrency: 4 })
export class JudgeWaitingStudent implements JobHandler {
  constructor(
    private readonly events: EventStore,
    private readonly judge: AwardJudge,
    private readonly clock: DatabaseClock,
  ) {}

  async handle({ studentCourseId }: Readonly<Record<string, string | number>>, job: JobContext): Promise<void> {
    const id = String(studentCourseId);
    const { state } = await this.events.load(studentCourse, id);
    if (state.status === 'none' || !waitsForRegister(state)) return;
    await this.judge.judgeWaiting(state.classId, [{ id, course: state }], await contextOf(job, this.clock), job.fence);
  }
}
