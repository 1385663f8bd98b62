import { ClassRegisters } from '@kull/attendance/contracts';
import {
  type CommandContext,
  EventStore,
  type Fence,
  type Outcome,
  type Recorded,
  type Rehearsal,
} from '@kull/event-store';
import { type DomainEvent, type Instant, instantInOslo, type Rejection, type Uuid, uuidOf } from '@kull/kernel';
import { Injectable } from '@nestjs/common';
import { lastAttestationOf, notApplicableReason } from '../domain/awards';
import { isHeld } from '../domain/hold';
import type { HprFinding } from '../domain/hpr';
import type { HprCommand } from '../domain/hpr.commands';
import { studentCourse } from '../domain/student-course';
import type { JudgeAwards } from '../domain/student-course.commands';
import { countedResults } from '../domain/student-course.state';
import { Holders, type LookedUp } from '../holders';
import type { Taken } from '../student-courses';

/** A student who was not judged because the register gave no answer. */
export interface Postponed {
  readonly studentNo: string;
  readonly why: Extract<LookedUp, { readonly unanswered: unknown }>['unanswered'];
}

/** What judging one student would come to. */
export interface Rehearsed {
  readonly id: string;
  readonly before: Taken['course'];
  readonly after: Taken['course'];
  /** Set: the register has not been asked about the number, so this is what follows if it agrees. */
  readonly isHprUnknown: boolean;
  readonly events: readonly Recorded[];
}

/** What a register that agrees would say. */
const AGREEING: HprFinding = { found: 'entry', profession: 'PHYSICIAN', birthDate: 'equal', names: 'equal' };

type Judging = JudgeAwards | Extract<HprCommand, { type: 'ReleaseHold' | 'RecordUnansweredLookUp' }>;

interface Judged {
  readonly id: string;
  readonly command: Judging;
  readonly commandId: Uuid;
  readonly occurredAt: Instant;
}

/** An award is true from its completion: the last attestation, else the end of the class's last day. */
const awardedAt = ({ course }: Taken, now: Instant): Instant => {
  if (course.status === 'judged') return now;
  return lastAttestationOf(course.terms, countedResults(course)) ?? instantInOslo(course.terms.endsOn, '23:59:59');
};

/** Only physicians are looked up, where there are points to give, and not once those stand. */
const isLookedUp = ({ course }: Taken): boolean =>
  !notApplicableReason(course.terms, course.participantStatus) &&
  !(course.status === 'judged' && course.coursePoints.status === 'AWARDED');

const later = (one: Instant, other: Instant | undefined): Instant => (other !== undefined && other > one ? other : one);

/**
 * Judges students by what the register says: asked first, about all of them, so that nothing is judged by a register
 * that did not answer. Whoever it said nothing about is left as they were, and that is put on record.
 */
@Injectable()
export class AwardJudge {
  constructor(
    private readonly events: EventStore,
    private readonly holders: Holders,
    private readonly registers: ClassRegisters,
  ) {}

  /** Judges both ledgers of each of them. */
  async judge(classId: string, courses: readonly Taken[], context: CommandContext): Promise<readonly Postponed[]> {
    const presences = await this.registers.presences(classId);
    const judging = (taken: Taken, said: LookedUp | undefined, at: Instant): Judging => ({
      type: 'JudgeAwards',
      data: {
        presences: presences.get(taken.course.studentNo) ?? [],
        ...(said && 'finding' in said && { hpr: said.finding, ...(said.lookedUp && { lookedUp: said.lookedUp }) }),
        at,
      },
    });
    return this.decide(classId, courses, judging, context);
  }

  /** What `judge` would come to by what is known now: the register is not asked, and nothing is stored. */
  async rehearse(
    classId: string,
    courses: readonly Taken[],
    context: CommandContext,
    on: Rehearsal,
  ): Promise<readonly Rehearsed[]> {
    const presences = await this.registers.presences(classId);
    const asked = courses.filter(isLookedUp);
    const answers = await this.holders.known(
      classId,
      asked.map(({ course }) => course),
    );
    const known = new Map(asked.map(({ id }, i) => [id, answers[i]]));
    const rehearsed: Rehearsed[] = [];
    for (const taken of courses) {
      const { id, course } = taken;
      const said = known.get(id);
      const found = said && 'finding' in said ? said : undefined;
      const isHprUnknown = known.has(id) && !found;
      const data = {
        presences: presences.get(course.studentNo) ?? [],
        ...(found && { hpr: found.finding, ...(found.lookedUp && { lookedUp: found.lookedUp }) }),
        ...(isHprUnknown && { hpr: AGREEING }),
        at: awardedAt(taken, context.occurredAt),
      };
      const command = { type: 'JudgeAwards', data } as const;
      const order = {
        id,
        command,
        commandId: uuidOf(command.type, id, context.commandId),
        occurredAt: occurredAt(command, context),
      };
      const first = on.events.length;
      const give = ({ commandId, occurredAt: at, command: judging }: Judged) =>
        on.execute(studentCourse, id, judging, { ...context, commandId, occurredAt: at });
      if (isHeldElsewhere(await give(order))) await give(knowingOf(order));
      const { state } = await on.load(studentCourse, id);
      rehearsed.push({
        id,
        before: course,
        after: state.status === 'none' ? course : state,
        isHprUnknown,
        events: on.events.slice(first),
      });
    }
    return rehearsed;
  }

  /** Judges again what waits for the register: course points that are held, and whoever it said nothing about before. */
  async judgeWaiting(
    classId: string,
    waiting: readonly Taken[],
    context: CommandContext,
    fence?: Fence,
  ): Promise<readonly Postponed[]> {
    const presences = await this.registers.presences(classId);
    const judging = ({ course }: Taken, said: LookedUp | undefined, at: Instant): Judging | undefined => {
      if (!said || 'unanswered' in said) return undefined;
      const data = { hpr: said.finding, ...(said.lookedUp && { lookedUp: said.lookedUp }), at };
      return isHeld(course)
        ? { type: 'ReleaseHold', data }
        : { type: 'JudgeAwards', data: { ...data, presences: presences.get(course.studentNo) ?? [] } };
    };
    return this.decide(classId, waiting, judging, context, fence);
  }

  private async decide(
    classId: string,
    courses: readonly Taken[],
    judging: (taken: Taken, said: LookedUp | undefined, at: Instant) => Judging | undefined,
    context: CommandContext,
    fence?: Fence,
  ): Promise<readonly Postponed[]> {
    const said = await this.lookUp(classId, courses);
    const orders = courses.flatMap((taken): Judged[] => {
      const found = said.get(taken.id);
      const unanswered = found && 'unanswered' in found ? found.unanswered : undefined;
      const at = awardedAt(taken, context.occurredAt);
      const command: Judging | undefined =
        unanswered === undefined
          ? judging(taken, found, at)
          : { type: 'RecordUnansweredLookUp', data: { why: unanswered, at: context.occurredAt } };
      if (!command) return [];
      const { type } = command;
      const commandId = uuidOf(type, taken.id, context.commandId);
      return [{ id: taken.id, command, commandId, occurredAt: occurredAt(command, context) }];
    });
    await this.execute(orders, context, fence);
    return courses.flatMap(({ id, course: { studentNo } }) => {
      const found = said.get(id);
      return found && 'unanswered' in found ? [{ studentNo, why: found.unanswered }] : [];
    });
  }

  private async execute(orders: readonly Judged[], context: CommandContext, fence?: Fence): Promise<void> {
    const give = ({ id, command, commandId, occurredAt: at }: Judged) =>
      this.events.execute(studentCourse, id, command, { ...context, commandId, occurredAt: at }, { fence });
    const outcomes = await Promise.all(orders.map(give));
    await Promise.all(orders.filter((_, i) => isHeldElsewhere(outcomes[i]!)).map((order) => give(knowingOf(order))));
  }

  private async lookUp(classId: string, courses: readonly Taken[]): Promise<ReadonlyMap<string, LookedUp>> {
    const asked = courses.filter(isLookedUp);
    const said = await this.holders.lookUp(
      classId,
      asked.map(({ course }) => course),
    );
    return new Map(asked.map(({ id }, i) => [id, said[i]!]));
  }
}

/** An award is not true before the look-up that it stands on was answered. */
const occurredAt = ({ type, data }: Judging, { occurredAt: now }: CommandContext): Instant =>
  type === 'RecordUnansweredLookUp' ? now : later(data.at, data.lookedUp?.at);

/** The log holds that the person has these ectsCredits from another class (I-34). */
const isHeldElsewhere = (outcome: Outcome<DomainEvent, Rejection>): boolean =>
  'rejected' in outcome && outcome.rejected.code === 'ECTS_ALREADY_AWARDED';

/** The same judgement once more, now that this is known. */
const knowingOf = (order: Judged): Judged => ({
  ...order,
  command: { type: 'JudgeAwards', data: { ...(order.command as JudgeAwards).data, ectsAwardedElsewhere: true } },
  commandId: uuidOf('ECTS_ALREADY_AWARDED', order.commandId),
});
