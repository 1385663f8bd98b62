import { EventStore } from '@kull/event-store';
import { type Instant, isRejected } from '@kull/kernel';
import { Injectable } from '@nestjs/common';
import type { ClassBefore } from './call-offs';
import { type Clash, entriesOf } from './domain/clashes';
import { programmeClass } from './domain/class';
import type { ClassRejection } from './domain/class.commands';
import type { ClassEvent, GatheringRescheduled } from './domain/class.events';
import { scheduledOf } from './domain/class.state';
import { isEquivalent } from './domain/gathering';
import { type PlanWarning, warningsOfDays } from './domain/plan-warnings';
import type { SessionChange } from './domain/session-change';
import { type SessionChangeConsequences, sessionChangeConsequences } from './domain/session-change-consequences';
import { GatheringAudience } from './gathering-audience';
import { moveIn } from './gathering-moves';
import { Classes } from './read-models/classes.query';
import { Timetable } from './read-models/timetable.query';

/** What somebody should know of the change of a session, before it or after. */
export interface SessionChangeReport {
  /** Absent: nothing changes. */
  readonly consequences?: SessionChangeConsequences;
  readonly clashes: readonly Clash[];
  readonly warnings: readonly PlanWarning[];
}

/** What it would lead to: the refusal, or the same report that the change is answered with. */
export interface SessionChangePreview extends SessionChangeReport {
  readonly refusal?: ClassRejection;
}

type Moved = GatheringRescheduled['data'];

/** Sessions that are added, moved or called off alone, looked at before and after it is done. */
@Injectable()
export class SessionChanges {
  constructor(
    private readonly events: EventStore,
    private readonly timetable: Timetable,
    private readonly audience: GatheringAudience,
    private readonly classes: Classes,
  ) {}

  /** Decides as the change would be decided now, and stores nothing. */
  async preview(
    before: ClassBefore,
    number: number,
    change: SessionChange,
    at: Instant,
  ): Promise<SessionChangePreview> {
    const data = { classId: before.classId, number, change, at };
    const decision = programmeClass.decide(before.state, { type: 'ChangeSession', data });
    if (isRejected(decision)) return { refusal: decision.rejected, clashes: [], warnings: [] };
    const report = await this.report(before, decision.events, at);
    const [clash] = report.clashes;
    return clash ? { ...report, refusal: { code: clash.code, who: clash.who, at: clash.entry.startsAt } } : report;
  }

  /** What follows from the events that the change led to, or would lead to. */
  async report(
    before: ClassBefore,
    events: readonly Pick<ClassEvent, 'type' | 'data'>[],
    now: Instant,
  ): Promise<SessionChangeReport> {
    const moved = moveIn(events);
    if (!moved) return { clashes: [], warnings: [] };
    const attendees = await this.audience.of(before.classId, before.state, moved.number);
    return {
      consequences: sessionChangeConsequences(moved, before.state, attendees, now),
      clashes: await this.clashesOf(before, moved),
      warnings: [...warningsOfDays(before.state.plan, moved), ...(await this.differences(before, moved))],
    };
  }

  /** Every room and teacher that the change would take from somebody. */
  async clashesIn(before: ClassBefore, number: number, change: SessionChange, at: Instant): Promise<readonly Clash[]> {
    return (await this.preview(before, number, change, at)).clashes;
  }

  private clashesOf({ classId, state }: ClassBefore, moved: Moved): Promise<readonly Clash[]> {
    return this.timetable.clashesOf(entriesOf({ classId, classCode: state.plan.code }, moved));
  }

  /** Classes of the intake in which the gathering could be made up until now, and cannot any more (W16). */
  private async differences({ classId, state }: ClassBefore, moved: Moved): Promise<readonly PlanWarning[]> {
    const { intake, code: classCode } = state.plan;
    if (intake === undefined) return [];
    const others = (await this.classes.ofIntake(intake)).filter((one) => one.classId !== classId);
    const loaded = await this.events.loadEach(
      programmeClass,
      others.map((one) => one.classId),
    );
    return loaded.flatMap(({ state: other }) => {
      if (other.status === 'unplanned') return [];
      const there = scheduledOf(other).find(({ number }) => number === moved.number);
      const isLost =
        there && isEquivalent(there.sessions, moved.before.sessions) && !isEquivalent(there.sessions, moved.sessions);
      if (!isLost) return [];
      const { number: gathering } = moved;
      return [{ code: 'GATHERING_NOT_EQUIVALENT', classCode, gathering, otherClassCode: other.plan.code } as const];
    });
  }
}
