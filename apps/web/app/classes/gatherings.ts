import { useQueries, useQuery } from '@tanstack/preact-query';
import type { ClassDetails } from '../../../../libs/teaching/src/http/class-details';
import type { GatheringLine } from '../../../../libs/teaching/src/http/cohort-view';
import { get } from '../api/client';
import { classesQuery, type ListedClass } from './classes';
import { useToday } from './today';

/** The gatherings of every class that is under way, by the id of the class. Of the others nobody asks what comes next. */
export const useGatherings = (): ReadonlyMap<string, readonly GatheringLine[]> => {
  const classes = useQuery(classesQuery);
  const today = useToday();
  const isUnderWay = ({ status, endsOn }: ListedClass): boolean =>
    status !== 'planned' && today !== undefined && (endsOn === null || endsOn >= today);
  const details = useQueries({
    queries: (classes.data ?? []).filter(isUnderWay).map(({ id }) => ({
      queryKey: ['teaching', 'class', id],
      queryFn: () => get<ClassDetails>(`/classes/${id}`),
    })),
  });
  return new Map(details.flatMap(({ data }) => (data ? [[data.id, data.gatherings] as const] : [])));
};

/** The gathering that is on or comes next, of those that are not called off. */
export const nextGathering = (
  gatherings: readonly GatheringLine[] | undefined,
  today: string | undefined,
): GatheringLine | undefined =>
  today === undefined
    ? undefined
    : gatherings
        ?.filter(({ status, endsOn }) => status === 'scheduled' && endsOn >= today)
        .toSorted((one, other) => (one.startsOn < other.startsOn ? -1 : 1))[0];
