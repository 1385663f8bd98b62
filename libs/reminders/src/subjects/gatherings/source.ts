import type { Instant } from '@kull/kernel';
import { periodOf } from '@kull/teaching/contracts';
import { GatheringDirectory, type GatheringToTell } from '@kull/teaching/contracts/gatherings';
import { Injectable } from '@nestjs/common';
import type { OccasionName } from '../../domain/occasion';
import type { Plan } from '../../domain/plan';
import type { OccasionSource } from '../../occasion-source';
import { dueAmong, instantsSearched, type Matter, standingsAmong } from '../due-times';
import { aboutGathering, classOfAbout } from './about';
import { gatheringFacts } from './shown';

const mattersOf = (told: GatheringToTell): readonly Matter[] => {
  const { gathering, programme, touched, isOpen } = told;
  if (gathering.status === 'cancelled' || !isOpen) return [];
  const facts = { student: gatheringFacts(told, 'student'), guest: gatheringFacts(told, 'guest') };
  const { startsOn } = periodOf(gathering);
  return touched
    .filter(({ isExpected }) => isExpected)
    .map(({ personId, isGuest }) => ({
      subject: 'GATHERING',
      recipient: { kind: 'person', personId },
      about: aboutGathering(told),
      version: String(gathering.revision),
      programmeCode: programme.code,
      facts: facts[isGuest ? 'guest' : 'student'],
      date: startsOn,
      endsAt: facts.student.startsAt,
    }));
};

/** Gatherings by their first day, for the students of the class who are not on leave, and for guests. */
@Injectable()
export class GatheringsToCome implements OccasionSource {
  readonly subject = 'GATHERING';

  constructor(private readonly gatherings: GatheringDirectory) {}

  async between(plan: Plan, from: Instant, to: Instant) {
    const searched = instantsSearched(plan, from, to);
    if (!searched) return [];
    const meeting = await this.gatherings.meeting(plan.programmeCode, searched.after, searched.by);
    return dueAmong(plan, meeting.flatMap(mattersOf), from, to);
  }

  async standing(plan: Plan, names: readonly OccasionName[]) {
    const gatherings = await this.gatherings.ofClasses(names.map(({ about }) => classOfAbout(about)));
    return standingsAmong(plan, names, gatherings.flatMap(mattersOf), () => 'WITHDRAWN');
  }
}
