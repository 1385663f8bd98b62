import { EventStore } from '@kull/event-store';
import { type Instant, isRejected, localDateInOslo } from '@kull/kernel';
import { Injectable } from '@nestjs/common';
import { type Clash, entriesOf } from './domain/clashes';
import { programmeClass } from './domain/class';
import type { ClassRejection } from './domain/class.commands';
import type { ClassEvent, GatheringRescheduled } from './domain/class.events';
import { type PlannedClass, scheduledOf } from './domain/class.state';
import type { Gathering } from './domain/gathering';
import { consequencesOf, type MoveConsequences } from './domain/move-consequences';
import { type Move, movedGathering } from './domain/moved-gathering';
import { type PlanWarning, warningsOfDays } from './domain/plan-warnings';
import { GatheringAudience } from './gathering-audience';
import { Timetable } from './read-models/timetable.query';

/** A class, and one of its gatherings as a move would have it. */
export interface WantedMove {
  readonly classId: string;
  readonly state: PlannedClass;
  /** Of the class, as it was looked at. */
  readonly version: number;
  readonly gathering: Gathering;
}

/** What somebody should know of a move, before it or after. */
export interface MoveReport {
  /** Absent: nothing changes. */
  readonly consequences?: MoveConsequences;
  readonly clashes: readonly Clash[];
  readonly warnings: readonly PlanWarning[];
}

/** What a move would lead to: the refusal, or the same report that the move is answered with. */
export interface MovePreview extends MoveReport {
  readonly refusal?: ClassRejection;
}

/** The move among the events that a command led to, or would lead to; undefined when nothing changes. */
export const moveIn = (
  events: readonly Pick<ClassEvent, 'type' | 'data'>[],
): GatheringRescheduled['data'] | undefined =>
  events.find(({ type }) => type === 'GatheringRescheduled')?.data as GatheringRescheduled['data'] | undefined;

/** A gathering of a class at the days that are wanted for it, or why there is none to speak of. */
export type Wanted = WantedMove | { readonly rejected: ClassRejection };

/** `among`: the gatherings of the class that it may be one of. */
export const wantedOf = async (
  events: EventStore,
  { classId, number, move }: { readonly classId: string; readonly number: number; readonly move: Move },
  among: (state: PlannedClass) => PlannedClass['gatherings'],
): Promise<Wanted> => {
  const { state, version } = await events.load(programmeClass, classId);
  if (state.status === 'unplanned') return { rejected: { code: 'CLASS_NOT_PLANNED' } };
  const there = among(state).find((one) => one.number === number);
  if (!there) return { rejected: { code: 'GATHERING_NOT_SCHEDULED' } };
  return { classId, state, version, gathering: movedGathering(there, move) };
};

/** Moves of gatherings, looked at before and after they are made (W12). */
@Injectable()
export class GatheringMoves {
  constructor(
    private readonly events: EventStore,
    private readonly timetable: Timetable,
    private readonly audience: GatheringAudience,
  ) {}

  wanted(classId: string, number: number, move: Move): Promise<Wanted> {
    return wantedOf(this.events, { classId, number, move }, scheduledOf);
  }

  /** Decides as the move would be decided now, and stores nothing. */
  async preview(wanted: WantedMove, now: Instant): Promise<MovePreview> {
    const { classId, state, gathering } = wanted;
    const data = { classId, gathering, on: localDateInOslo(now) };
    const decision = programmeClass.decide(state, { type: 'RescheduleGathering', data });
    if (isRejected(decision)) {
      return { refusal: decision.rejected, clashes: await this.clashesOf(wanted), warnings: this.warningsOf(wanted) };
    }
    const report = await this.report(wanted, moveIn(decision.events), now);
    const [clash] = report.clashes;
    return clash ? { ...report, refusal: { code: clash.code, who: clash.who, at: clash.entry.startsAt } } : report;
  }

  /** What is told of a move: of the event that it was, or would be. */
  async report(wanted: WantedMove, moved: GatheringRescheduled['data'] | undefined, now: Instant): Promise<MoveReport> {
    const { classId, state, gathering } = wanted;
    const attendees = moved ? await this.audience.of(classId, state, gathering.number) : [];
    return {
      ...(moved && { consequences: consequencesOf(moved, attendees, now) }),
      clashes: await this.clashesOf(wanted),
      warnings: this.warningsOf(wanted),
    };
  }

  clashesOf({ classId, state, gathering }: WantedMove): Promise<readonly Clash[]> {
    return this.timetable.clashesOf(entriesOf({ classId, classCode: state.plan.code }, gathering));
  }

  private warningsOf({ state, gathering }: WantedMove): readonly PlanWarning[] {
    return warningsOfDays(state.plan, gathering);
  }
}
