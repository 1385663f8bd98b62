import { EventStore, Turns } from '@kull/event-store';
import { type Instant, uuidOf } from '@kull/kernel';
import { type JobContext, JobHandler } from '@kull/messaging';
import { Injectable } from '@nestjs/common';
import { awardsWithAttendance } from '../domain/attendance-standing';
import { judgedStanding } from '../domain/judged-standing';
import { type Judgement, JudgementOvertaken, Judgements } from '../judgements';
import { figuresOf, StandingChanges } from '../standing-changes';
import { type Cohort, type JudgedStudent, Standings } from '../standings';

/** A register of a class or the class itself, and what happened there. `notBefore`: when a plan changed. */
interface Cause {
  readonly register?: string;
  readonly classId?: string;
  readonly position: number;
  readonly notBefore?: Instant;
}

/** Overtaken so often in a row, the job waits a while. */
const ATTEMPTS = 3;

/**
 * Judges the attendance of everybody in a cohort and says what has changed. Looks at the registers as they are now, so
 * one job does for all that happened before it; those that come later find it judged and end at once.
 */
@Injectable()
@JobHandler('judge-attendance-standing')
export class JudgeAttendanceStanding {
  /** In which class a register is kept, and to which cohort a class belongs: neither ever changes. */
  private readonly classOfRegister = new Map<string, string>();
  private readonly cohortOfClass = new Map<string, string>();
  /** One judgement of a cohort at a time: whoever waited finds it made. */
  private readonly turns = new Turns();

  constructor(
    private readonly events: EventStore,
    private readonly standings: Standings,
    private readonly changes: StandingChanges,
    private readonly judgements: Judgements,
  ) {}

  async handle(payload: Readonly<Record<string, string | number>>, job: JobContext): Promise<void> {
    const cause = payload as unknown as Cause;
    const classId = cause.classId ?? (await this.classOf(cause.register!));
    const known = this.cohortOfClass.get(classId);
    if (known !== undefined && (await this.judgements.reaches(known, cause.position))) return;
    const cohort = await this.standings.cohortOf(classId);
    if (!cohort) return;
    this.cohortOfClass.set(classId, cohort.code);
    await this.turns.take([cohort.code], () => this.judgeUpTo(cohort, cause, job));
  }

  private async judgeUpTo(cohort: Cohort, cause: Cause, job: JobContext): Promise<void> {
    for (let attempt = 1; !(await this.judgements.reaches(cohort.code, cause.position)); attempt++) {
      const judgement = await this.judgements.begin(cohort.code, job.fence);
      try {
        const students = await this.standings.ofCohort(cohort);
        await this.say(students, cause, judgement);
        await this.judgements.end(
          cohort.code,
          judgement,
          students.map(({ stands }) => stands),
        );
      } catch (fault) {
        if (!(fault instanceof JudgementOvertaken) || attempt === ATTEMPTS) throw fault;
      }
    }
  }

  /** Says what has changed since it was last said. */
  private async say(
    students: readonly JudgedStudent[],
    { notBefore }: Cause,
    { position, fence }: Judgement,
  ): Promise<void> {
    const changed = await this.changes.among(students, notBefore);
    for (const award of awardsWithAttendance) {
      const orders = changed
        .filter(({ standing }) => standing.award === award)
        .map((change) => {
          const { id, since } = change;
          const { status } = change.standing;
          return {
            decider: judgedStanding,
            id,
            command: { type: 'JudgeStanding', data: { ...figuresOf(change, position), status } },
            commandId: uuidOf('JudgeStanding', id, award, status, position),
            occurredAt: since,
          };
        });
      const [first] = orders;
      if (!first) continue;
      const { commandId, occurredAt } = first;
      const context = { commandId, actor: 'worker', source: 'reaction', occurredAt };
      await this.events.executeTogether(orders, context, { fence });
    }
  }

  private async classOf(register: string): Promise<string> {
    const known = this.classOfRegister.get(register);
    if (known !== undefined) return known;
    const [opened] = await this.events.readStream(register);
    const { classId } = opened!.data as { readonly classId: string };
    this.classOfRegister.set(register, classId);
    return classId;
  }
}
