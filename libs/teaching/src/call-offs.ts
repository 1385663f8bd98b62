import { EventStore } from '@kull/event-store';
import { type Instant, isRejected, localDateInOslo } from '@kull/kernel';
import { Injectable } from '@nestjs/common';
import { type CallOffConsequences, callOffConsequences } from './domain/call-off-consequences';
import { programmeClass } from './domain/class';
import type { ClassRejection } from './domain/class.commands';
import type { ClassEvent, GatheringCancelled } from './domain/class.events';
import type { PlannedClass } from './domain/class.state';
import { GatheringAudience } from './gathering-audience';

/** A class as it was before one of its gatherings is called off. */
export interface ClassBefore {
  readonly classId: string;
  readonly state: PlannedClass;
  readonly version: number;
}

/** What calling off would lead to: the refusal, or what the act is answered with. */
export interface CallOffPreview {
  readonly refusal?: ClassRejection;
  readonly consequences?: CallOffConsequences;
}

type Decided = readonly Pick<ClassEvent, 'type' | 'data'>[];

/** Gatherings that are called off, looked at before and after it is done. */
@Injectable()
export class CallOffs {
  constructor(
    private readonly events: EventStore,
    private readonly audience: GatheringAudience,
  ) {}

  async before(classId: string): Promise<ClassBefore | { readonly rejected: ClassRejection }> {
    const { state, version } = await this.events.load(programmeClass, classId);
    if (state.status === 'unplanned') return { rejected: { code: 'CLASS_NOT_PLANNED' } };
    return { classId, state, version };
  }

  /** Decides as it would be decided now, and stores nothing. The reason decides nothing. */
  async preview(before: ClassBefore, number: number, now: Instant): Promise<CallOffPreview> {
    const data = { classId: before.classId, number, on: localDateInOslo(now), reasonClass: 'OTHER' } as const;
    const decision = programmeClass.decide(before.state, { type: 'CancelGathering', data });
    if (isRejected(decision)) return { refusal: decision.rejected };
    return { consequences: await this.report(before, decision.events, now) };
  }

  /** What follows from the events that calling off led to, or would lead to. */
  async report({ classId, state }: ClassBefore, events: Decided, now: Instant): Promise<CallOffConsequences> {
    const event = events.find(({ type }) => type === 'GatheringCancelled')!.data as GatheringCancelled['data'];
    return callOffConsequences(event, state, await this.audience.of(classId, state, event.number), now);
  }
}
