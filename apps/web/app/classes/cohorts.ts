import { useQueries, useQuery } from '@tanstack/preact-query';
import type { CohortView, GatheringLine } from '../../../../libs/teaching/src/http/cohort-view';
import { get, getAll } from '../api/client';

/** The gatherings of every class that meets in some, by the id of the class. */
export const useGatherings = (): ReadonlyMap<string, readonly GatheringLine[]> => {
  const cohorts = useQuery({
    queryKey: ['teaching', 'cohorts'],
    queryFn: () => getAll<{ readonly id: string }>('/cohorts'),
  });
  const views = useQueries({
    queries: (cohorts.data ?? []).map(({ id }) => ({
      queryKey: ['teaching', 'cohort', id],
      queryFn: () => get<CohortView>(`/cohorts/${id}`),
    })),
  });
  return new Map(
    views.flatMap(({ data }) => data?.classes ?? []).map(({ id, gatherings }) => [id, gatherings] as const),
  );
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
