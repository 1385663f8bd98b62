import type { SetRule } from '@kull/kernel';
import type { ClassRejection } from './class.commands';
import type { ClassEvent } from './class.events';
import { placesKey } from './enrolment';
import { takenBy, takenSlot } from './gathering';

const commissioned = (intake: string, by: number, max: number): SetRule => ({
  kind: 'count',
  key: `commissioned:${intake}`,
  by,
  max,
});

const gatheringOf = ({ classId, number }: { readonly classId: string; readonly number: number }): string =>
  `${classId}:${number}`;

const claims = (kind: 'claim' | 'free', holder: string, sessions: Parameters<typeof takenBy>[0]): readonly SetRule[] =>
  takenBy(sessions).map((key) => ({ kind, key, holder }));

/** What no single class can see: places of the intake, rooms and teachers, seats under enrolments that run at once. */
export const setRules = (event: ClassEvent): readonly SetRule[] => {
  switch (event.type) {
    case 'ClassPlanned': {
      const { intake, capacity, commissionedPlaces } = event.data;
      if (intake === undefined || commissionedPlaces === undefined) return [];
      return [commissioned(intake, capacity, commissionedPlaces)];
    }
    case 'ClassCapacityChanged': {
      const { ceiling = 0, closed, added } = event.data;
      return [
        ...(closed
          ? [{ kind: 'count', key: placesKey(closed.classId), by: closed.places, max: ceiling } as const]
          : []),
        ...(added ? [commissioned(added.intake, added.places, added.commissionedPlaces)] : []),
      ];
    }
    case 'GatheringScheduled':
      return claims('claim', gatheringOf(event.data), event.data.sessions);
    case 'GatheringRescheduled':
      return [
        ...claims('free', gatheringOf(event.data), event.data.before.sessions),
        ...claims('claim', gatheringOf(event.data), event.data.sessions),
      ];
    case 'GatheringCancelled':
      return claims('free', gatheringOf(event.data), event.data.sessions);
    case 'MakeUpArranged': {
      const { classId, takesSeat, ceiling } = event.data;
      return takesSeat ? [{ kind: 'count', key: placesKey(classId), by: 1, max: ceiling }] : [];
    }
    case 'MakeUpCancelled':
    case 'MakeUpSeatsReleased': {
      const { classId, seatsReleased } = event.data;
      return seatsReleased > 0 ? [{ kind: 'count', key: placesKey(classId), by: -seatsReleased, max: 0 }] : [];
    }
    case 'CoursePlanned':
    case 'ClassOpened':
      return [];
  }
};

/** What it means that a set rule was not satisfied. */
export const refusedBy = ({ kind, key }: SetRule): ClassRejection => {
  if (kind === 'count')
    return { code: key.startsWith('commissioned:') ? 'COMMISSIONED_PLACES_EXCEEDED' : 'PLACES_TAKEN' };
  const { who, at } = takenSlot(key);
  return { code: key.startsWith('room:') ? 'ROOM_TAKEN' : 'TEACHER_TAKEN', who, at };
};
