import { EventStore } from '@kull/event-store';
import { type Instant, isRejected, localDateInOslo } from '@kull/kernel';
import { Injectable } from '@nestjs/common';
import { type Clash, entriesOf } from './domain/clashes';
import { programmeClass } from './domain/class';
import type { ClassRejection } from './domain/class.commands';
import type { GatheringScheduled } from './domain/class.events';
import { periodOf } from './domain/gathering';
import type { Move } from './domain/moved-gathering';
import { type PlanWarning, warningsOfDays } from './domain/plan-warnings';
import { type SetUpConsequences, setUpConsequences } from './domain/set-up-consequences';
import { GatheringAudience } from './gathering-audience';
import { type Wanted, type WantedMove, wantedOf } from './gathering-moves';
import { Timetable } from './read-models/timetable.query';

/** What setting up a gathering again would lead to, or why it would be refused. */
export interface SetUpPreview {
  readonly refusal?: ClassRejection;
  /** Absent: it is refused, or stands there already. */
  readonly consequences?: SetUpConsequences;
  readonly clashes: readonly Clash[];
  readonly warnings: readonly PlanWarning[];
}

/** Gatherings that were called off, looked at before they are set up again. */
@Injectable()
export class SetUps {
  constructor(
    private readonly events: EventStore,
    private readonly timetable: Timetable,
    private readonly audience: GatheringAudience,
  ) {}

  /** The gathering as it was called off, at the days that are wanted for it. */
  wanted(classId: string, number: number, move: Move): Promise<Wanted> {
    return wantedOf(this.events, { classId, number, move }, ({ gatherings }) => gatherings);
  }

  /**
   * Decides as setting it up would be decided now, and stores nothing. What would have begun before today is refused: it
   * is set up for people to come to.
   */
  async preview({ classId, state, gathering }: WantedMove, now: Instant): Promise<SetUpPreview> {
    const warnings = warningsOfDays(state.plan, gathering);
    const clashes = await this.timetable.clashesOf(entriesOf({ classId, classCode: state.plan.code }, gathering));
    if (periodOf(gathering).startsOn < localDateInOslo(now))
      return { refusal: { code: 'IN_THE_PAST' }, clashes, warnings };
    const decision = programmeClass.decide(state, { type: 'ScheduleGathering', data: { classId, gathering } });
    if (isRejected(decision)) return { refusal: decision.rejected, clashes, warnings };
    const scheduled = decision.events.find(({ type }) => type === 'GatheringScheduled');
    if (!scheduled) return { clashes, warnings };
    const attendees = await this.audience.of(classId, state, gathering.number);
    const consequences = setUpConsequences(scheduled.data as GatheringScheduled['data'], state, attendees, now);
    const [clash] = clashes;
    const refusal = clash && { code: clash.code, who: clash.who, at: clash.entry.startsAt };
    return { ...(refusal && { refusal }), consequences, clashes, warnings };
  }
}
